/** Rules of link workers' pages, as tables. */
import { describe, expect, test } from 'vitest'
import { en } from '../../src/text/en.ts'
import { feedbackSaid } from '../../src/workers/feedback.ts'
import { lastNoteDay, noteGiven } from '../../src/workers/notes.ts'
import { pointedIn } from '../../src/workers/pointed.ts'
import { sealWith } from '../../src/workers/sealed.ts'
import { remembered, searchNews, type Picture, type Stood } from '../../src/workers/search-news.ts'
import { districtOf } from '../../src/workers/unmet.ts'
import { NOW } from './house.ts'

const open: Stood = { room: 'open', standing: 'confirmed' }
const full: Stood = { room: 'full', standing: 'confirmed' }
const lapsed: Stood = { room: 'open', standing: 'due' }
const over: Stood = { room: 'open', standing: 'ended' }
const unknown: Stood = { room: 'unknown', standing: 'confirmed' }

describe('what changed in a search', () => {
  const TABLE: [string, Stood | null, boolean, Stood | null, string | null][] = [
    ['it stands as it did', open, true, open, null],
    ['it is new', null, true, open, 'found'],
    ['it is new, and full', null, true, full, 'found'],
    ['it ended', open, false, over, 'ended'],
    ['it ended, and is still found', open, true, over, 'ended'],
    ['it had ended before', over, true, over, null],
    ['it is erased', open, false, null, null],
    ['it became full', open, true, full, 'full'],
    ['it became full and left a search for room', open, false, full, 'full'],
    ['it has room again', full, true, open, 'room'],
    ['it has room again after a wait', { ...full, room: 'waiting' }, true, open, 'room'],
    ['the word on room lapsed', full, true, unknown, null],
    ['somebody says it has room where nobody knew', unknown, true, open, null],
    ['nobody confirms it any more', open, true, lapsed, 'lapsed'],
    ['full tells more than lapsed', open, true, { room: 'full', standing: 'due' }, 'full'],
    ['it left the search for other reasons', open, false, open, null],
  ]
  test.for(TABLE)('%s', ([, was, found, is, news]) => {
    const before: Picture = was === null ? {} : { a: was }
    const now: Picture = is === null ? {} : { a: is }
    expect(searchNews(before, found ? ['a'] : [], now)).toEqual(
      news === null ? [] : [{ listing: 'a', is: news }],
    )
  })

  test('what tells most comes first', () => {
    const before = { a: open, b: open, c: full }
    const now = { a: lapsed, b: over, c: open, d: open }
    expect(searchNews(before, ['a', 'd', 'c'], now).map(({ listing, is }) => `${listing} ${is}`)).toEqual([
      'b ended',
      'd found',
      'c room',
      'a lapsed',
    ])
  })

  test('told once, it is no news the next time', () => {
    const now = { a: full, b: open }
    const before = remembered({ a: open }, ['a', 'b'], now)
    expect(searchNews(before, ['a', 'b'], now)).toEqual([])
    // It left the search for a week, and comes back: it is no stranger.
    const later = remembered(before, ['a'], now)
    expect(searchNews(later, ['a', 'b'], now)).toEqual([])
  })

  test('so many are remembered, what is found first', () => {
    const many = Array.from({ length: 600 }, (_, i) => `l${i}`)
    const now = Object.fromEntries(['old', ...many].map((id) => [id, open]))
    const kept = Object.keys(remembered({ old: open }, many, now))
    expect([kept.length, kept[0], kept.includes('old')]).toEqual([500, 'l0', false])
  })
})

describe('what a group hears', () => {
  test.for([
    [
      { pointed: 9, alikeFull: 4, alike: 12 },
      '9 people were pointed to you this month. 4 listings like yours are full.',
    ],
    [
      { pointed: 1, alikeFull: 1, alike: 1 },
      '1 person was pointed to you this month. 1 listing like yours is full.',
    ],
    [
      { pointed: 0, alikeFull: 0, alike: 3 },
      'Link workers pointed nobody to you this month. No listing like yours says it is full.',
    ],
    [{ pointed: 2, alikeFull: 0, alike: 0 }, '2 people were pointed to you this month.'],
  ] as const)('%j', ([feedback, said]) => {
    expect(feedbackSaid(feedback, en)).toBe(said)
  })
})

test('counts are of this week and of the weeks of this month', () => {
  const tally = (week: string, kind: 'pointed' | 'shortlisted' | 'looked', count: number) => ({
    listing: 'a',
    week,
    kind,
    count,
  })
  // 22 November 2026 is a Sunday: its week began on the 16th, its month in the week of 26 October.
  const tallies = [
    tally('2026-10-19', 'pointed', 100),
    tally('2026-10-26', 'pointed', 2),
    tally('2026-11-09', 'shortlisted', 3),
    tally('2026-11-16', 'pointed', 1),
    tally('2026-11-16', 'looked', 50),
  ]
  expect(pointedIn(tallies, NOW).get('a')).toEqual({ week: 1, month: 3, counted: 6 })
  expect(pointedIn(tallies, NOW).get('b')).toBeUndefined()
})

test.for([
  ['M33', 'M33'],
  ['m33 2', 'M33'],
  ['M33 2AB', 'M33'],
  ['m332ab', 'M33'],
  ['WA14 1HF', 'WA14'],
  ['wa141hf', 'WA14'],
  ['EC1A 1BB', 'EC1A'],
  ['', ''],
  ['  ', ''],
  ['Sale', null],
  ['12 High Street', null],
  ["M33' or 1=1", null],
] as const)('the district of "%s" is %s', ([words, district]) => {
  expect(districtOf(words)).toBe(district)
})

test('a note ends within 90 days', () => {
  const good = (words: string, until: string) => noteGiven(NOW).safeParse({ words, until }).success
  expect(lastNoteDay(NOW)).toBe('2027-02-20')
  expect(good('Ask for the side door', '2027-02-20')).toBe(true)
  expect(good('Ask for the side door', '2026-11-22')).toBe(true)
  expect(good('Ask for the side door', '2027-02-21')).toBe(false)
  expect(good('Ask for the side door', '2026-11-21')).toBe(false)
  for (const no of ['', 'soon', '2027-02-30', '__proto__', '99999-01-01', 'Infinity'])
    expect(good('Ask for the side door', no)).toBe(false)
  expect(good('   ', '2027-01-01')).toBe(false)
  expect(good('x'.repeat(501), '2027-01-01')).toBe(false)
})

test('what is sealed opens with its own secret only, whole', () => {
  const seal = sealWith('one')
  const sealed = seal.close('what=debt')
  expect(sealed).not.toContain('debt')
  expect(seal.close('what=debt')).not.toBe(sealed)
  expect(seal.open(sealed)).toBe('what=debt')
  expect(sealWith('two').open(sealed)).toBeNull()
  expect(seal.open(`${sealed.slice(0, -4)}AAAA`)).toBeNull()
  expect(seal.open('')).toBeNull()
})
