/** Something done in one's turn, which is drawn out for as long as it lasts. */
import type { MailStore } from './mail-store.ts'

export type InTurn = {
  turns: MailStore['turns']
  name: string
  holder: string
  now: () => Date
  /** How long others wait where this process dies in the middle. Milliseconds. */
  ms: number
}

/**
 * null: it is another's turn. `still()` is to be asked before each step that must not be done twice: false where the turn
 * could not be drawn out, or this process slept through its end.
 */
export async function inTurn<T>(
  { turns, name, holder, now, ms }: InTurn,
  work: (still: () => boolean) => Promise<{ done: boolean; value: T }>,
): Promise<T | null> {
  if (!(await turns.take({ name, holder, now: now(), ms }))) return null
  let until = performance.now() + ms
  let lost = false
  const drawOut = async () => {
    const asked = performance.now()
    if (await turns.take({ name, holder, now: now(), ms })) until = asked + ms
    else lost = true
  }
  const timer = setInterval(() => void drawOut().catch(() => undefined), ms / 4).unref()
  try {
    const { done, value } = await work(() => !lost && performance.now() < until)
    clearInterval(timer)
    await turns.leave({ name, holder, ...(done ? { doneAt: now().toISOString() } : {}) })
    return value
  } catch (error) {
    clearInterval(timer)
    await turns.leave({ name, holder }).catch(() => undefined)
    throw error
  }
}
