/**
 * How often listings are looked at: gathered in memory as bare numbers and written down once a minute. Nothing of the
 * person, of what they searched for, or of the minute they came is in it. What a crash loses is a minute of counts.
 */
import { mondayOf } from '../listings/clock.ts'
import type { Store } from '../store/store.ts'
import { countSent } from '../workers/sent.ts'

/** Milliseconds between writes. */
export const WRITE_MS = 60_000
/** Listings counted between two writes at most: a program that opens every page must not fill the memory. */
const MOST = 5000

export type Looks = {
  at: (listing: string) => void
  /** Somebody came by a link that was shared. */
  followed: (listing: string) => void
  write: () => Promise<void>
}

export function countLooks(store: Pick<Store, 'act' | 'listings'>, now: () => Date): Looks {
  let counts = new Map<string, number>()
  let follows = new Map<string, number>()
  const add = (to: Map<string, number>, listing: string) => {
    if (to.has(listing) || to.size < MOST) to.set(listing, (to.get(listing) ?? 0) + 1)
  }
  return {
    at: (listing) => add(counts, listing),
    followed: (listing) => add(follows, listing),
    async write() {
      if (counts.size + follows.size === 0) return
      const at = now()
      const [looked, followed] = [counts, follows]
      counts = new Map()
      follows = new Map()
      // Erased meanwhile: there is nothing left to count.
      const ids = [...new Set([...looked.keys(), ...followed.keys()])]
      const there = new Set((await store.listings(ids)).map((it) => it.listing.id))
      const known = (all: Map<string, number>) => [...all].filter(([listing]) => there.has(listing))
      const tallies = known(looked).map(([listing, count]) => ({
        listing,
        week: mondayOf(at),
        kind: 'looked' as const,
        count,
      }))
      if (there.size === 0) return
      await store.act(async (act) => {
        await act.count(tallies)
        for (const [listing, count] of known(followed))
          await countSent(act, { listing, how: 'shared', count }, at)
      })
    },
  }
}
