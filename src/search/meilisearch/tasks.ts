/** What Meilisearch does later: its tasks, waited for with a limit, and calls that are tried again. */
import { setTimeout as pause } from 'node:timers/promises'
import { MeiliError, type MeiliClient, type Method } from './client.ts'

/** A call that only hands over work. Milliseconds: a batch of a thousand documents has to arrive. */
export const CALL_MS = 30_000
/** The longest a task is waited for: indexing 300,000 documents takes a minute or two, beside other work longer. */
const TASK_MS = 15 * 60_000
/** Between two looks at a task: from, at most. Milliseconds. */
const LOOK_MS = [10, 400] as const
/** Pauses before a call is tried again. Milliseconds; what the server asks for comes first, up to the limit. */
const AGAIN_MS = [200, 500, 1500, 4000]
const LONGEST_WAIT_MS = 30_000

type Task = { uid: number; status: string; error: { message?: string; code?: string } | null }

/** Tried again where the server could not, not where it would not. */
const passing = (error: unknown): error is MeiliError =>
  error instanceof MeiliError &&
  ['refused', 'slow', 'busy', 'broken'].includes(error.kind) &&
  (error.status ?? 500) >= 429

export async function again<T>(
  work: () => Promise<T>,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const ms = AGAIN_MS[tried]
      if (ms === undefined || !passing(error)) throw error
      await wait(Math.min(LONGEST_WAIT_MS, error.retryAfterMs ?? ms))
    }
  }
}

/** Hands work over; the number of its task. */
export async function enqueue(
  client: MeiliClient,
  method: Method,
  path: string,
  body?: unknown,
): Promise<number> {
  const { taskUid } = await again(() =>
    client.ask<{ taskUid: number }>(method, path, {
      ms: CALL_MS,
      ...(body === undefined ? {} : { body }),
    }),
  )
  return taskUid
}

/** A task that failed, with the server's own sentence. */
class TaskFailed extends MeiliError {}

/** Until the task is done. Throws TaskFailed where it failed. */
export async function done(client: MeiliClient, uid: number): Promise<void> {
  const giveUp = performance.now() + TASK_MS
  for (let ms: number = LOOK_MS[0]; ; ms = Math.min(LOOK_MS[1], ms * 1.5)) {
    const { status, error } = await again(() => client.ask<Task>('get', `tasks/${uid}`, { ms: CALL_MS }))
    if (status === 'succeeded') return
    if (status === 'failed' || status === 'canceled')
      throw new TaskFailed(
        'broken',
        `Meilisearch at ${client.host} could not do task ${uid}: ${error?.message ?? status}`,
        { code: error?.code ?? null },
      )
    if (performance.now() > giveUp)
      throw new MeiliError(
        'slow',
        `Meilisearch at ${client.host} has not done task ${uid} after ${TASK_MS / 60_000} minutes`,
      )
    await pause(ms)
  }
}

/** Work that is handed over and waited for; a task that failed is handed over once more: its disk may have been full. */
export async function carried(
  client: MeiliClient,
  method: Method,
  path: string,
  body?: unknown,
): Promise<void> {
  const once = async () => done(client, await enqueue(client, method, path, body))
  try {
    await once()
  } catch (error) {
    if (!(error instanceof TaskFailed)) throw error
    await pause(AGAIN_MS[1])
    await once()
  }
}
