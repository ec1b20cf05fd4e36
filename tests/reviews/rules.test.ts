/** When a listing rests, and what past letters say about who answers. */
import { describe, expect, test } from 'vitest'
import { lettersTo } from '../../src/reviews/letters-sent.ts'
import { restsUntil } from '../../src/reviews/rest.ts'
import type { Session } from '../../src/listings/session.ts'
import type { Asked } from '../../src/store/reviews/asks.ts'
import { known, NOW } from '../fixtures.ts'
import { site } from './house.ts'

const TERMS = [
  { from: '2026-09-01', until: '2026-11-20' },
  { from: '2027-01-04', until: '2027-03-26' },
]
const tuesday = (over: Partial<Session> = {}): Session => ({
  rule: { every: 'week', on: ['tu'] },
  pauses: [],
  ...over,
})
const pause = (from: string, until: string) => tuesday({ pauses: [{ from, until }] })

const RESTS: [what: string, sessions: Session[], until: string | null][] = [
  ['no times at all', [], null],
  ['a weekly time', [tuesday()], null],
  ['a pause over today', [pause('2026-11-01', '2026-12-31')], '2026-12-31'],
  ['a pause that ends today', [pause('2026-11-01', '2026-11-22')], '2026-11-22'],
  ['a pause that begins tomorrow', [pause('2026-11-23', '2026-12-31')], null],
  ['one of two sessions pausing', [pause('2026-11-01', '2026-12-31'), tuesday()], null],
  [
    'both pausing: the first end',
    [pause('2026-11-01', '2026-12-31'), pause('2026-11-01', '2026-12-01')],
    '2026-12-01',
  ],
  ['term time, in the holiday', [tuesday({ term_time: true })], '2027-01-03'],
]

describe('a listing rests', () => {
  test.for(RESTS)('%s', ([, sessions, until]) => {
    const it = known({ listing: { sessions } })
    expect(restsUntil(it, NOW, { capacity: site.capacity, terms: TERMS })).toBe(until)
  })
  test('not in term time, and not where no terms are known', () => {
    const it = known({ listing: { sessions: [tuesday({ term_time: true })] } })
    const at = (day: string, terms = TERMS) =>
      restsUntil(it, new Date(`${day}T12:00:00Z`), { capacity: site.capacity, terms })
    expect(at('2026-11-19')).toBeNull()
    expect(at('2027-01-04')).toBeNull()
    expect(at('2027-08-01')).toBeNull()
    expect(at('2026-12-24', [])).toBeNull()
  })
})

const asked = (at: string, listing: string, answeredAt: string | null = null): Asked => ({
  id: `${at} ${listing}`,
  listing,
  person: 'p',
  rung: 'asked',
  at: `${at}T09:00:00.000Z`,
  answeredAt,
})
const LETTERS: [what: string, asked: Asked[], expected: object][] = [
  [
    'two listings in one letter',
    [asked('2026-10-01', 'a'), asked('2026-10-01', 'b')],
    { asked: 1, unanswered: 1 },
  ],
  [
    'an answer about one of them answers the letter',
    [asked('2026-10-01', 'a'), asked('2026-10-01', 'b', '2026-10-02')],
    { asked: 1, answered: 1, unanswered: 0 },
  ],
  [
    'silence since the last answer',
    [asked('2026-01-01', 'a', '2026-01-02'), asked('2026-06-01', 'a'), asked('2026-10-01', 'a')],
    { asked: 3, answered: 1, unanswered: 2, lastAskedAt: '2026-10-01T09:00:00.000Z' },
  ],
  [
    'letters of the last year',
    [asked('2025-06-01', 'a'), asked('2025-11-23', 'a'), asked('2026-10-01', 'a')],
    { asked: 3, askedLastYear: 2 },
  ],
]
test.for(LETTERS)('letters: %s', ([, all, expected]) => {
  expect(lettersTo(all, NOW).get('p')).toMatchObject(expected)
})
