/** One run, whatever the source: records in, one transaction, a report out. Nothing is written unless all of it is. */
import { hash } from 'node:crypto'
import { makeSuggester } from '../listings/suggest.ts'
import { areaIndex } from '../places/areas.ts'
import type { PostcodeRow } from '../places/gazetteer.ts'
import type { ImportTransaction } from '../store/import-store.ts'
import type { Source } from '../store/store.ts'
import { authorOf } from './arrangement.ts'
import { importBatch, type Batching } from './batch.ts'
import { holding } from './holding.ts'
import { idMaker } from './ids.ts'
import { Refused } from './refused.ts'
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
  const report = await workshop.store.imports.run(
    { run, source, startedAt: now.toISOString(), dryRun: dryRun ?? false },
    async (tx) => {
      const tally = emptyTally()
      const all = inside === undefined ? given : [...given, await inside.first(tx, tally)]
      for (const { file, problems, batches } of all) {
        tally.file = all.length > 1 ? file : null
        addProblems(tally, problems)
        for await (const told of batches) await importBatch(tx, told, { ...common, tally })
      }
      await inside?.last(tx, tally)
      return await end(
        tx,
        tally,
        begun,
        all.every(({ whole }) => whole),
      )
    },
  )
  if (report.state === 'applied' && learned.size) await workshop.store.places.learn([...learned.values()])
  return report
}

async function commonParts(
  { workshop: { store, taxonomy, ranks, matching, suggest, newId }, source, now }: Begun,
  wanted: boolean,
  learned: Map<string, PostcodeRow>,
): Promise<Omit<Batching, 'tally'>> {
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

type Ended = { keep: boolean; state: 'applied' | 'refused'; report: string; value: Report }

async function end(tx: ImportTransaction, tally: Tally, begun: Begun, whole: boolean): Promise<Ended> {
  const { now: missing, newly } = whole ? await tx.markMissing() : { now: 0, newly: 0 }
  const { lossShare } = begun.workshop
  const before = tally.foundAgain + newly
  const why = begun.acceptLoss || newly <= before * lossShare ? null : lossSentence(newly, before, lossShare)
  const state = why ? 'refused' : begun.dryRun ? 'planned' : 'applied'
  const report = reportOf(tally, { source: begun.source.id, run: begun.run, state, why, missing })
  const keep = state !== 'refused'
  return { keep, state: keep ? 'applied' : 'refused', report: JSON.stringify(report), value: report }
}

const lossSentence = (gone: number, before: number, share: number): string =>
  `${gone.toLocaleString('en-GB')} of the ${before.toLocaleString('en-GB')} listings this source had would go missing, ` +
  `more than ${Math.round(share * 100)} in 100. If the file is whole, run it again with --accept-loss.`
