/** Seeds of the simulation of fair order on as many processors as there are; what comes out does not depend on how many. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Directory } from './directory.ts'
import type { FairFigures } from './run.ts'
import type { FairWorld } from './world.ts'

/** `atOnce`: see busiestBack of life.ts. */
export type FairJob = { world: FairWorld; strength: number; seed: number; start: Date; atOnce: boolean }
/** `row`: which line of which table it belongs to. */
export type RowJob = FairJob & { row: string; directory: Directory }
export type RowRan = { row: string; seed: number; figures: FairFigures }

export async function runFair(jobs: readonly RowJob[], done: (count: number) => void): Promise<RowRan[]> {
  const ran: RowRan[] = []
  let next = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url))
      const give = () => {
        const job = jobs[next++]
        if (job === undefined) void worker.terminate().then(() => resolve())
        else worker.postMessage(job)
      }
      worker.on('error', reject)
      worker.on('message', (result: RowRan) => {
        done(ran.push(result))
        give()
      })
      give()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work))
  return ran.sort((a, b) => a.seed - b.seed)
}
