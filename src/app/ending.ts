/**
 * What is to be finished before the process ends. The server and the built site are two copies of this code in one
 * process: they meet by a name that all of the process shares.
 */
const KEY = Symbol.for('fingerpost.before-the-end')
type Work = () => Promise<void>
type Shared = { [KEY]?: Set<Work> }

const shared = (): Set<Work> => ((globalThis as Shared)[KEY] ??= new Set())

/** Gives the way to take it back. */
export function beforeTheEnd(work: Work): () => void {
  shared().add(work)
  return () => void shared().delete(work)
}

/** Fulfilled when all is finished, or after `ms` milliseconds. Never rejects. */
export async function finishAll(ms: number): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
  await Promise.race([Promise.allSettled([...shared()].map((work) => work())), late])
}
