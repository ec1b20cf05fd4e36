/**
 * Listings that were read a moment ago, kept until anything changes in the store. The store is asked for its change
 * number each time, so what is shown is never older than what it holds: a listing taken away is gone at once.
 */
import type { Known, Store } from '../store/store.ts'

/** Listings kept: about 20 MB of the longest. */
const KEPT = 5000

export type Listings = (ids: readonly string[]) => Promise<Known[]>

/** In the order asked; unknown ids are left out, as the store does. What is given is shared: nobody may change it. */
export function keptListings(store: Pick<Store, 'lastChange' | 'listings'>): Listings {
  const kept = new Map<string, Known>()
  let change = -1
  return async (ids) => {
    const now = await store.lastChange()
    if (now !== change || kept.size > KEPT) kept.clear()
    change = now
    const missing = ids.filter((id) => !kept.has(id))
    const read = missing.length === 0 ? [] : await store.listings(missing)
    // Somebody may have changed one while it was read: then it is shown once, and read again the next time.
    const settled = missing.length === 0 || (await store.lastChange()) === now
    const fresh = new Map(read.map((it) => [it.listing.id, it]))
    const found = ids.flatMap((id) => kept.get(id) ?? fresh.get(id) ?? [])
    if (settled && change === now) for (const [id, known] of fresh) kept.set(id, known)
    return found
  }
}
