/** What comes before what, one rule at a time. */
import { LEVELS } from '../../src/search/aptness.ts'
import { expect, it } from 'vitest'
import { METRES_PER_MILE } from '../../src/places/geo.ts'
import {
  leadOf,
  orderKey,
  roomOrder,
  standingOrder,
  stepOf,
  TIERS,
  weightOf,
  worthOrder,
} from '../../src/search/ranking.ts'
import type { Sort } from '../../src/search/query.ts'

type Listing = {
  tier?: number
  miles?: number
  served?: boolean
  area?: boolean
  standing?: number
  room?: number
  share?: number
  minutes?: number
  days?: number
}

function key(
  {
    tier = 1,
    miles = 1,
    served = false,
    area = false,
    standing = 0,
    room = 0,
    share = 0,
    minutes = 60,
    days = 1,
  }: Listing,
  sort: Sort = 'best',
) {
  const step = stepOf(miles * METRES_PER_MILE, served, area)
  return orderKey(leadOf(sort, step, minutes, days), tier, step, worthOrder(standing, room), weightOf(share))
}

it.each<[string, Listing, Listing, Sort?]>([
  [
    'what answers better before what answers less well, however far',
    { tier: TIERS.exact, miles: 400, standing: 3 },
    { tier: TIERS.exact + 1, miles: 0 },
  ],
  [
    'the least of all words before spelt nearly so',
    { tier: TIERS.exact + LEVELS - 1 },
    { tier: TIERS.nearly },
  ],
  ['spelt nearly so before some of the words', { tier: TIERS.nearly + LEVELS - 1 }, { tier: TIERS.some }],
  ['near before far', { miles: 0.35, standing: 3 }, { miles: 0.45 }],
  [
    'standing where both are as near as can be said',
    { miles: 0.44, standing: 0 },
    { miles: 0.36, standing: 1 },
  ],
  ['a door within a mile before who comes to the house', { miles: 0.94 }, { miles: Infinity, served: true }],
  ['who comes to the house before a door beyond a mile', { miles: Infinity, served: true }, { miles: 1.15 }],
  ['their own door counts where it is nearer', { miles: 0.2, served: true }, { miles: 0.3 }],
  [
    'a door within a mile before a secret place in the same town',
    { miles: 0.9, standing: 3 },
    { miles: 0, area: true },
  ],
  [
    'a secret place in this town before one two miles off',
    { miles: 0, area: true },
    { miles: 2, area: true },
  ],
  ['any place before none', { miles: 1500 }, { miles: Infinity }],
  ['standing before room', { standing: 0, room: 3 }, { standing: 1, room: 0 }],
  ['room before how the words stand', { room: 0, share: 0 }, { room: 1, share: 1 }],
  ['more of the words in the name', { share: 0.9 }, { share: 0.2 }],
  ['near: distance before words', { miles: 0.3, tier: TIERS.some }, { miles: 3, tier: TIERS.exact }, 'near'],
  [
    'soon: the next start before all',
    { minutes: 10, tier: TIERS.some, miles: 9 },
    { minutes: 11, tier: TIERS.exact, miles: 0 },
    'soon',
  ],
  ['soon: known before not known', { minutes: 370 * 1440 }, { minutes: Infinity }, 'soon'],
  [
    'soon: words where both start together',
    { minutes: 10, tier: TIERS.exact },
    { minutes: 10, tier: TIERS.exact + 1 },
    'soon',
  ],
  ['checked: lately before long ago', { days: 3, standing: 0 }, { days: 4 }, 'checked'],
  ['checked: long ago before never', { days: 9000 }, { days: Infinity }, 'checked'],
])('%s', (_, first, second, sort) => {
  expect(key(first, sort)).toBeLessThan(key(second, sort))
})

it('is exact for the largest key there can be', () => {
  const largest = orderKey(leadOf('soon', 0, Infinity, 0), 63, stepOf(Infinity, false), worthOrder(3, 3), 63)
  expect(Number.isSafeInteger(largest)).toBe(true)
  expect(orderKey(leadOf('soon', 0, Infinity, 0), 63, stepOf(Infinity, false), worthOrder(3, 3), 62)).toBe(
    largest - 1,
  )
})

const DAY = 86_400_000
const times = { now: 1000 * DAY, confirmedFrom: 817 * DAY, dueFrom: 635 * DAY, tomorrow: 1001 * DAY }
it.each([
  ['today', 1000, null, 0],
  ['the last day that counts as confirmed', 817, null, 0],
  ['a day before that', 816, null, 1],
  ['the last day that counts as due', 635, null, 1],
  ['a day before that', 634, null, 2],
  ['never', -Infinity, null, 2],
  ['a day that has not come', 1001, null, 2],
  ['today, doubted from tomorrow', 1000, 1001, 0],
  ['today, doubted from today', 1000, 1000, 3],
])('confirmed %s', (_, confirmed, doubted, standing) => {
  expect(standingOrder(confirmed * DAY, doubted === null ? Infinity : doubted * DAY, times)).toBe(standing)
})

it('puts room first, then a waiting list, then what is not known, then none', () => {
  expect([
    roomOrder('open'),
    roomOrder('waiting'),
    roomOrder(null),
    roomOrder('full'),
    roomOrder('paused'),
  ]).toEqual([0, 1, 2, 3, 3])
})
