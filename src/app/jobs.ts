/**
 * What the program does by itself. Each job is due by when it was last done to its end, not by an exact time: a run that
 * was missed is made up for, two processes never run one at once, and a clock that steps costs nothing.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Cron } from 'croner'
import { inTurn } from '../store/mail/in-turn.ts'
import type { House } from './house.ts'
import { JOBS } from './job-list.ts'
import { makeLog, type Log } from './log.ts'
import { unaddressed } from './mail/unaddressed.ts'

export type Job = {
  name: string
  /** Minutes between two runs, or a pattern of croner in Europe/London: "0 7 * * 1-5". */
  every: number | string
  /** Only where this says so; absent: always. */
  when?: (house: House) => boolean
  /** Safe to run twice, late or never. */
  run: (house: House) => Promise<void>
}

const MINUTE = 60_000
/** Milliseconds between two looks at what is due. */
const LOOK_MS = 30_000
/** The first look: pages come first after a start. Milliseconds. */
const FIRST_LOOK_MS = 5_000
/** Milliseconds after which another process may run a job whose holder died. */
const TURN_MS = 60_000

/**
 * Whether a job is due at `now`. Never done, or done in what is now the future (the clock was set back): due at once.
 * However many runs were missed, they are one.
 */
export function isDue({ every }: Pick<Job, 'every'>, doneAt: string | null, now: Date): boolean {
  if (doneAt === null || Date.parse(doneAt) > now.getTime()) return true
  if (typeof every === 'number') return now.getTime() - Date.parse(doneAt) >= every * MINUTE
  const cron = new Cron(every, { timezone: 'Europe/London', paused: true })
  const next = cron.nextRun(new Date(doneAt))
  return next !== null && next.getTime() <= now.getTime()
}

/** Runs what is due, one after the other. Gives the names of those that were done to their end. Never rejects. */
export async function runDue(
  house: House,
  jobs: readonly Job[],
  log: Log,
  holder: string,
): Promise<string[]> {
  const { turns } = house.store
  const done: string[] = []
  for (const job of jobs) {
    const name = `job ${job.name}`
    try {
      if (job.when?.(house) === false) continue
      if (!isDue(job, await turns.lastDone(name), house.now())) continue
      const turn = { turns, name, holder, now: house.now, ms: TURN_MS }
      const ran = await inTurn(turn, async () => {
        // Another process may have done it since.
        if (!isDue(job, await turns.lastDone(name), house.now())) return { done: false, value: false }
        await job.run(house)
        return { done: true, value: true }
      })
      if (ran === true) done.push(job.name)
    } catch (error) {
      log('error', 'a job failed', { job: job.name, why: unaddressed(error) })
    }
  }
  return done
}

/** Looks after the jobs until it is stopped; a job under way is then waited for. */
export function startJobs(
  house: House,
  jobs: readonly Job[] = JOBS,
  log: Log = makeLog(house.config.logLevel),
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const holder = house.newId()
  const wait = (ms: number) => pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
  const rounds = async (): Promise<void> => {
    await wait(FIRST_LOOK_MS)
    while (!signal.aborted) {
      await runDue(house, jobs, log, holder)
      await wait(LOOK_MS)
    }
  }
  const running = rounds()
  return () => {
    stopping.abort()
    return running
  }
}
