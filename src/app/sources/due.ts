/** Which sources are to be read now, and reading them, one after the other. */
import { Cron } from 'croner'
import { readArranged } from '../../imports/arranged.ts'
import { isToRead, type Next } from '../../imports/health.ts'
import type { Report } from '../../imports/report.ts'
import type { Manner } from '../../imports/workshop.ts'
import type { Arranged, RunHead, Source } from '../../store/store.ts'
import type { House } from '../house.ts'
import { inRoot } from '../root.ts'
import { workshopOf, type Workplace } from './workshop.ts'

/** By London's clock, whatever the machine's. */
export const nextOf: Next = (every, after) =>
  new Cron(every, { timezone: 'Europe/London', paused: true }).nextRun(after)

/** Runs of one source that are looked at, to tell how often it failed in a row. */
export const RUNS_LOOKED_AT = 10

type Readable = Source & { arranged: Arranged }
type Known = Pick<House, 'store'>

async function headsOf({ store }: Known, source: string): Promise<readonly RunHead[]> {
  return (await store.lastRuns(RUNS_LOOKED_AT)).get(source) ?? []
}

/** Sources whose time has come. */
export async function dueSources(house: Known, now: Date): Promise<Readable[]> {
  const runs = await house.store.lastRuns(RUNS_LOOKED_AT)
  return (await house.store.sources()).filter(
    (it): it is Readable => it.arranged !== undefined && isToRead(it, runs.get(it.id) ?? [], now, nextOf),
  )
}

function read(house: Workplace, source: Readable, manner: Manner): Promise<Report> {
  const folders = { root: inRoot(), profiles: inRoot('data', 'profiles') }
  return readArranged(source, manner, workshopOf(house), folders)
}

/**
 * Reads what is due. `told` hears of each run when it has ended. What another process reads, or has read meanwhile, is
 * left out.
 */
export async function readDue(
  house: Workplace,
  manner: Manner,
  told: (report: Report, source: Source) => void,
): Promise<void> {
  for (const source of await dueSources(house, manner.now)) {
    const heads = await headsOf(house, source.id)
    if (!isToRead(source, heads, manner.now, nextOf)) continue
    const report = await read(house, source, {
      ...manner,
      by: manner.by ?? 'due',
      after: heads[0]?.id ?? null,
    })
    if (manner.dryRun !== true && (await house.store.run(report.run)) === null) continue
    told(report, source)
  }
}

/** Reads one source now, due or not. null: there is no such source, or nobody has said where it is read. */
export async function readOne(house: Workplace, id: string, manner: Manner): Promise<Report | null> {
  const source = (await house.store.sources()).find((it) => it.id === id)
  if (source?.arranged === undefined || source.arranged.at.length === 0) return null
  return read(house, { ...source, arranged: source.arranged }, manner)
}
