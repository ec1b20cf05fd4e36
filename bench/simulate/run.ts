/** The experiments of the review plan, each in a worker of its own. */
import { atOnce } from './at-once.ts'
import type { Job, Ran } from './experiments.ts'

export const runAll = (jobs: readonly Job[], done: (count: number) => void): Promise<Ran[]> =>
  atOnce(new URL('worker.ts', import.meta.url), jobs, done)
