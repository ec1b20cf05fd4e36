/** Files of a layout that a profile describes: opened, read row by row, and run. */
import { londonDay } from '../text/format.ts'
import type { Source } from '../store/store.ts'
import { columnsOf, compile, type RowReader } from './mapping/compile.ts'
import type { Profile } from './profile.ts'
import type { Report } from './report.ts'
import { begin, runListings } from './run.ts'
import { openGeojson } from './sources/geojson.ts'
import type { Open, Records } from './sources/records.ts'
import { openSpreadsheet } from './sources/spreadsheet.ts'
import type { Meaning, Told } from './told.ts'
import type { Manner, Workshop } from './workshop.ts'

export type FilesErrand = Manner & {
  files: readonly string[]
  profile: Profile
  /** Instead of the profile's own: another id, or the record of a source as it is arranged. */
  source?: string | Source | undefined
}

const OPEN: { [format in Profile['format']]: Open } = { csv: openSpreadsheet, geojson: openGeojson }

/** Never throws for what is wrong with the files or the profile: the report's `state` is then "refused", and `why` says it. */
export function importFiles(
  errand: FilesErrand,
  workshop: Workshop,
  open: Open = OPEN[errand.profile.format],
): Promise<Report> {
  return begin(sourceOf(errand), errand, workshop, async (begun) => {
    const { profile, files } = errand
    const today = londonDay(errand.now)
    const opened: Records[] = []
    // Every file is opened, and its header checked, before anything is written.
    for (const file of files) opened.push(await openFile(file, errand, open))
    const told = opened.map((records): Told => {
      const reader = compile(profile, records, workshop.taxonomy.lists, today)
      return {
        file: records.file,
        problems: [...(records.problems ?? []), ...reader.problems],
        whole: true,
        batches: meanings(records, reader),
      }
    })
    return runListings(told, begun, { suggest: profile.suggest })
  })
}

/** Rows of things that ended held back at most: beyond that they come in the order of the file. */
const MOST_HELD = 50_000
const HELD_BATCH = 250

/**
 * What ended comes last: where a list keeps an old row beside the new one of the same thing, the one that goes on is met
 * first, and the old one is its repeat.
 */
async function* meanings({ batches }: Records, reader: RowReader): AsyncGenerator<Meaning[]> {
  const held: Meaning[] = []
  for await (const rows of batches) {
    const now: Meaning[] = []
    for (const row of rows) {
      const meaning = reader.read(row)
      const ended = meaning.is === 'listing' && meaning.draft.fields.status === 'ended'
      if (ended && held.length < MOST_HELD) held.push(meaning)
      else now.push(meaning)
    }
    yield now
  }
  for (let from = 0; from < held.length; from += HELD_BATCH) yield held.slice(from, from + HELD_BATCH)
}

function sourceOf({ profile, source: other }: FilesErrand): Source {
  if (typeof other === 'object') return other
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

const openFile = (file: string, { profile, progress }: FilesErrand, open: Open): Promise<Records> =>
  open(
    file,
    {
      known: columnsOf(profile),
      encoding: profile.encoding,
      delimiter: profile.delimiter,
      titles: profile.title_lines,
    },
    progress,
  )
