/** Who stands back, how far, and what never moves. */
import { expect, it } from 'vitest'
import { dice } from '../../bench/simulate/chance.ts'
import type { Fairness } from '../../src/search/engine.ts'
import {
  areaOf,
  backOf,
  byDistance,
  FAIR_AMONG,
  FARTHEST,
  hashOf,
  LEAST_SENT,
  loadsOf,
  MOST_STEPS,
  movesAt,
  seedOf,
  shuffled,
  SMALL_GROUP,
  spread,
  stepsBack,
  type Placed,
} from '../../src/search/fairness.ts'
import { ANYBODY } from '../../src/search/serves.ts'
import { equalsIn, orderKey, stepIn } from '../../src/search/ranking.ts'

it.each([
  ['nobody', 0, 6, 0],
  ['four people: a list must not tell of so few', 4, 15, 0],
  ['five', 5, 6, 6],
  ['twice as many: as much again', 10, 6, 12],
  ['four times', 20, 6, 18],
  ['a little more than five is hardly more', 6, 6, 8],
  ['ten thousand: as far as anybody goes', 10_000, 10, MOST_STEPS],
  ['switched off', 1000, 0, 0],
])('%s', (_, sent, strength, steps) => {
  expect(stepsBack(sent, strength)).toBe(steps)
})

it('leaves out who does not stand back', () => {
  const sent = new Map([
    ['many', 5],
    ['few', LEAST_SENT - 1],
    ['none', 0],
  ])
  expect([...backOf(sent, 3)]).toEqual([['many', 3]])
})

it('counts a small group whole, and the listings of an institution each by itself', () => {
  const of = (group: string | null, counts: number[]) =>
    counts.map((count, i) => ({ listing: `${group} ${i}`, group, count }))
  const large = Array.from({ length: SMALL_GROUP + 1 }, (_, i) => i)
  const loads = loadsOf([...of('small', [4, 3, 0]), ...of('large', large), ...of(null, [9, 8])])
  expect(Object.fromEntries(loads)).toEqual({
    'small 0': 7,
    'small 1': 7,
    'small 2': 7,
    ...Object.fromEntries(large.map((i) => [`large ${i}`, i])),
    'null 0': 9,
    'null 1': 8,
  })
})

const at = { lat: 53.4237, lng: -2.3199 }
it.each([
  ['nowhere', null, ''],
  ['a whole postcode', { ...at, postcode: 'M33 2AA' }, 'M33'],
  ['the first half of one', { ...at, postcode: 'm33' }, 'M33'],
  ['one of London', { ...at, postcode: 'EC1A 1BB' }, 'EC1A'],
  ['a point: a square of some miles', { ...at, postcode: null }, '53.4 -2.3'],
  ['what is no postcode', { ...at, postcode: 'Sale' }, '53.4 -2.3'],
])('stands for an area: %s', (_, place, area) => {
  expect(areaOf(place)).toBe(area)
})

it('is shuffled the same for everybody of an area on a day, and otherwise the next day or elsewhere', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `listing-${i}`)
  const order = (day: string, area: string) =>
    ids
      .toSorted((a, b) => shuffled(hashOf(a), seedOf(day, area)) - shuffled(hashOf(b), seedOf(day, area)))
      .join()
  expect(order('2026-11-22', 'M33')).toBe(order('2026-11-22', 'M33'))
  expect(order('2026-11-22', 'M33')).not.toBe(order('2026-11-23', 'M33'))
  expect(order('2026-11-22', 'M33')).not.toBe(order('2026-11-22', 'M32'))
})

it('lets nobody of a name stand in front more often than others', () => {
  const ids = ['aardvark', 'beacon', 'choir', 'zebra']
  const first = new Map(ids.map((id) => [id, 0]))
  for (let day = 0; day < 4000; day++) {
    const seed = seedOf(`day ${day}`, 'M33')
    const [front = ''] = ids.toSorted((a, b) => shuffled(hashOf(a), seed) - shuffled(hashOf(b), seed))
    first.set(front, (first.get(front) ?? 0) + 1)
  }
  for (const times of first.values()) expect(Math.abs(times - 1000)).toBeLessThan(150)
})

const fair: Fairness = { version: 1, back: new Map([['a', 1]]), seed: 1 }
it.each([
  ['switched off', null, 0, false],
  ['nobody stands back', { ...fair, back: new Map() }, 0, false],
  ['the first page', fair, 0, true],
  ['the last place that moves', fair, FAIR_AMONG - 1, true],
  ['beyond', fair, FAIR_AMONG, false],
])('%s', (_, fairness, offset, moves) => {
  expect(movesAt(fairness, offset)).toBe(moves)
})

