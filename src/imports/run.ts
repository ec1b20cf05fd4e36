/** One run, whatever the source: records in, one transaction, a report out. Nothing is written unless all of it is. */
import { hash } from 'node:crypto'
import { makeSuggester } from '../listings/suggest.ts'
import { areaIndex } from '../places/areas.ts'
import type { PostcodeRow } from '../places/gazetteer.ts'
import type { ImportTransaction } from '../store/import-store.ts'
import type { Source } from '../store/store.ts'
import { authorOf } from './arrangement.ts'
import { importBatch, type Batching } from './batch.ts'
import type { Conflicting } from './conflict-matters.ts'
import { lines } from './difference.ts'
import { end } from './ending.ts'
import { holding } from './holding.ts'
import { idMaker } from './ids.ts'
import { Refused } from './refused.ts'
import { tellTouched } from './registers/tell.ts'
import type { Report } from './report.ts'
import { addProblems, emptyTally, reportOf, type Tally } from './tally.ts'
import type { Told } from './told.ts'
import type { Manner, Workshop } from './workshop.ts'

/** The fact under which the store keeps which postcode tables were read last: rows are placed anew after a change. */
export const PLACES_FACT = 'postcode tables'

/** A run under way, before anything is written. */
export type Begun = Manner & {
  source: Source
  run: string
  workshop: Workshop & { newId: () => string }
}

/**
 * `work` may throw Refused: the report then says so. Nobody else reads the source meanwhile, unless it is a dry run, and
 * the store keeps how it went.
 */
export async function begin(
  source: Source,
  manner: Manner,
  workshop: Workshop,
  work: (begun: Begun) => Promise<Report>,
): Promise<Report> {
  const newId = workshop.newId ?? idMaker(manner.now)
  const run = manner.held ?? newId()
  const refuse = (why: string): Report =>
    reportOf(emptyTally(), { source: source.id, run, state: 'refused', why, missing: 0 })
  const attempt = async (): Promise<Report> => {
    try {
      return await work({ ...manner, source, run, workshop: { ...workshop, newId } })
    } catch (error) {
      if (error instanceof Refused) return refuse(error.message)
      throw error
    }
  }
  if (manner.dryRun === true || manner.held !== undefined) return attempt()
  const about = {
    run,
    source,
    startedAt: manner.now.toISOString(),
    by: manner.by ?? 'hand',
    after: manner.after,
  } as const
  const held = await holding(about, workshop.store, attempt, kept)
  return held.is === 'busy' ? refuse(held.why) : held.value
}

/** What the store keeps of a run that wrote nothing. */
export const kept = (report: Report): { report: string; why: string | null } => ({
  report: JSON.stringify(report),
  why: report.why,
})

/** What else a run does in its transaction: `first` may tell of listings that follow from what it wrote. */
export type Inside = {
  first: (tx: ImportTransaction, tally: Tally) => Promise<Told>
  last: (tx: ImportTransaction, tally: Tally) => Promise<void>
}

/** `suggest`: needs, kinds and audiences are suggested where a record says nothing of them. */
export async function runListings(
  given: readonly Told[],
  begun: Begun,
  { suggest, inside }: { suggest: boolean; inside?: Inside },
): Promise<Report> {
  const { workshop, source, run, now, dryRun } = begun
  const learned = new Map<string, PostcodeRow>()
  const common = await commonParts(begun, suggest, learned)
  return workshop.store.imports.run(
    { run, source, startedAt: now.toISOString(), dryRun: dryRun ?? false },
    async (tx) => {
      const tally = emptyTally()
      const conflicting: Conflicting = { ...common, run, lines: lines(), open: await tx.conflicts.open() }
      const all = inside === undefined ? given : [...given, await inside.first(tx, tally)]
      for (const { file, problems, batches } of all) {
        tally.file = all.length > 1 ? file : null
        addProblems(tally, problems)
        for await (const told of batches) await importBatch(tx, told, { ...common, tally, conflicting })
      }
      const { raised } = await tellTouched(tx.registers(null, now.toISOString()), now)
      if (tally.register !== null) tally.register.signals += raised
      await inside?.last(tx, tally)
      if (learned.size > 0) await tx.learn([...learned.values()])
      return await end(tx, tally, begun, { ...conflicting, whole: all.every(({ whole }) => whole) })
    },
  )
}

async function commonParts(
  { workshop: { store, taxonomy, ranks, matching, suggest, newId }, source, now }: Begun,
  wanted: boolean,
  learned: Map<string, PostcodeRow>,
): Promise<Omit<Batching, 'tally' | 'conflicting'>> {
  const tables = (await store.fact(PLACES_FACT)) ?? ''
  const record = (await store.sources()).find(({ id }) => id === source.id)
  // A record is there from the day that the source was arranged, or once a first run was refused.
  const firstEver = (record?.lastRunAt ?? null) === null
  const author = authorOf(source, record)
  const alone = (await store.count()).all === 0
  return {
    source: source.id,
    sourceName: source.name,
    at: now.toISOString(),
    author,
    firstEver,
    alone,
    ranks,
    matching,
    suggest: wanted ? (suggest ?? makeSuggester(taxonomy)) : null,
    newId,
    tables: store.places,
    areas: areaIndex(await store.places.areas()),
    version: hash('sha1', JSON.stringify([taxonomy.lists, tables, author]), 'base64url').slice(0, 12),
    learned,
  }
}
