/** Two listings that turned out to be one, and that one parted again: what is asked of the store, and what it answers. */
import type { Author, Statement } from '../../listings/claims.ts'
import type { ListingFields } from '../../listings/listing.ts'

/** One of the two, as whoever decides read it. */
export type Half = { listing: string; revision: number }

export type Merging = {
  kept: Half
  gone: Half
  /** What people said of both, put together: one statement a source that is on both. */
  people: Statement[]
  /** What all statements of both settle to. */
  settled: ListingFields
  /** Who runs it from now on; null: as the one kept. */
  group: string | null
  author: Author
  /** Instant in UTC. */
  at: string
}
export type Merged =
  | { is: 'merged' }
  /** These sources told of both under keys of their own: their word that they are two. Nothing was written. */
  | { is: 'told-apart'; sources: string[] }
  /** Somebody changed one meanwhile. Nothing was written. */
  | { is: 'stale' }
  | { is: 'unknown' }

/** A merge that stands, newest first. */
export type Merge = {
  /** Id of the listing that went, and its name then. */
  gone: string
  name: string
  at: string
  slugs: string[]
  sources: string[]
  /** What people had said of each before. */
  goneSaid: Statement[]
  keptSaid: Statement[]
}

export type Parting = {
  kept: Half
  /** Sources whose statements go. */
  sources: string[]
  /** Where they go: to the listing that went in a merge, which comes back, or to a new one. */
  to: { is: 'back'; gone: string } | { is: 'new'; listing: string; slug: string }
  /** What people say of each from now on, of the sources on whose words a merge had put them together; [] of one: nothing. */
  people: { source: string; kept: Statement['fields'] | null; gone: Statement['fields'] | null }[]
  settled: { kept: ListingFields; gone: ListingFields }
  author: Author
  at: string
  /** Of the desk, who parted them; and the id of the matter that remembers it. */
  by: string | null
  matter: { id: string; about: { [name: string]: unknown }; targetOn: string }
}
export type Parted = { is: 'parted'; listing: string } | { is: 'stale' } | { is: 'unknown' }
