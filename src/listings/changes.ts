/** What changed between two states of a listing: what a revision keeps and a reader compares. */
import { FIELD_NAMES, type FieldName, type ListingFields } from './listing.ts'
import { sameValue } from './same-value.ts'

/** A value that was or is not there is null. */
export type Change = { field: FieldName; from: unknown; to: unknown }

/** Fields that say something else, in the order of FIELD_NAMES. An empty list equals itself only. */
export function changes(from: ListingFields, to: ListingFields): Change[] {
  const found: Change[] = []
  for (const field of FIELD_NAMES)
    if (!sameValue(from[field], to[field]))
      found.push({ field, from: from[field] ?? null, to: to[field] ?? null })
  return found
}
