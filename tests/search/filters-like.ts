/** Filters as somebody might choose them who looks for just this listing: generated questions that find something. */
import type { Random } from '../../bench/generate.ts'
import { daysOf, timesOfDay } from '../../src/listings/slots.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import type { EngineQuery } from '../../src/search/engine.ts'

/** How likely each filter of what a listing is, and each of how it stands now, is chosen: 0 to 1. */
type Shares = { is: number; language: number; open: number; room: number; checked: number }

export function filtersLike(like: SearchDocument, random: Random, shares: Shares): EngineQuery['filters'] {
  const some = (values: readonly string[], share = shares.is) => (random() < share ? values.slice(0, 2) : [])
  const yes = (share: number, value: string) => (random() < share ? [value] : [])
  return {
    need: some(like.needs),
    kind: some(like.kinds),
    who: some(like.who),
    how: some(like.how),
    cost: some(like.cost),
    access: some(like.access),
    language: some(like.languages, shares.language),
    join: some(like.join),
    day: some(daysOf(like.slots)),
    time: some(timesOfDay(like.slots)),
    open: yes(shares.open, 'now'),
    room: yes(shares.room, '1'),
    checked: yes(shares.checked, '1'),
  }
}
