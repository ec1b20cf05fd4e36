/** So many questions a second, whether or not the last one is answered: who waits behind a slow one waits in the figures. */
import type { Answering, EngineQuery } from '../../src/search/engine.ts'
import { EngineFailure } from '../../src/search/failure.ts'

export type Asked = {
  /** Milliseconds from when a question was due to its answer, smallest first. */
  times: number[]
  /** Not answered, or answered otherwise than by the index when it was quiet. */
  failed: number
  /** How they failed, and how often. */
  why: Map<string, number>
}

/** Until `enough` is fulfilled. `totals`: what each question found before, filled where it is empty. */
export async function askAtPace(
  engine: Pick<Answering, 'search'>,
  questions: readonly EngineQuery[],
  totals: Map<EngineQuery, number>,
  aSecond: number,
  enough: Promise<unknown>,
): Promise<Asked> {
  const asked: Asked = { times: [], failed: 0, why: new Map() }
  const under: Promise<void>[] = []
  let done = false
  void enough.finally(() => (done = true)).catch(() => undefined)
  const began = performance.now()
  for (let n = 0; !done; n++) {
    const due = began + (n * 1000) / aSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const question = questions[n % questions.length]
    if (question !== undefined) under.push(one(engine, question, totals, due, asked))
  }
  await Promise.all(under)
  asked.times.sort((a, b) => a - b)
  return asked
}

async function one(
  engine: Pick<Answering, 'search'>,
  question: EngineQuery,
  totals: Map<EngineQuery, number>,
  due: number,
  asked: Asked,
): Promise<void> {
  try {
    const { total } = await engine.search(question)
    const before = totals.get(question) ?? total
    totals.set(question, before)
    if (total !== before) fail(asked, 'found something else')
    asked.times.push(performance.now() - due)
  } catch (error) {
    fail(asked, error instanceof EngineFailure ? error.kind : 'fault')
  }
}

function fail(asked: Asked, why: string): void {
  asked.failed++
  asked.why.set(why, (asked.why.get(why) ?? 0) + 1)
}

export const at = ({ times }: Asked, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
