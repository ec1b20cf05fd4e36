/** A store as far as an index follows it: the last state of each listing, and the number of its last change. */
import type { ChangeFeed } from '../../src/search/change-feed.ts'
import type { KnownListing } from '../../src/search/make-document.ts'

export type FeedUnderTest = ChangeFeed & {
  put(...listings: KnownListing[]): void
  remove(...ids: string[]): void
  /** Questions asked of it. */
  asked: number
}

export function makeFeed(): FeedUnderTest {
  const states = new Map<string, { change: number; known: KnownListing | null }>()
  let last = 0
  const change = (id: string, known: KnownListing | null) => void states.set(id, { change: ++last, known })
  return {
    asked: 0,
    put: (...listings) => listings.forEach((known) => change(known.listing.id, known)),
    remove: (...ids) => ids.forEach((id) => change(id, null)),
    lastChange: async () => last,
    async changesSince(from, limit) {
      this.asked++
      const newer = [...states].filter(([, it]) => it.change > from).sort((a, b) => a[1].change - b[1].change)
      const some = newer.slice(0, limit)
      return {
        known: some.flatMap(([, { known }]) => (known ? [known] : [])),
        removed: some.flatMap(([id, { known }]) => (known ? [] : [id])),
        upTo: some.at(-1)?.[1].change ?? from,
        more: newer.length > limit,
      }
    },
  }
}
