/** A source that says on which day it counted its free places says whether there is room; others say nothing of it. */
import { createHash } from 'node:crypto'
import type { CapacityEvent } from '../capacity/event.ts'
import type { Draft } from './mapping/draft.ts'

/** The same id for the same word, however often it is read (a UUID of version 8, RFC 9562). */
export function roomOf({ room }: Draft, listing: string, source: string): CapacityEvent[] {
  if (room === null) return []
  const { state, at } = room
  const hex = createHash('sha256').update(`room ${listing} ${source} ${state} ${at}`).digest('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return [{ id, listing, session: null, state, weeks: null, until: null, saidAt: at, by: 'source' }]
}
