/** One of the processes that run the simulation: takes jobs, gives what came of them. */
import { parentPort } from 'node:worker_threads'
import { readReview } from '../../src/app/read-review.ts'
import { readSite } from '../../src/app/site.ts'
import { runJob, type Job } from './experiments.ts'

const [rules, site] = [readReview(), readSite()]
parentPort?.on('message', (job: Job) => parentPort?.postMessage(runJob(job, rules, site)))
