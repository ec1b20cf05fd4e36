/**
 * A claim: one source says one value of one field, when and how. A listing is what its claims settle to.
 */
import type { FieldName, ListingFields } from './listing.ts'

/** Kinds of author, best known to least; how far each counts for which field is data (data/source-ranks.json). */
export const AUTHORS = [
  'group',
  'umbrella',
  'desk',
  'link-worker',
  'register',
  'source',
  'suggested',
] as const
export type Author = (typeof AUTHORS)[number]
/** Who may confirm a listing or say whether there is room: those who can know. */
export const KNOWERS = ['group', 'umbrella', 'desk', 'link-worker', 'source'] as const
export type Knower = (typeof KNOWERS)[number]

export type Claim<F extends FieldName = FieldName> = {
  /** null says "there is none": it wins over lesser values like any other claim. */
  value: ListingFields[F] | null
  /** When it was said: an instant in UTC. */
  at: string
  by: Author
  /** How it came: typed in a form, on the telephone, in a file, guessed from words. */
  how: 'form' | 'phone' | 'file' | 'guessed'
}

/** All that one source says of one listing: stored as one row. */
export type Statement = {
  listing: string
  source: string
  fields: { [F in FieldName]?: Claim<F> }
}

/** What settled: the values, and for each field who said it. */
export type Provenance = { [F in FieldName]?: { source: string; by: Author; at: string; how: Claim['how'] } }
