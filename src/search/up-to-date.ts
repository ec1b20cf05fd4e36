/** Which index has kept up with the store, by change numbers. Pure; times are milliseconds of one clock. */

/**
 * A change may take so long to reach a server: its follower looks every second and indexing takes another one or two.
 * What is removed is off the page at once all the same: the store decides when ids are filled in.
 */
const GRACE_MS = 5000

/** The store's last change number as it was seen at a time, oldest first; the first one since ever. */
export type Seen = readonly { at: number; last: number }[]

/** Forgets what is older than the grace, but for the newest of those. A number that went back is another store: all anew. */
export function seenAlso(seen: Seen, at: number, last: number): Seen {
  const before = seen.at(-1)
  if (before === undefined || last < before.last) return [{ at: Number.NEGATIVE_INFINITY, last }]
  const old = seen.findLastIndex((it) => it.at <= at - GRACE_MS)
  return [...seen.slice(Math.max(0, old)), { at, last }]
}

/** `ahead` of the store: it is of another one, or the store came from a backup. */
export type KeepsUp = 'yes' | 'behind' | 'ahead' | 'no-index' | 'unknown'

/** `applied`: what an index stands for, looked at before the store was seen last; -1: none, or of other settings. */
export function keepsUp(applied: number, seen: Seen, now: number): KeepsUp {
  const last = seen.at(-1)?.last
  if (last === undefined) return 'unknown'
  if (applied < 0) return 'no-index'
  if (applied > last) return 'ahead'
  const due = seen.findLast((it) => it.at <= now - GRACE_MS)?.last ?? 0
  return applied >= due ? 'yes' : 'behind'
}
