/** A file confirms a listing only where it says on which day somebody checked it. An import alone never does. */
import { createHash } from 'node:crypto'
import type { Confirmation } from '../freshness/evidence.ts'
import type { Draft } from './mapping/draft.ts'

/** The same id for the same check, however often the file is imported (a UUID of version 8, RFC 9562). */
export function confirmationsOf(
  { checkedOn }: Draft,
  listing: string,
  revision: number,
  source: string,
): Confirmation[] {
  if (checkedOn === null) return []
  const hex = createHash('sha256').update(`${listing} ${source} ${checkedOn}`).digest('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return [{ id, listing, at: `${checkedOn}T12:00:00.000Z`, by: 'source', source, how: 'file', revision }]
}
