/** A whole run: files in, one transaction, a report out. Nothing is written unless all of it is. */
import { hash } from 'node:crypto'
import { londonDay } from '../text/format.ts'
import { areaIndex } from '../places/areas.ts'
import type { GazetteerTables, PostcodeRow } from '../places/gazetteer.ts'
import type { Ranks } from '../listings/settle.ts'
import type { TaxonomyIndex } from '../listings/taxonomy.ts'
import type { ImportTransaction } from '../store/import-store.ts'
import type { Source, Store } from '../store/store.ts'
import { importBatch, type Batching } from './batch.ts'
import { idMaker } from './ids.ts'
import { columnsOf, compile } from './mapping/compile.ts'
import type { Profile } from './profile.ts'
import { Refused } from './refused.ts'
import type { Report } from './report.ts'
import { openGeojson } from './sources/geojson.ts'
import type { Open, Records } from './sources/records.ts'
import { openSpreadsheet } from './sources/spreadsheet.ts'
import { makeSuggester, type Suggester } from '../listings/suggest.ts'
import { addProblems, emptyTally, reportOf, type Tally } from './tally.ts'

/** What an import needs of the house it runs in. */
export type Workshop = {
  store: Pick<Store, 'imports' | 'fact' | 'sources' | 'count'> & { places: GazetteerTables }
  taxonomy: TaxonomyIndex
  ranks: Ranks
  /** Share of what a source said before, above which rows that are gone look like a broken file. 0 to 1. */
  lossShare: number
  /** Both made here where nothing else is given. */
  suggest?: Suggester
  newId?: () => string
}

export type Errand = {
  files: readonly string[]
  profile: Profile
  now: Date
  /** Instead of the profile's own. */
  source?: string | undefined
  dryRun?: boolean | undefined
  acceptLoss?: boolean | undefined
  /** Told bytes read and bytes there are, of the file at hand. */
  progress?: ((bytes: number, of: number) => void) | undefined
}

/** The fact under which the store keeps which postcode tables were read last: rows are placed anew after a change. */
export const PLACES_FACT = 'postcode tables'

const SOURCES: { [format in Profile['format']]: Open } = { csv: openSpreadsheet, geojson: openGeojson }

/** Never throws for what is wrong with the files or the profile: the report's `state` is then "refused", and `why` says it. */
export async function importFiles(errand: Errand, workshop: Workshop): Promise<Report> {
  const newId = workshop.newId ?? idMaker(errand.now)
  const run = newId()
  const source = sourceOf(errand)
  try {
    return await runImport(errand, { ...workshop, newId }, source, run)
  } catch (error) {
    if (error instanceof Refused)
      return reportOf(emptyTally(), {
        source: source.id,
        run,
        state: 'refused',
        why: error.message,
        missing: 0,
      })
    throw error
  }
}

function sourceOf({ profile, source: other }: Errand): Source {
  const { id, name, publisher, licence, licence_url, attribution, url } = profile.source
  return {
    id: other ?? id,
    name,
    kind: profile.format === 'csv' ? 'spreadsheet' : 'geojson',
    publisher: publisher ?? null,
    licence: licence ?? null,
    licence_url: licence_url ?? null,
    attribution: attribution ?? null,
    url: url ?? null,
    lastRunAt: null,
  }
}

async function runImport(
  errand: Errand,
  workshop: Workshop & { newId: () => string },
  source: Source,
  run: string,
): Promise<Report> {
  const { profile, files } = errand
  // Every file is opened, and its header checked, before anything is written.
  const today = londonDay(errand.now)
  const all = []
  for (const file of files) all.push(await openFile(file, errand))
  const readers = all.map((records) => ({
    records,
    reader: compile(profile, records, workshop.taxonomy.lists, today),
  }))
  const learned = new Map<string, PostcodeRow>()
  const common = await commonParts(errand, workshop, source, learned)
  const report = await workshop.store.imports.run(
    { run, source, startedAt: errand.now.toISOString(), dryRun: errand.dryRun ?? false },
    async (tx) => {
      const tally = emptyTally()
      for (const { records, reader } of readers) {
        tally.file = files.length > 1 ? records.file : null
        addProblems(tally, reader.problems)
        for await (const rows of records.batches) await importBatch(tx, rows, { ...common, reader, tally })
      }
      return await end(tx, tally, errand, { lossShare: workshop.lossShare, source: source.id, run })
    },
  )
  if (report.state === 'applied' && learned.size) await workshop.store.places.learn([...learned.values()])
  return report
}

const openFile = (file: string, { profile, progress }: Errand): Promise<Records> =>
  SOURCES[profile.format](
    file,
    {
      known: columnsOf(profile),
      encoding: profile.encoding,
      delimiter: profile.delimiter,
      titles: profile.title_lines,
    },
    progress,
  )

async function commonParts(
  { profile, now }: Errand,
  { store, taxonomy, ranks, suggest, newId }: Workshop & { newId: () => string },
  source: Source,
  learned: Map<string, PostcodeRow>,
): Promise<Omit<Batching, 'reader' | 'tally'>> {
  const tables = (await store.fact(PLACES_FACT)) ?? ''
  const firstEver = (await store.sources()).every(({ id }) => id !== source.id)
  const alone = (await store.count()).all === 0
  return {
    source: source.id,
    sourceName: source.name,
    at: now.toISOString(),
    firstEver,
    alone,
    ranks,
    suggest: profile.suggest ? (suggest ?? makeSuggester(taxonomy)) : null,
    newId,
    tables: store.places,
    areas: areaIndex(await store.places.areas()),
    version: hash('sha1', JSON.stringify([taxonomy.lists, tables]), 'base64url').slice(0, 12),
    learned,
  }
}

type Ending = { lossShare: number; source: string; run: string }
type Ended = { keep: boolean; state: 'applied' | 'refused'; report: string; value: Report }

async function end(tx: ImportTransaction, tally: Tally, errand: Errand, ending: Ending): Promise<Ended> {
  const { now: missing, newly } = await tx.markMissing()
  const { source, run, lossShare } = ending
  const before = tally.foundAgain + newly
  const why = errand.acceptLoss || newly <= before * lossShare ? null : lossSentence(newly, before, lossShare)
  const state = why ? 'refused' : errand.dryRun ? 'planned' : 'applied'
  const report = reportOf(tally, { source, run, state, why, missing })
  const keep = state !== 'refused'
  return { keep, state: keep ? 'applied' : 'refused', report: JSON.stringify(report), value: report }
}

const lossSentence = (gone: number, before: number, share: number): string =>
  `${gone.toLocaleString('en-GB')} of the ${before.toLocaleString('en-GB')} listings this source had would go missing, ` +
  `more than ${Math.round(share * 100)} in 100. If the file is whole, run it again with --accept-loss.`
