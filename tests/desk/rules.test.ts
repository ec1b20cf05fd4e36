/** The rules of the desk as tables: who counts as alike, which form was sent by a person, what is late, where a notice stands. */
import { describe, expect, test } from 'vitest'
import { raisedBy, type ReportWhat } from '../../src/desk/alike.ts'
import { answered, keepingUp } from '../../src/desk/keeping-up.ts'
import { isOn, noticesFor, speaksOf } from '../../src/desk/notices.ts'
import { markOf, stamp, stamped } from '../../src/desk/stamp.ts'
import { daysLeft, targetDay } from '../../src/desk/target.ts'
import type { Signal } from '../../src/freshness/evidence.ts'
import { pressures } from '../../src/insight/pressure.ts'
import { standing, standingSaid } from '../../src/freshness/standing.ts'
import type { Matter } from '../../src/store/matters/matter.ts'
import type { Notice } from '../../src/store/notices/notice.ts'
import { en } from '../../src/text/en.ts'
import { aListing } from '../fixtures.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const DAY_MS = 86_400_000
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS).toISOString()
const said = (...marks: string[]) => marks.map((from, n) => ({ at: at(-n / 24), words: '', from }))
const signal = (kind: Signal['kind'], days: number, clearedAt: string | null = null): Signal => ({
  id: `${kind}${days}`,
  listing: 'a',
  kind,
  at: at(days),
  source: null,
  clearedAt,
})

const ALIKE: [
  what: ReportWhat,
  marks: string,
  about: { confirmedAt?: string; signals?: Signal[] },
  raises: Signal['kind'] | null,
][] = [
  ['closed', 'a', {}, null],
  ['closed', 'a a a', {}, null],
  ['closed', 'a b', {}, 'reported-closed'],
  ['closed', 'a b c', {}, 'reported-closed'],
  ['moved', 'a b', {}, 'reported-wrong'],
  ['number', 'a b', {}, 'reported-wrong'],
  ['full', 'a b', {}, 'reported-wrong'],
  ['other', 'a b c d', {}, null],
  ['closed', 'a b', { confirmedAt: at(1) }, null],
  ['closed', 'a b', { confirmedAt: at(-1) }, 'reported-closed'],
  ['closed', 'a b', { signals: [signal('reported-closed', -1)] }, null],
  ['closed', 'a b', { signals: [signal('reported-closed', -1, at(0))] }, 'reported-closed'],
  ['closed', 'a b', { signals: [signal('reported-closed', -9)], confirmedAt: at(-2) }, 'reported-closed'],
  ['closed', 'a b', { signals: [signal('bounced', -1)] }, 'reported-closed'],
]
test.for(ALIKE)('"%s" from %s raises %s', ([what, marks, { confirmedAt = null, signals = [] }, raises]) => {
  expect(raisedBy({ what, said: said(...marks.split(' ')) }, { confirmedAt, signals, alike: 2 })).toBe(raises)
})

describe('several who say something is wrong', () => {
  const thresholds = {
    confirmed_days: 183,
    due_days: 365,
    signal_grace_days: 14,
    lasts_days: { group: 183, umbrella: 183, desk: 183, 'link-worker': 183, source: 122 },
  }
  const confirmation = {
    id: 'c',
    listing: 'a',
    at: at(-30),
    by: 'group',
    source: null,
    how: 'form',
    revision: 1,
  } as const
  const stands = (kind: Signal['kind'], days: number) =>
    standing({ status: 'published' }, confirmation, [signal(kind, days)], NOW, thresholds)
  test.for([
    ['reported-wrong', -13, 'confirmed'],
    ['reported-wrong', -15, 'unconfirmed'],
    ['reported-closed', -13, 'confirmed'],
    ['reported-closed', -15, 'likely-ended'],
    ['reported-wrong', -40, 'confirmed'],
  ] as const)('%s %i days ago leaves it %s', ([kind, days, state]) => {
    expect(stands(kind, days).state).toBe(state)
  })
  test('the sentence says that it may be wrong, not that it has ended', () => {
    const { main, detail } = standingSaid(stands('reported-wrong', -15), NOW, en)
    expect(`${main} ${detail}`).toBe('Something here may be wrong. Several people told us so')
  })
})

