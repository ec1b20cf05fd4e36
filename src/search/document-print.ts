/** What an index holds of a listing in one short text, so that a store and an index of a million words can be compared by it. */
import { createHash } from 'node:crypto'

/** The same for the same value and no other, in whichever order its fields stand: 20 letters and digits. */
export const printOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, tidied)).digest('base64url').slice(0, 20)

/** Half a letter is no text: it is written as "a sign that could not be read", and so it is read back. */
function tidied(_: string, value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
