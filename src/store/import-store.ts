/** What an import needs of the store, in bulk and inside one transaction a run. */
import type { Author, Statement } from '../listings/claims.ts'
import type { Listing, ListingFields } from '../listings/listing.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { Confirmation } from '../freshness/evidence.ts'
import type { Identity, Source } from './store.ts'

/** What this source said last time under one key. */
export type KnownRow = { key: string; listing: string; hash: string; missing: boolean }

/** A listing that may be the same thing, found by name and place, postcode, phone or website host. */
export type Candidate = {
  key: string
  listing: string
  name: string
  postcode: string | null
  point: { lat: number; lng: number } | null
  phone: string | null
  host: string | null
}

export type RowWrite = {
  /** The source's own key for the row, and a hash of what it said: equal hash, nothing to do. */
  key: string
  hash: string
  statement: Statement
  settled: ListingFields
  /** How the listing is found again by other sources: see imports/match.ts. */
  identity: Identity
  group: Organisation | null
} & ({ is: 'new'; slug: string } | { is: 'known'; revision: number })

/**
 * One run, one transaction: all of it is durable when `run` is fulfilled, none of it when it throws or returns `keep: false`.
 */
export interface ImportTransaction {
  /** Keys of this batch that this run has not seen before; the others are repeats. Remembers them. */
  firstSeen(keys: readonly string[]): Promise<Set<string>>
  known(keys: readonly string[]): Promise<Map<string, KnownRow>>
  /** Candidates of other sources or other keys, by normalised name (see imports/match.ts), at most 20 a name. */
  candidates(names: readonly string[]): Promise<Map<string, Candidate[]>>
  listings(ids: readonly string[]): Promise<Map<string, { listing: Listing; statements: Statement[] }>>
  groups(names: readonly string[], orgIds: readonly string[]): Promise<Organisation[]>
  slugsTaken(slugs: readonly string[]): Promise<Set<string>>
  /** Adds and changes; each row is one listing, one statement, one revision. */
  write(rows: readonly RowWrite[], author: Author, at: string): Promise<void>
  confirm(confirmations: readonly Confirmation[]): Promise<void>
  /** Rows said again without a change. */
  seenAgain(keys: readonly string[]): Promise<void>
  /** Keys of this source that this run has not seen: marked missing, never deleted. How many are missing now, and how many of them were not before. */
  markMissing(): Promise<{ now: number; newly: number }>
}

export interface ImportStore {
  run<T>(
    about: { run: string; source: Source; startedAt: string },
    work: (
      tx: ImportTransaction,
    ) => Promise<{ keep: boolean; state: 'applied' | 'refused'; report: string; value: T }>,
  ): Promise<T>
  /** Claims of the run go back to what this source said before it. Gives how many listings changed. */
  undo(run: string, at: string): Promise<number>
}
