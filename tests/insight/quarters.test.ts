/** Nothing that is ever told overlaps anything else that is: so no two of them can be subtracted. */
import { expect, test } from 'vitest'
import { quartersAt } from '../../src/insight/quarters.ts'

const DAY_MS = 86_400_000
const OVER = 8

test.each([
  ['the last Sunday of a quarter', '2026-10-04T22:00:00Z', '2026-Q3', 12, '2026-10-05'],
  [
    'half past midnight of Monday in London, still Sunday in UTC',
    '2026-10-04T23:30:00Z',
    '2026-Q4',
    0,
    '2027-01-04',
  ],
  [
    'the last week of a year that ends in the middle of it',
    '2026-12-31T12:00:00Z',
    '2026-Q4',
    12,
    '2027-01-04',
  ],
  ['new year', '2027-01-01T12:00:00Z', '2026-Q4', 12, '2027-01-04'],
])('%s', (_, now, id, weeks, toldFrom) => {
  const [running] = quartersAt(new Date(now), OVER)
  expect(running).toMatchObject({ id, toldFrom, over: false })
  expect(running.weeks).toHaveLength(weeks)
})

test('over eight years, asked every day: a quarter is told once all its weeks are over, always the same, and shares none', () => {
  const told = new Map<string, string>()
  const ofWeek = new Map<string, string>()
  const wrong: string[] = []
  for (let day = 0; day < 8 * 366; day++) {
    const now = Date.parse('2024-01-01T12:00:00Z') + day * DAY_MS
    const [running, ...over] = quartersAt(new Date(now), OVER)
    if (running.over || over.length !== OVER) wrong.push(running.id)
    for (const it of over) {
      const { id, toldFrom } = it
      const weeks = it.weeks.join()
      if (!it.over || Date.parse(toldFrom) > now || (told.get(id) ?? weeks) !== weeks) wrong.push(id)
      told.set(id, weeks)
      for (const week of it.weeks) {
        if ((ofWeek.get(week) ?? id) !== id) wrong.push(`${week} in ${id}`)
        ofWeek.set(week, id)
      }
    }
  }
  expect(wrong).toEqual([])
  expect([...told.values()].every((weeks) => [12, 13, 14].includes(weeks.split(',').length))).toBe(true)
  // Every week there was is in one of them.
  const all = [...ofWeek.keys()].toSorted()
  expect(all).toHaveLength(1 + (Date.parse(all.at(-1) ?? '') - Date.parse(all[0] ?? '')) / (7 * DAY_MS))
})
