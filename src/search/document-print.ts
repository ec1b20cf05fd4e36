/** A document in one short text, so that a store and an index that hold a million words can be compared by it. */
import { createHash } from 'node:crypto'
import type { SearchDocument } from './document.ts'

/** The same for the same document and no other: 20 letters and digits. */
export const printOf = (document: SearchDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 20)
