/** Runs jobs on as many processors as there are; what comes out does not depend on how many. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Job, Ran } from './experiments.ts'

/** `done` hears how many of the jobs are done. */
export async function runAll(jobs: readonly Job[], done: (count: number) => void): Promise<Ran[]> {
  const ran: Ran[] = []
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
      worker.on('message', (result: Ran) => {
        done(ran.push(result))
        give()
      })
      give()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work))
  return ran.sort((a, b) => a.seed - b.seed)
}
