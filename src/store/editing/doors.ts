/** What the pages of editing ask of the store and of an act. */
import { slugsTaken } from '../add.ts'
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Identity } from '../store.ts'
import { alikeListings, type Alike } from './alike.ts'
import type { Draft } from './draft.ts'
import { draftsOf, dropDraft, putDraft } from './drafts.ts'

export type DraftsRead = {
  /** A person's own, last written first. */
  of: (person: string, now: Date, which?: { id?: string; listing?: string }) => Promise<Draft[]>
  /** Listings with a name, full postcode, telephone or website in common. */
  alike: (identity: Identity) => Promise<Alike[]>
}
export type DraftsAct = {
  of: DraftsRead['of']
  put: (draft: Draft) => Promise<void>
  drop: (id: string) => Promise<void>
  /** Those of these addresses that a listing has or had. */
  slugsTaken: (slugs: readonly string[]) => Promise<Set<string>>
}

export const draftsRead = (reading: Reading): DraftsRead => ({
  of: (person, now, which) => draftsOf(reading, person, now, which),
  alike: (identity) => alikeListings(reading, identity),
})

export const draftsAct = (tx: Writing): DraftsAct => ({
  of: (person, now, which) => draftsOf(tx, person, now, which),
  put: (draft) => putDraft(tx, draft),
  drop: (id) => dropDraft(tx, id),
  slugsTaken: (slugs) => slugsTaken(tx, slugs),
})
