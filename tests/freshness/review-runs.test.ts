/** Runs that are missed, made twice or made by a wrong clock: the same is asked, at most later, never twice. */
import { expect, test } from 'vitest'
import { planAsks } from '../../src/freshness/review-plan.ts'
import type { Reviewed } from '../../src/freshness/review/reviewed.ts'
import { PLENTY, reviewed, RULES, somebody } from './review/made.ts'

const FIRST = Date.parse('2026-06-01T09:00:00.000Z')
const DAY_MS = 86_400_000
const DAYS = 120
const every = (step: number) => Array.from({ length: Math.floor(DAYS / step) + 1 }, (_, at) => at * step)

/** Days of true time on which it runs, and how many days the clock is wrong on one of them. */
type Runs = { on: number[]; wrongBy?: (day: number) => number }
const WAYS: [string, Runs, number][] = [
  ['every week', { on: every(7) }, 7],
  ['twice every day', { on: every(1).flatMap((day) => [day, day]) }, 0],
  ['daily, but for three weeks', { on: every(1).filter((day) => day < 30 || day > 51) }, 22],
  ['daily, the clock a day back from day 40 on', { on: every(1), wrongBy: (day) => (day < 40 ? 0 : -1) }, 1],
  [
    'daily, the clock a day back on day 40 only',
    { on: every(1), wrongBy: (day) => (day === 40 ? -1 : 0) },
    1,
  ],
  [
    'daily, backwards through days 40 to 45 once',
    { on: [...every(1).slice(0, 46), 45, 44, 43, 42, 41, ...every(1).slice(40)] },
    5,
  ],
]

type Asked = { listing: string; rung: string; person: string | null; day: number }

/** Nobody ever answers: each listing climbs the whole ladder. */
function run({ on, wrongBy = () => 0 }: Runs): Asked[] {
  const people = ['x', 'y', 'z'].map((name) => somebody(name, { answered: 4, askedLastYear: 0 }))
  const [x, y, z] = people
  const all: Reviewed[] = [
    reviewed('one', { askable: [x, y].filter((it) => it !== undefined) }),
    reviewed('two', { askable: [x].filter((it) => it !== undefined), looksPerWeek: 7 }),
    reviewed('three', { askable: [z].filter((it) => it !== undefined) }),
    reviewed('four', { askable: [] }),
  ]
  const asked: Asked[] = []
  for (const day of on) {
    const now = new Date(FIRST + (day + wrongBy(day)) * DAY_MS)
    for (const ask of planAsks(all, now, PLENTY, RULES)) {
      const written = people.find(({ person }) => person === ask.person)
      if (written !== undefined) written.lastAskedAt = now.toISOString()
      for (const { id, rung } of ask.listings) {
        const it = all.find((one) => one.id === id)
        if (it !== undefined) it.ladder = { rung, askedAt: now.toISOString() }
        asked.push({ listing: id, rung, person: ask.person, day })
      }
    }
  }
  return asked
}

const steps = (asked: Asked[], listing: string) =>
  asked.filter((it) => it.listing === listing).map(({ rung }) => rung)
const DAILY = run({ on: every(1) })

test('daily, each listing climbs the ladder once in these days', () => {
  expect(steps(DAILY, 'one')).toEqual(['asked', 'again', 'somebody-else', 'link-workers', 'desk'])
  expect(steps(DAILY, 'three')).toEqual(['asked', 'again', 'link-workers', 'desk'])
  expect(steps(DAILY, 'four')).toEqual(['link-workers', 'desk', 'link-workers'])
})

test.for(WAYS)('%s', ([, runs, shift]) => {
  const asked = run(runs)
  for (const listing of ['one', 'two', 'three', 'four']) {
    const [usual, here] = [steps(DAILY, listing), steps(asked, listing)]
    expect(here).toEqual(usual.slice(0, here.length))
    // Each step is at most so much later as the runs before it were apart.
    expect(usual.length - here.length).toBeLessThanOrEqual(shift === 0 ? 0 : 2)
  }
  const letters = Map.groupBy(
    asked.filter(({ person }) => person !== null),
    ({ person }) => person,
  )
  for (const theirs of letters.values()) {
    const days = [...new Set(theirs.map(({ day }) => day))].sort((a, b) => a - b)
    const gaps = days.slice(1).map((day, at) => day - (days[at] ?? 0))
    expect(Math.min(99, ...gaps)).toBeGreaterThanOrEqual(RULES.assumptions.person_gap_days - 1)
  }
})
