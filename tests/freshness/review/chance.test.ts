import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../../src/app/read-taxonomy.ts'
import { chanceRight, yearEndsBetween } from '../../../src/freshness/review/chance.ts'
import { kindClassOf, type KindClass, type Reviewed } from '../../../src/freshness/review/reviewed.ts'
import { worthAsking } from '../../../src/freshness/review/worth.ts'
import { session as rules } from '../../../src/listings/session.ts'
import { reviewed, RULES, somebody, until } from './made.ts'

const { assumptions, thresholds } = RULES
const chance = (more: Partial<Reviewed>, day: string) =>
  chanceRight(reviewed('a', more), new Date(`${day}T12:00:00.000Z`), assumptions)
const SIGNAL = { kind: 'reported-closed' as const, at: '2026-02-01T12:00:00.000Z' }

/** what, the likelier one, the less likely one; both on a day */
const ORDER: [string, Partial<Reviewed>, Partial<Reviewed>, string][] = [
  ['a library, a class', { kindClass: 'building' }, { kindClass: 'session' }, '2026-06-01'],
  ['confirmed, never confirmed', {}, { confirmed: null }, '2026-01-02'],
  [
    'by the group, by another directory',
    {},
    { confirmed: { at: '2026-01-01T12:00:00.000Z', by: 'source' } },
    '2026-01-02',
  ],
  ['no signal, a report', {}, { signals: [SIGNAL] }, '2026-02-20'],
  ['paid on, money over', until('2026-12-31'), until('2026-03-31'), '2026-04-01'],
  ['money over, said to stop', until('2026-03-31'), until('2026-03-31', 'ends'), '2026-04-01'],
  [
    'answered letters, silent for once',
    { askable: [somebody('p', { asked: 6, answered: 6, lastAskedAt: '2026-02-01T09:00:00.000Z' })] },
    {
      askable: [
        somebody('p', { asked: 7, answered: 6, unanswered: 1, lastAskedAt: '2026-02-01T09:00:00.000Z' }),
      ],
    },
    '2026-03-01',
  ],
  [
    'one who never answers is silent, one who always did',
    {
      askable: [
        somebody('p', { asked: 8, answered: 0, unanswered: 2, lastAskedAt: '2026-02-01T09:00:00.000Z' }),
      ],
    },
    {
      askable: [
        somebody('p', { asked: 8, answered: 6, unanswered: 2, lastAskedAt: '2026-02-01T09:00:00.000Z' }),
      ],
    },
    '2026-03-01',
  ],
]

describe('the chance that it is right', () => {
  test.for(ORDER)('%s', ([, likelier, less, day]) => {
    expect(chance(likelier, day)).toBeGreaterThan(chance(less, day))
  })

  test('it falls with every day and stays a chance', () => {
    const days = Array.from({ length: 1500 }, (_, day) => new Date(Date.UTC(2026, 0, 2 + day)))
    const chances = days.map((now) => chanceRight(reviewed('a'), now, assumptions))
    expect(chances.every((it, at) => at === 0 || it < (chances[at - 1] ?? 0))).toBe(true)
    expect(chances.every((it) => it > 0 && it < 1)).toBe(true)
  })

  test('where nothing is known of the money it falls most over 31 March', () => {
    const lost = (from: string, to: string) => chance({}, from) - chance({}, to)
    expect(lost('2026-03-31', '2026-04-01')).toBeGreaterThan(5 * lost('2026-03-30', '2026-03-31'))
  })

  test('a known last day is a step on the day after, not before', () => {
    expect(chance(until('2026-03-31'), '2026-03-31')).toBeGreaterThan(0.85)
    expect(chance(until('2026-03-31'), '2026-04-01')).toBeLessThan(0.6)
  })

  test.for([
    ['it was confirmed since', { signals: [{ ...SIGNAL, at: '2025-12-01T12:00:00.000Z' }] }],
    ['it lies ahead', { signals: [{ ...SIGNAL, at: '2027-12-01T12:00:00.000Z' }] }],
    [
      'the letter went yesterday',
      { askable: [somebody('p', { unanswered: 1, lastAskedAt: '2026-02-19T12:00:00.000Z' })] },
    ],
  ] as [string, Partial<Reviewed>][])('nothing is held against it: %s', ([, more]) => {
    expect(chance(more, '2026-02-20')).toBe(chance({}, '2026-02-20'))
  })

  test('a confirmation dated ahead is none', () => {
    const ahead = { at: '2026-08-01T12:00:00.000Z', by: 'group' as const }
    expect(chance({ confirmed: ahead }, '2026-02-01')).toBe(chance({ confirmed: null }, '2026-02-01'))
  })

  test.for([
    ['2026-03-31', '2026-04-01', 1],
    ['2026-04-01', '2027-03-31', 0],
    ['2026-01-01', '2028-12-31', 3],
  ] as const)('between %s and %s the financial year ends %i times', ([from, to, count]) => {
    expect(yearEndsBetween(Date.parse(from), Date.parse(to))).toBe(count)
  })
})

const session = (more: object = {}) => rules.parse({ rule: { every: 'week', on: ['tu'] }, ...more })
const CLASSES: [KindClass, Parameters<typeof kindClassOf>[0]][] = [
  ['session', { kinds: ['choir'], how: ['in-person'], sessions: [session()] }],
  ['session', { kinds: [], how: [], sessions: [] }],
  ['building', { kinds: ['library'], how: [], sessions: [session()] }],
  ['course', { kinds: ['course'], how: [], sessions: [session()] }],
  ['course', { kinds: ['choir'], how: [], sessions: [session({ until: '2026-12-01' })] }],
  ['service', { kinds: ['advice-session'], how: ['in-person', 'phone'], sessions: [] }],
  ['session', { kinds: ['advice-session'], how: ['in-person'], sessions: [session()] }],
  ['remote', { kinds: ['helpline'], how: ['phone', 'online'], sessions: [] }],
]
test.for(CLASSES)('%s', ([kind, listing]) => expect(kindClassOf(listing, assumptions.kinds)).toBe(kind))

test('every kind in a list of data/review.json is one of the taxonomy', () => {
  const known = new Set(readTaxonomy().lists.kinds.map(({ id }) => id))
  expect(
    Object.values(assumptions.kinds)
      .flat()
      .filter((id) => !known.has(id)),
  ).toEqual([])
})

/** what, worth more, worth less */
const WORTH: [string, Partial<Reviewed>, Partial<Reviewed>][] = [
  ['many look, few look', { looksPerWeek: 20 }, { looksPerWeek: 1 }],
  ['somebody is pointed there', { pointingsPerWeek: 2 }, {}],
  ['long ago, lately', {}, { confirmed: { at: '2026-05-01T12:00:00.000Z', by: 'group' } }],
  ['money over, paid on', until('2026-03-31'), until('2026-12-31')],
]
test.for(WORTH)('asking is worth more: %s', ([, more, less]) => {
  const worth = (it: Partial<Reviewed>) =>
    worthAsking(reviewed('a', it), 0.5, new Date('2026-06-01T12:00:00.000Z'), assumptions, thresholds)
  expect(worth(more)).toBeGreaterThan(worth(less))
})
