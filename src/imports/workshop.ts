/** What an import needs of the house it runs in, and what it is asked to do. */
import type { Ranks } from '../listings/settle.ts'
import type { Suggester } from '../listings/suggest.ts'
import type { TaxonomyIndex } from '../listings/taxonomy.ts'
import type { GazetteerTables } from '../places/gazetteer.ts'
import type { Difference } from '../store/runs/run-line.ts'
import type { Run, Source, Store } from '../store/store.ts'
import type { OsmData } from './osm/tags.ts'
import type { Fetching } from './fetching/outcome.ts'
import type { Matching } from './matching/weights.ts'
import type { MissingLimits } from './missing.ts'
import type { Report } from './report.ts'
import type { SourceKind } from './source-kinds.ts'

export type Workshop = {
  store: Pick<Store, 'imports' | 'turns' | 'fact' | 'sources' | 'count' | 'registers'> & {
    places: GazetteerTables
  }
  taxonomy: TaxonomyIndex
  ranks: Ranks
  /** What counts when two sources speak of one listing: data/matching.json. */
  matching: Matching
  /** Share of what a source said before, above which rows that are gone look like a broken file. 0 to 1. */
  lossShare: number
  /** Share of records that cannot be used, above which an input looks broken. 0 to 1. */
  refuseShare: number
  /** After how many whole runs in a row, and days, a listing that a source no longer tells of is a signal. */
  missing: MissingLimits
  /** How addresses are asked; absent: only files are read. */
  fetching?: Fetching | undefined
  /** Which things of OpenStreetMap are listings: data/osm.json. Absent: none can be read. */
  osm?: OsmData
  /** Both made here where nothing else is given. */
  suggest?: Suggester
  newId?: () => string
}

/** How a run goes, whatever it reads. */
export type Manner = {
  now: Date
  dryRun?: boolean | undefined
  acceptLoss?: boolean | undefined
  /** Who began it; "hand" where nothing else is said. */
  by?: Run['by'] | undefined
  /** It is not begun where the last run of its source is another one than this (null: there was none). */
  after?: string | null | undefined
  /** The id of the run, where its source is held already: see arranged.ts. */
  held?: string | undefined
  /** Told bytes read and bytes there are, of the file at hand. */
  progress?: ((bytes: number, of: number) => void) | undefined
  /** Told what the run would change or did, before it is kept: for a dry run, of which nothing is kept. */
  difference?: ((difference: Difference) => void) | undefined
}

/** One run of a source of a known standard. */
export type Errand = Manner & {
  kind: SourceKind
  /** Paths of files or of one folder; for a feed its address or a folder. */
  at: readonly string[]
  source: Source
  /** Registers: makes draft listings for the desk. */
  createDrafts?: boolean | undefined
  /** Feeds: only what changed since this day, "2026-11-01". */
  since?: string | null | undefined
}

/** Reads one kind of source. Never throws for what is wrong with the input: the report is then "refused" and says why. */
export type RunSource = (errand: Errand, workshop: Workshop) => Promise<Report>
