/** Jobs on as many processors as there are; what comes out does not depend on how many. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** `worker`: the file that does one job a message. `done` hears how many of the jobs are done. In the order of their seeds. */
export async function atOnce<Job, Ran extends { seed: number }>(
  worker: URL,
  jobs: readonly Job[],
  done: (count: number) => void,
): Promise<Ran[]> {
  const ran: Ran[] = []
  let next = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const one = new Worker(worker)
      const give = () => {
        const job = jobs[next++]
        if (job === undefined) void one.terminate().then(() => resolve())
        else one.postMessage(job)
      }
      one.on('error', reject)
      one.on('message', (result: Ran) => {
        done(ran.push(result))
        give()
      })
      give()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work))
  return ran.sort((a, b) => a.seed - b.seed)
}
