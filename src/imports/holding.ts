/** A source is read by one process at a time: whoever holds it, from before anything is fetched until all is written. */
import { hostname } from 'node:os'
import type { ImportStore } from '../store/import-store.ts'
import type { CutOff, IsGone } from '../store/running.ts'
import { turnOf } from '../store/running.ts'
import type { Run, Source, Store } from '../store/store.ts'
import { alive } from './alive.ts'
import { holderName, isGone, TURN_MS, type Here } from './holder.ts'
import { sayError } from './refused.ts'

const ours = new Set<string>()

const here: Here = { host: hostname().replaceAll(' ', '-'), pid: process.pid, alive, ours }

/** By the real clock, never by the day that an import is told: turns of all processes go by it. */
const goneNow = (): { now: Date; gone: IsGone } => {
  const now = new Date()
  return { now, gone: isGone(here, now) }
}

export type Holding = {
  run: string
  source: Source
  startedAt: string
  by: Run['by']
  after?: string | null | undefined
}

/**
 * Does `work` while this process holds the source, and leaves a record of how it went. `done`: what to keep of a run
 * that wrote nothing. Gives one sentence where another process reads the source just now. What `work` throws is passed
 * on, and kept as the reason.
 */
export async function holding<T>(
  about: Holding,
  { imports, turns }: Pick<Store, 'imports' | 'turns'>,
  work: () => Promise<T>,
  done: (value: T) => { report: string; why: string | null },
): Promise<{ is: 'done'; value: T } | { is: 'busy'; why: string }> {
  const { run, source } = about
  const { now, gone } = goneNow()
  const holder = holderName(here, run)
  const busy = `${source.name} is being read just now. Try again when that is done.`
  const began = await imports.begin({ ...about, holder, now, ms: TURN_MS }, gone)
  if (began.is === 'busy') return { is: 'busy', why: busy }
  ours.add(run)
  // While the run itself writes, this waits behind it: then nobody else can take the turn either.
  const drawOut = () => turns.take({ name: turnOf(source.id), holder, now: new Date(), ms: TURN_MS })
  const timer = setInterval(() => void drawOut().catch(() => undefined), TURN_MS / 4).unref()
  try {
    const value = await work()
    await imports.end({ ...about, source: source.id }, done(value))
    return { is: 'done', value }
  } catch (error) {
    const why = sayError(error)
    await imports
      .end({ ...about, source: source.id }, { report: JSON.stringify({ why }), why })
      .catch(() => undefined)
    throw error
  } finally {
    clearInterval(timer)
    ours.delete(run)
  }
}

/** Marks what was cut off, once a start: by whoever is there first. */
export function findCutOff(imports: Pick<ImportStore, 'cutOff'>): Promise<CutOff[]> {
  const { now, gone } = goneNow()
  return imports.cutOff(now.toISOString(), gone)
}
