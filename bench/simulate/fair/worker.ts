/** One of the processes that run the simulation of fair order: takes jobs, gives what came of them. */
import { parentPort } from 'node:worker_threads'
import { beside } from './run.ts'
import type { RowJob } from './jobs.ts'

parentPort?.on('message', (job: RowJob) => {
  void beside(job.directory, job).then((figures) =>
    parentPort?.postMessage({ row: job.row, seed: job.seed, figures }),
  )
})
