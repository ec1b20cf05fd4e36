/** From when to when a grant pays, and whether it does on a day. */
import { describe, expect, it } from 'vitest'
import { cycleOf, isLive, lastDay, publisherOf, type SaidDates } from '../../src/funding/award.ts'

const none: SaidDates = { start: null, end: null, months: null }
const dates = (start: string | null, end: string | null, months: number | null = null): SaidDates => ({
  start,
  end,
  months,
})

describe('the cycle of a grant awarded on 18 January 2025', () => {
  it.each<[about: string, planned: SaidDates, actual: SaidDates, startsOn: string, endsOn: string | null]>([
    ['nothing said', none, none, '2025-01-18', null],
    ['twelve months', dates(null, null, 12), none, '2025-01-18', '2026-01-17'],
    ['planned from and to', dates('2025-04-01', '2026-03-31'), none, '2025-04-01', '2026-03-31'],
    ['planned from, and months', dates('2025-04-01', null, 12), none, '2025-04-01', '2026-03-31'],
    ['only an end', dates(null, '2026-03-31'), none, '2025-01-18', '2026-03-31'],
    ['only a start', dates('2025-04-01', null), none, '2025-04-01', null],
    ['an end and months: the end', dates('2025-04-01', '2025-12-31', 12), none, '2025-04-01', '2025-12-31'],
    [
      'as it went, over what was planned',
      dates('2025-04-01', '2026-03-31', 12),
      dates('2025-05-01', '2026-05-31'),
      '2025-05-01',
      '2026-05-31',
    ],
    [
      'began late: the planned end',
      dates('2025-04-01', '2026-03-31'),
      dates('2025-05-01', null),
      '2025-05-01',
      '2026-03-31',
    ],
    [
      'began late, months only',
      dates('2025-04-01', null, 12),
      dates('2025-05-01', null),
      '2025-05-01',
      '2026-04-30',
    ],
    ['went on for six months', none, dates(null, null, 6), '2025-01-18', '2025-07-17'],
  ])('%s', (_, planned, actual, startsOn, endsOn) => {
    expect(cycleOf('2025-01-18', planned, actual)).toEqual({ startsOn, endsOn })
  })
})

it.each<[from: string, months: number, last: string]>([
  ['2025-04-01', 12, '2026-03-31'],
  ['2025-04-01', 1, '2025-04-30'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-30', 1, '2025-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-12-15', 2, '2026-02-14'],
  ['2025-03-01', 36, '2028-02-29'],
  ['2025-04-01', 1.5, '2025-05-15'],
])('from %s for %s months: the last day is %s', (from, months, last) => {
  expect(lastDay(from, months)).toBe(last)
})

it.each<[awarded: string, starts: string, ends: string | null, live: boolean]>([
  ['2024-11-01', '2025-01-01', '2025-12-31', true],
  ['2024-11-01', '2024-01-01', '2025-01-01', true],
  ['2024-11-01', '2024-01-01', '2024-12-31', false],
  ['2024-11-01', '2025-01-02', '2025-12-31', false],
  // On that day nobody had it yet.
  ['2025-01-25', '2025-01-01', '2025-12-31', false],
  ['2024-11-01', '2024-01-01', null, false],
])('awarded on %s, from %s to %s: live on 1 January 2025: %s', (awardedOn, startsOn, endsOn, live) => {
  expect(isLive({ awardedOn, startsOn, endsOn }, '2025-01-01')).toBe(live)
})

it.each([
  ['360G-trafford-VSG1342', '360g-trafford'],
  ['360G-PTC-gr-01653', '360g-ptc'],
  ['VSG1342', ''],
])('the publisher of %s is "%s"', (id, publisher) => expect(publisherOf(id)).toBe(publisher))