describe('the stamp of a form', () => {
  const given = stamp(NOW, 'secret')
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
  test.for([
    [given, 0, 'secret', 'early'],
    [given, 2.9, 'secret', 'early'],
    [given, 3, 'secret', 'good'],
    [given, 86_399, 'secret', 'good'],
    [given, 86_401, 'secret', 'old'],
    [given, 10, 'another', 'unknown'],
    [given.replace('.', 'x.'), 10, 'secret', 'unknown'],
    ['', 10, 'secret', 'unknown'],
    ['a.b.c', 10, 'secret', 'unknown'],
    [stamp(later(60), 'secret'), 10, 'secret', 'early'],
  ] as const)('%s after %d s: %s %s', ([mark, seconds, secret, is]) => {
    expect(stamped(mark, later(seconds), secret)).toBe(is)
  })
  test('a mark tells networks and days apart, and nothing else', () => {
    const mark = (network: string, day: string, secret = 's') => markOf(network, day, secret)
    const marks = [
      mark('203.0.113.0/24', '2026-11-22'),
      mark('203.0.114.0/24', '2026-11-22'),
      mark('203.0.113.0/24', '2026-11-23'),
      mark('203.0.113.0/24', '2026-11-22', 'another'),
    ]
    expect(new Set(marks).size).toBe(4)
    expect(mark('203.0.113.0/24', '2026-11-22')).toBe(marks[0])
    expect(marks.join(' ')).not.toContain('203')
  })
})

test.for([
  ['report', '2026-11-22T09:00:00Z', '2026-11-25'],
  ['keeper', '2026-12-24T09:00:00Z', '2026-12-27'],
  ['change', '2026-11-22T23:59:00Z', '2026-11-27'],
  // In London it is the next day already.
  ['change', '2026-06-30T23:30:00Z', '2026-07-06'],
] as const)('a %s that came at %s is due on %s', ([kind, now, day]) => {
  expect(targetDay(kind, new Date(now))).toBe(day)
})
test.for([
  ['2026-11-22', 0],
  ['2026-11-25', 3],
  ['2026-11-19', -3],
  ['2027-01-01', 40],
] as const)('%s is %i days ahead', ([day, left]) => {
  expect(daysLeft(day, NOW)).toBe(left)
})

