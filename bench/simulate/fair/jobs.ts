/** Seeds of the simulation of fair order, each in a worker of its own. */
import { atOnce } from '../at-once.ts'
import type { Directory } from './directory.ts'
import type { FairFigures } from './run.ts'
import type { FairWorld } from './world.ts'

/** `atOnce`: see busiestBack of life.ts. */
export type FairJob = { world: FairWorld; strength: number; seed: number; start: Date; atOnce: boolean }
/** `row`: which line of which table it belongs to. */
export type RowJob = FairJob & { row: string; directory: Directory }
export type RowRan = { row: string; seed: number; figures: FairFigures }

export const runFair = (jobs: readonly RowJob[], done: (count: number) => void): Promise<RowRan[]> =>
  atOnce(new URL('worker.ts', import.meta.url), jobs, done)
