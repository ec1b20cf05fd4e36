/**
 * The port to a search engine. Two engines stand behind it: the embedded one and Meilisearch; one contract suite
 * holds both. An engine gives ids only; the store fills them in, so both give the same page.
 */
import type { LatLng } from '../listings/listing.ts'
import type { PointColumns } from '../places/cells.ts'
import type { SearchDocument } from './document.ts'
import type { Facet, Query } from './query.ts'
import type { Living } from './serves.ts'

/** A query with the world's knowledge added: where "M33 2" is, how far is far, what time it is. */
export type EngineQuery = Pick<
  Query,
  'what' | 'age' | 'term' | 'filters' | 'sort' | 'page' | 'size' | 'bbox'
> & {
  /** What it is called where that is a name: who has it among their words is likelier meant, but nobody has to. */
  place?: string
  /** Where to measure from, and what is known of who lives there: see serves.ts. */
  near: (LatLng & Living) | null
  /** Tokens of the GP practice asked about (serves.ts). Without `near`, only what serves its patients or needs no visit. */
  practice: readonly string[]
  /** Metres round `near`; listings that say they are for people there are kept too. null: no limit. */
  withinMetres: number | null
  /** Epoch milliseconds: everything that depends on the clock is read against it. */
  now: number
  /** Days since confirmation that count as checked. */
  checkedDays: number
  /** Facets to count; [] where nobody will look at them. */
  facets: readonly Facet[]
  /** How the load is spread among listings that are equally good; null: not at all. */
  fair: Fairness | null
}

/** Who stands back a little this week, and how equals are shuffled. The same for everybody of one area on one day. */
export type Fairness = {
  /** Changes when `back` does: engines may keep what they make of it. */
  version: number
  /** Listing id → how far it stands back, whole steps from 1 (see fairness.ts); absent: it does not. */
  back: ReadonlyMap<string, number>
  /** Of the day and the area asked about, 0 to 2^32 - 1. */
  seed: number
}

/** `metres`: to its nearest point; null where it has none, or where nobody has to go so far. */
export type Hit = {
  id: string
  metres: number | null
  point: LatLng | null
  /** It came past an equal to which more people were sent this week (Turn of fairness.ts). */
  forward: boolean
}
export type EngineAnswer = {
  hits: Hit[]
  total: number
  /** Counts under all filters but the facet's own. Choices with no listing are left out. */
  facets: { [F in Facet]?: Record<string, number> }
  /** True when no listing had every word as typed, and near spellings or some of the words were taken instead. */
  widened: boolean
  /** Which engine answered. */
  by: EngineName
}
export type EngineName = 'embedded' | 'meilisearch'
/**
 * `points`: good until something is applied to the index. `total`: points that match, those beyond the limit too.
 * `listings`: how many listings they are of.
 */
export type MapPoints = { points: PointColumns; total: number; listings: number }
export type Suggestion = {
  kind: 'listing' | 'group' | 'place'
  label: string
  id: string | null
  slug: string | null
}
export type EngineHealth = { ok: boolean; applied: number; documents: number; why: string | null }

/** What is asked over a network stops when `signal` says so, and rejects with an EngineFailure (failure.ts). */
export interface SearchEngine {
  readonly name: EngineName
  search(query: EngineQuery, signal?: AbortSignal): Promise<EngineAnswer>
  /** Every matching point in the query's box, unranked, at most `limit` nearest to nothing in particular. */
  points(query: EngineQuery, limit: number, signal?: AbortSignal): Promise<MapPoints>
  /** Names and places that begin so, from two letters. */
  suggest(what: string, limit: number, signal?: AbortSignal): Promise<Suggestion[]>
  /** Last change number it has applied; -1: empty or foreign, to be rebuilt. */
  applied(signal?: AbortSignal): Promise<number>
  /** Afterwards every document given is found, every id removed is not, and `applied()` is `upTo`: all or nothing. */
  apply(documents: SearchDocument[], removed: string[], upTo: number): Promise<void>
  /** Builds a new index beside the old one and swaps it in: search answers during all of it. */
  rebuild(batches: AsyncIterable<SearchDocument[]>, upTo: number): Promise<void>
  /** Every listing it holds, by id, and the print of what it really holds of it: for comparing it with the store. */
  prints(): Promise<Map<string, string>>
  /** What `prints` would say of these if they were written now. */
  printsOf(documents: readonly SearchDocument[]): Map<string, string>
  /**
   * Takes away what nobody will read any more: what builds left that were killed, indexes of settings that are no more. In
   * one's turn; an index that others may still build or read stays.
   */
  tidy(): Promise<void>
  health(): Promise<EngineHealth>
  close(): void
}

/** What the site asks of an engine; who writes the index is none of its business. */
export type Answering = Pick<SearchEngine, 'search' | 'points' | 'suggest' | 'applied' | 'health' | 'close'>
