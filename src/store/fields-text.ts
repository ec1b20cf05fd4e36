/** A listing's settled fields as text in a row, and back. What every empty listing has is left out. */
import { FIELD_NAMES, listingFields, type ListingFields } from '../listings/listing.ts'

const EMPTY = listingFields.parse({ name: '-' })
const EMPTY_LISTS = Object.entries(EMPTY)
  .filter(([, value]) => Array.isArray(value))
  .map(([name]) => name)

export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

export function writeFields(fields: ListingFields): string {
  const said: { [field: string]: unknown } = {}
  for (const name of FIELD_NAMES) {
    const value = fields[name]
    if (!isEmptyList(value)) said[name] = value
  }
  return JSON.stringify(said)
}

/** Values as they were written, with what an empty listing has where nothing was said. */
export function withDefaults(said: { [field: string]: unknown }): ListingFields {
  // A list of its own for each listing: whoever changes one must not change all.
  for (const name of EMPTY_LISTS) said[name] ??= []
  said['status'] ??= EMPTY.status
  return said as ListingFields
}

export function readFields(text: string): ListingFields {
  return withDefaults(JSON.parse(text))
}
