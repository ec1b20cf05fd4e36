/**
 * How often listings are looked at: gathered in memory as bare numbers and written down once a minute. Nothing of the
 * person, of what they searched for, or of the minute they came is in it. What a crash loses is a minute of counts.
 */
import { mondayOf } from '../listings/clock.ts'
import type { Store } from '../store/store.ts'

/** Milliseconds between writes. */
export const WRITE_MS = 60_000
/** Listings counted between two writes at most: a program that opens every page must not fill the memory. */
const MOST = 5000

export type Looks = { at: (listing: string) => void; write: () => Promise<void> }

export function countLooks(store: Pick<Store, 'act' | 'listings'>, now: () => Date): Looks {
  let counts = new Map<string, number>()
  return {
    at(listing) {
      if (counts.has(listing) || counts.size < MOST) counts.set(listing, (counts.get(listing) ?? 0) + 1)
    },
    async write() {
      if (counts.size === 0) return
      const week = mondayOf(now())
      const taken = counts
      counts = new Map()
      // Erased meanwhile: there is nothing left to count.
      const there = new Set((await store.listings([...taken.keys()])).map((it) => it.listing.id))
      const tallies = [...taken]
        .filter(([listing]) => there.has(listing))
        .map(([listing, count]) => ({ listing, week, kind: 'looked' as const, count }))
      if (tallies.length > 0) await store.act((act) => act.count(tallies))
    },
  }
}
