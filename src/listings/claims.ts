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

/** People's own words; the others are files and guesses. */
export const PEOPLE = ['group', 'umbrella', 'desk', 'link-worker'] as const satisfies readonly Author[]
export type Person = (typeof PEOPLE)[number]
export const isPerson = (author: Author): author is Person => (PEOPLE as readonly Author[]).includes(author)

/**
 * What the desk decided where a source came to say otherwise than a person. "take": its value then, over all that
 * people said before. "always": whatever it says, until a person says the field anew.
 */
export type Ruled = { is: 'take' | 'always'; source: string }

export type Claim<F extends FieldName = FieldName> = {
  /** null says "there is none": it wins over lesser values like any other claim. */
  value: ListingFields[F] | null
  /** When it was said: an instant in UTC. */
  at: string
  by: Author
  /** How it came: typed in a form, on the telephone, in a file, guessed from words. */
  how: 'form' | 'phone' | 'file' | 'guessed'
  /** Only in the desk's own statement. */
  ruled?: Ruled
}

/** All that one source says of one listing: stored as one row. */
export type Statement = {
  listing: string
  source: string
  fields: { [F in FieldName]?: Claim<F> }
}

/** What settled: the values, and for each field who said it. */
export type Provenance = {
  [F in FieldName]?: {
    source: string
    by: Author
    at: string
    how: Claim['how']
    /** Where the desk decided that this counts. */
    ruled?: Ruled['is']
  }
}
