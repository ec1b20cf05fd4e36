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
  for (let day = 0; day < 8 * 366; day++) {
    const now = new Date(Date.parse('2024-01-01T12:00:00Z') + day * DAY_MS)
    const [running, ...over] = quartersAt(now, OVER)
    expect(over.every((it) => it.over) && !running.over).toBe(true)
    expect(over).toHaveLength(OVER)
    for (const { id, weeks, toldFrom } of over) {
      expect(Date.parse(toldFrom)).toBeLessThanOrEqual(now.getTime())
      const before = told.get(id) ?? weeks.join()
      told.set(id, before)
      expect(weeks.join()).toBe(before)
      expect([12, 13, 14]).toContain(weeks.length)
      for (const week of weeks) {
        expect(ofWeek.get(week) ?? id).toBe(id)
        ofWeek.set(week, id)
      }
    }
  }
  // Every week there was is in one of them.
  const all = [...ofWeek.keys()].toSorted()
  expect(all).toHaveLength(1 + (Date.parse(all.at(-1) ?? '') - Date.parse(all[0] ?? '')) / (7 * DAY_MS))
})
