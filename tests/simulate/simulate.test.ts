/** The simulation, small: that its comparison is fair. What it finds is in docs/review-plan.md. */
import { describe, expect, test } from 'vitest'
import { live } from '../../bench/simulate/directory.ts'
import { ALISS, OTHERS, runJob, type Job } from '../../bench/simulate/experiments.ts'
import { drawLives } from '../../bench/simulate/lives.ts'
import { figures, interval } from '../../bench/simulate/measure.ts'
import type { Policy, Seen } from '../../bench/simulate/seen.ts'
import { world } from '../../bench/simulate/world.ts'
import { readReview } from '../../src/app/read-review.ts'
import { readSite } from '../../src/app/site.ts'

const SMALL = { ...world(), listings: 300, years: 2 }
const [rules, site] = [readReview(), readSite()]
const job = (more: Partial<Job> = {}): Job => ({
  table: 'policies',
  row: 'policies',
  seed: 5,
  world: SMALL,
  others: ['nothing', 'a mail every 12 months', ALISS],
  ours: [{ name: 'ours', asksOf: ALISS }],
  ...more,
})
const asksOf = (it: { letters: number; calls: number; lookUps: number } | undefined) =>
  it === undefined ? 0 : it.letters + it.calls + it.lookUps

describe('the simulation', () => {
  const { results } = runJob(job(), rules, site)

  test('the same seed gives the same figures, another one others', () => {
    expect(runJob(job(), rules, site).results).toEqual(results)
    expect(runJob(job({ seed: 6 }), rules, site).results).not.toEqual(results)
  })

  test('nothing sends nothing and doubts nothing', () => {
    expect(results.nothing).toMatchObject({ letters: 0, calls: 0, lookUps: 0, goodDoubted: 0 })
  })

  test('ours asks no more than the other it stands beside, letters, calls and look-ups together', () => {
    expect(asksOf(results.ours)).toBeLessThanOrEqual(asksOf(results[ALISS]))
    expect(asksOf(results.ours)).toBeGreaterThan(0.8 * asksOf(results[ALISS]))
  })

  test('nobody is written to more often than the site allows', () => {
    expect(results.ours?.mostToOne).toBeLessThanOrEqual(rules.person_a_year * SMALL.years)
  })

  test('it misleads less than ALISS, and everybody less than nothing', () => {
    const misleads = Object.fromEntries(
      Object.entries(results).map(([name, it]) => [name, figures(it, SMALL.listings, SMALL.years).misleads]),
    )
    expect(misleads.ours).toBeLessThan(misleads[ALISS] ?? 0)
    expect(misleads[ALISS]).toBeLessThan(misleads.nothing ?? 0)
  })

  test('lives do not hear of policies: after every policy they are as they were drawn', () => {
    const lives = drawLives(SMALL, 5)
    const before = structuredClone(lives)
    for (const make of Object.values(OTHERS)) live(SMALL, lives, make(site.capacity))
    expect(lives).toEqual(before)
  })
})

test('a policy sees what was said and nothing else', () => {
  const known: (keyof Seen)[] = [
    'confirmed',
    'ended',
    'from',
    'funding',
    'group',
    'kind',
    'looked',
    'people',
    'room',
  ]
  const silent = { ...SMALL, misled_report: 0, tells_unasked: 0, grant_known: 0 }
  let given: readonly Seen[] = []
  const watching: Policy = {
    keeps: { funding: true, calls: false, links: false },
    start(seen) {
      given = seen
      return { asks: () => [], doubts: () => false, room: () => 'unknown' }
    },
  }
  const lives = drawLives(silent, 5)
  live(silent, lives, watching)
  expect(Object.keys(given[0] ?? {}).sort()).toEqual(known)
  // Where nobody says anything, nothing is known to have ended, although much has.
  expect(given.filter(({ ended }) => ended)).toEqual([])
  expect(lives.lives.filter(({ ends }) => ends < SMALL.years * 364).length).toBeGreaterThan(30)
  expect(given.every(({ funding, room }) => funding === null && room === null)).toBe(true)
})

test.for([
  [[1, 1, 1], 1, 0],
  [[1, 2, 3], 2, 2.48],
  [[4], 4, 0],
] as [number[], number, number][])('the interval of %j', ([values, mean, half]) => {
  const found = interval(values)
  expect(found.mean).toBe(mean)
  expect(found.half).toBeCloseTo(half, 2)
})