const notice = (over: Partial<Notice> = {}): Notice => ({
  id: 'n',
  what: 'paused',
  areas: [],
  kinds: [],
  groups: [],
  words: '',
  until: '2026-11-24',
  saidAt: at(-1),
  saidBy: 'p',
  endedAt: null,
  endedBy: null,
  ...over,
})
const URGENT = new Set(['domestic-abuse'])
const sale = aListing({
  kinds: ['coffee-morning', 'drop-in'],
  places: [{ postcode: 'M33 2AB', area_codes: ['E05000123'] }],
  group: { id: 'g1', name: 'Kettle Friends' },
})
test.for([
  ['everything', {}, true],
  ['its district', { areas: ['M33'] }, true],
  ['its ward', { areas: ['E05000123'] }, true],
  ['one of several', { areas: ['M41', 'M33'] }, true],
  ['another district', { areas: ['M41'] }, false],
  ['a district that begins alike', { areas: ['M3'] }, false],
  ['its kind', { kinds: ['drop-in'] }, true],
  ['another kind', { kinds: ['choir'] }, false],
  ['its kind there', { areas: ['M33'], kinds: ['drop-in'] }, true],
  ['its kind elsewhere', { areas: ['M41'], kinds: ['drop-in'] }, false],
  ['its group', { groups: ['g1'] }, true],
  ['another group', { groups: ['g2'], areas: ['M33'] }, false],
] as const)('a notice about %s', ([, over, speaks]) => {
  expect(speaksOf(notice({ ...over } as Partial<Notice>), sale, URGENT)).toBe(speaks)
})
test.for([
  ['paused', {}, false],
  ['paused', { areas: ['M33'] }, false],
  ['paused', { groups: ['g1'] }, true],
  ['telephone', { areas: ['M33'] }, true],
] as const)('a refuge under "%s" of %o', ([what, over, speaks]) => {
  const refuge = { ...sale, needs: ['domestic-abuse'] }
  expect(speaksOf(notice({ what, ...over } as Partial<Notice>), refuge, URGENT)).toBe(speaks)
})
test('without a place a listing lies in no area', () => {
  const line = aListing({ places: [] })
  expect(speaksOf(notice({ areas: ['M33'] }), line, URGENT)).toBe(false)
  expect(speaksOf(notice(), line, URGENT)).toBe(true)
})
test.for([
  ['before its day', {}, '2026-11-22T09:00:00Z', true],
  ['in the last minute of its day', {}, '2026-11-24T23:59:00Z', true],
  ['after its day', {}, '2026-11-25T00:00:00Z', false],
  ['before it was said', {}, '2026-11-21T08:59:00Z', false],
  ['once it was ended', { endedAt: at(0) }, '2026-11-22T09:00:00Z', false],
  // Summer: London is an hour ahead.
  ['after its day in summer', { until: '2027-06-30' }, '2027-06-30T23:30:00Z', false],
] as const)('a notice is on: %s', ([, over, now, on]) => {
  expect(isOn(notice({ ...over }), new Date(now))).toBe(on)
})
test('the one that lasts longest stands first, and what has ended carries none', () => {
  const all = [
    notice({ id: 'a' }),
    notice({ id: 'b', until: '2026-12-24' }),
    notice({ id: 'c', areas: ['M41'] }),
  ]
  expect(noticesFor(sale, all, NOW, URGENT).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(noticesFor({ ...sale, status: 'ended' }, all, NOW, URGENT)).toEqual([])
})

test('keeping up is counted by kind: open, late, decided lately, in time', () => {
  const matter = (over: Partial<Matter>): Matter =>
    ({ kind: 'report', state: 'open', targetOn: '2026-11-22', decidedAt: null, ...over }) as Matter
  const decided = (days: number, targetOn: string) =>
    matter({ state: 'decided', decidedAt: at(days), targetOn })
  const matters = [
    matter({}),
    matter({ targetOn: '2026-11-21' }),
    decided(-1, '2026-11-21'),
    decided(-1, '2026-11-20'),
    decided(-31, '2026-11-20'),
    matter({ kind: 'keeper', targetOn: '2026-12-01' }),
    matter({ state: 'withdrawn', decidedAt: at(-1) }),
  ]
  expect(keepingUp(matters, NOW)).toEqual([
    { kind: 'report', open: 2, late: 1, decided: 2, inTime: 1 },
    { kind: 'keeper', open: 1, late: 0, decided: 0, inTime: 0 },
  ])
})
test('a listing counts as answered once, and nobody is hurried', () => {
  const ask = (listing: string, days: number, answeredAt: string | null) => ({
    id: `${listing}${days}`,
    listing,
    person: 'p',
    rung: 'asked',
    at: at(days),
    answeredAt,
  })
  const asks = [ask('a', -40, null), ask('a', -20, at(-19)), ask('b', -20, null), ask('c', -3, null)]
  expect(answered(asks, NOW)).toEqual({ asked: 2, answered: 1 })
})

test('no room is counted by what a listing stands under, once each', () => {
  const listing = (
    under: string[],
    state: 'open' | 'full' | 'waiting' | 'unknown',
    fullMonths = 0,
    ofMonths = 0,
  ) => ({
    under,
    state,
    trend: { fullMonths, ofMonths },
  })
  const found = pressures([
    listing(['debt', 'debt', 'food'], 'full', 4, 6),
    listing(['debt'], 'open', 0, 2),
    listing(['debt'], 'unknown'),
    listing(['food'], 'waiting', 1, 1),
  ])
  expect(Object.fromEntries(found)).toEqual({
    debt: { listings: 3, known: 2, without: 1, fullMonths: 4, ofMonths: 8 },
    food: { listings: 2, known: 2, without: 2, fullMonths: 5, ofMonths: 7 },
  })
})
