/** The difference: what a run would change or did, one line a listing. */
import type { Author } from '../../listings/claims.ts'
import type { FieldName } from '../../listings/listing.ts'

/**
 * "back": missing before, told of again. "missing": told of before, not any more. "conflict": a person said otherwise;
 * nothing was overwritten. "ended": the source says that it has ended.
 */
export const LINE_KINDS = ['added', 'changed', 'back', 'missing', 'conflict', 'ended'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export type LineChange = {
  field: FieldName
  /** As settled. Values that are hidden from the public are here too: see `hidden`. */
  from: unknown
  to: unknown
  /** Who said the old value; null: nobody. */
  said: { source: string; by: Author; at: string } | null
  /** One of the two values is not public: only for whoever may see private facts. */
  hidden: boolean
}

export type RunLine = {
  /** From 1, in the order of the run. */
  number: number
  is: LineKind
  /** null where it never came to be: the run was refused. */
  listing: string | null
  name: string
  changes: LineChange[]
}

/** `all`: how many there are; `kept`: of how many there is a line to read. */
export type LineCounts = { [K in LineKind]: { all: number; kept: number } }

/** What a run hands over when it ends, kept or refused. */
export type Difference = {
  lines: readonly RunLine[]
  counts: { [K in LineKind]: number }
}