it.each([
  ['best', true, true],
  ['best', false, false],
  ['near', true, false],
  ['soon', true, false],
  ['checked', true, false],
] as const)('sorted by %s with a place %s', (sort, place, distance) => {
  const near = { ...at, ...ANYBODY }
  expect(byDistance({ sort, near: place ? near : null })).toBe(distance)
})

const placed = (step: number, back: number, worth = 0, tier = 1, weight = 0): Placed => ({
  key: orderKey(0, tier, step, worth, weight),
  back,
})
const order = (list: Placed[], distance = true) => spread(list, distance).map(({ at }) => at)

it.each<[string, Placed[], number[]]>([
  ['as far back as to let one by', [placed(3, 2), placed(4, 0)], [1, 0]],
  ['equally far then: it keeps its place', [placed(3, 1), placed(4, 0)], [0, 1]],
  ['too far away to come forward', [placed(3, 2), placed(9, 0)], [0, 1]],
  ['a mile farther comes forward at most', [placed(0, 63), placed(FARTHEST, 0)], [1, 0]],
  ['more than a mile farther never does', [placed(0, 63), placed(FARTHEST + 1, 0)], [0, 1]],
  ['both stand back as far', [placed(3, 5), placed(4, 5)], [0, 1]],
  ['less of a standing never comes forward', [placed(3, 31), placed(4, 0, 4)], [0, 1]],
  ['less room never comes forward', [placed(3, 31), placed(4, 0, 1)], [0, 1]],
  ['worse words never come forward', [placed(3, 31, 0, 0), placed(4, 0, 0, 1)], [0, 1]],
  [
    'past one of another standing, which stays where it is',
    [placed(3, 9), placed(4, 0, 8), placed(5, 0)],
    [2, 1, 0],
  ],
])('with a place: %s', (_, list, expected) => {
  expect(order(list)).toEqual(expected)
})

it.each<[string, Placed[], number[]]>([
  [
    'a place back for every two steps',
    [placed(0, 4), placed(0, 0), placed(0, 0), placed(0, 0)],
    [1, 0, 2, 3],
  ],
  ['words that stand worse never come forward', [placed(0, 31), placed(0, 0, 0, 1, 1)], [0, 1]],
])('without a place: %s', (_, list, expected) => {
  expect(order(list, false)).toEqual(expected)
})

it('says who came past somebody to whom more were sent, and nobody else', () => {
  const turns = spread([placed(3, 9), placed(4, 3), placed(5, 0), placed(30, 0)], true)
  expect(turns).toEqual([
    { at: 2, forward: true },
    { at: 1, forward: true },
    { at: 0, forward: false },
    { at: 3, forward: false },
  ])
})

it('never crosses words, standing and room, and moves nobody farther than it stands back: 500 lists by chance', () => {
  const die = dice(7)
  const below = (n: number) => Math.floor(die() * n)
  for (let round = 0; round < 500; round++) {
    const distance = die() < 0.5
    const list = Array.from({ length: 1 + below(FAIR_AMONG) }, () =>
      placed(distance ? below(50) : 0, die() < 0.4 ? below(MOST_STEPS + 1) : 0, below(6), below(3), below(3)),
    ).sort((a, b) => a.key - b.key)
    const turns = spread(list, distance)
    const of = (i: number) => list[i] ?? placed(0, 0)
    expect(turns.map((turn) => turn.at).sort((a, b) => a - b)).toEqual(list.map((_, i) => i))
    for (const [place, turn] of turns.entries()) {
      expect(equalsIn(of(turn.at).key)).toBe(equalsIn(of(place).key))
      if (!distance) expect(of(turn.at).key).toBe(of(place).key)
      // Whoever stands before it is either nearer, or it stands back by at least what the other is farther.
      for (const before of turns.slice(0, place)) {
        const [one, other] = [of(before.at), of(turn.at)]
        if (!distance || equalsIn(one.key) !== equalsIn(other.key)) continue
        const nearer = Math.min(FARTHEST, Math.max(0, other.back - one.back))
        expect(stepIn(one.key) - stepIn(other.key)).toBeLessThanOrEqual(nearer)
      }
    }
    if (list.every(({ back }) => back === 0))
      expect(turns.map((turn) => turn.at)).toEqual(list.map((_, i) => i))
  }
})
