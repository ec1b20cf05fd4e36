/** Whom link workers ring next: the order and who is left out, as a table. */
import { expect, test } from 'vitest'
import { readReview } from '../../src/app/read-review.ts'
import { readSite } from '../../src/app/site.ts'
import type { Reviewed } from '../../src/freshness/review/reviewed.ts'
import { ringOrder } from '../../src/workers/ring.ts'
import { inDays, NOW } from './house.ts'

const ago = (days: number) => inDays(-days).toISOString()
const RULES = { assumptions: readReview(), thresholds: readSite().freshness }

const listing = (id: string, over: Partial<Reviewed> = {}): Reviewed => ({
  id,
  group: 'g1',
  kindClass: 'session',
  confirmed: { at: ago(300), by: 'group' },
  editedAt: ago(300),
  importedAt: null,
  funding: null,
  moneySaidAt: null,
  roomKnown: false,
  signals: [],
  looksPerWeek: 2,
  pointingsPerWeek: 0,
  askable: [],
  canRing: true,
  ladder: null,
  restsUntil: null,
  ...over,
})
const order = (...all: Reviewed[]) => ringOrder(all, NOW, RULES).map(({ id }) => id)

const OUT: [string, Partial<Reviewed>][] = [
  ['it has no number', { canRing: false }],
  ['it was confirmed last week', { confirmed: { at: ago(7), by: 'group' } }],
  ['it is on a break', { restsUntil: '2026-12-01' }],
  ['nobody answered yesterday', { signals: [{ kind: 'rang-no-answer', at: ago(1) }] }],
]
test.for(OUT)('left out: %s', ([, over]) => {
  expect(order(listing('a'))).toEqual(['a'])
  expect(order(listing('a', over))).toEqual([])
})

test('rung in vain four days ago it is rung again, and a break that is over is over', () => {
  expect(order(listing('a', { signals: [{ kind: 'rang-no-answer', at: ago(4) }] }))).toEqual(['a'])
  expect(order(listing('a', { restsUntil: '2026-11-21' }))).toEqual(['a'])
})

test('many looks, an end of money and a doubt come before age alone', () => {
  const ranked = order(
    listing('age'),
    listing('looked', { looksPerWeek: 40 }),
    listing('money', { looksPerWeek: 4, funding: { says: 'ends', until: '2026-03-31', saidAt: ago(280) } }),
    listing('doubt', { looksPerWeek: 4, signals: [{ kind: 'bounced', at: ago(20) }] }),
  )
  expect(ranked[0]).toBe('looked')
  expect(ranked.at(-1)).toBe('age')
})

test('those whose letters nobody answered come first, until somebody confirms them', () => {
  const handed = { ladder: { rung: 'link-workers' as const, askedAt: ago(5) } }
  expect(order(listing('looked', { looksPerWeek: 40 }), listing('handed', handed))).toEqual([
    'handed',
    'looked',
  ])
  const since = { ...handed, confirmed: { at: ago(2), by: 'link-worker' as const } }
  expect(order(listing('looked', { looksPerWeek: 40 }), listing('handed', since))).toEqual(['looked'])
})

test('each has a reason a person can read', () => {
  const [first] = ringOrder(
    [listing('a', { funding: { says: 'ends', until: '2026-03-31', saidAt: ago(280) } })],
    NOW,
    RULES,
  )
  expect(first?.why).toContainEqual({ is: 'funding-ended', on: '2026-03-31' })
})
