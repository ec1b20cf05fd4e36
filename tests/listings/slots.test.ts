import { expect, test } from 'vitest'
import { epochDay, instantOf, isoDay, londonMoment, type Moment } from '../../src/listings/clock.ts'
import { NO_UNTIL } from '../../src/listings/schedule.ts'
import { session, type Session } from '../../src/listings/session.ts'
import { daysOf, nextStart, openAt, runsOn, slotsOf, timesOfDay } from '../../src/listings/slots.ts'

const TERMS = [
  { from: '2027-01-04', until: '2027-02-12' },
  { from: '2027-02-22', until: '2027-04-01' },
]
type Loose = Omit<Partial<Session>, 'rule'> & { rule: object }
const one = (loose: Loose): Session => session.parse(loose)
const slots = (...loose: Loose[]) => slotsOf(loose.map(one), TERMS)
/** "2026-11-22 09:00", as clocks in London show it. */
function at(text: string): Moment {
  const [day = '', clock = ''] = text.split(' ')
  return londonMoment(instantOf(epochDay(day), Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))))
}

const tuesday: Loose = { rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:00' }
const shop: Loose = {
  rule: { every: 'week', on: ['mo', 'tu', 'we', 'th', 'fr'] },
  start: '09:30',
  end: '16:00',
}
const night: Loose = { rule: { every: 'week', on: ['sa'] }, start: '22:00', end: '02:00' }
const fortnight: Loose = {
  rule: { every: 'fortnight', on: ['mo', 'we'], from: '2026-11-25' },
  start: '14:00',
}
const firstThursday: Loose = { rule: { every: 'month', on: ['th'], nth: [1] }, start: '19:00', end: '21:00' }
const lastFriday: Loose = { rule: { every: 'month', on: ['fr'], nth: [-1] }, start: '14:00', end: '16:00' }
const fifthMonday: Loose = { rule: { every: 'month', on: ['mo'], nth: [5] }, start: '10:00', end: '11:00' }
const dates: Loose = {
  rule: { every: 'date', on: ['2027-03-24', '2027-03-31'] },
  start: '14:00',
  end: '16:00',
}
const term: Loose = { rule: { every: 'week', on: ['we'] }, start: '11:00', end: '12:30', term_time: true }
const dayOnly: Loose = { rule: { every: 'week', on: ['su'] } }
const christmas: Loose = {
  ...tuesday,
  pauses: [{ from: '2026-12-22', until: '2027-01-01', why: 'Christmas' }],
}
const always: Loose = {
  rule: { every: 'week', on: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] },
  start: '00:00',
  end: '24:00',
}

/** what, sessions, from when, what comes next ("day start-end"; "-" nothing) */
const NEXT: [string, Loose[], string, string][] = [
  ['weekly, later this week', [tuesday], '2026-11-22 09:00', '2026-11-24 600-720'],
  ['weekly, this very minute', [tuesday], '2026-11-24 10:00', '2026-11-24 600-720'],
  ['weekly, already begun', [tuesday], '2026-11-24 10:01', '2026-12-01 600-720'],
  ['weekdays, on Friday evening', [shop], '2026-11-27 17:00', '2026-11-30 570-960'],
  ['the earlier of two', [shop, tuesday], '2026-11-24 09:45', '2026-11-24 600-720'],
  ['over a pause', [christmas], '2026-12-15 12:00', '2027-01-05 600-720'],
  ['before the pause', [christmas], '2026-12-14 12:00', '2026-12-15 600-720'],
  [
    'not before its first day',
    [{ ...tuesday, from: '2027-03-03' }],
    '2026-11-22 09:00',
    '2027-03-09 600-720',
  ],
  ['last day passed', [{ ...tuesday, until: '2026-11-17' }], '2026-11-22 09:00', '-'],
  ['last day is the day', [{ ...tuesday, until: '2026-11-24' }], '2026-11-22 09:00', '2026-11-24 600-720'],
  ['its last time has begun', [{ ...tuesday, until: '2026-11-24' }], '2026-11-24 11:00', '-'],
  ['beyond the horizon', [{ ...tuesday, from: '2028-03-01' }], '2026-11-22 09:00', '-'],
  ['fortnight, the week it names', [fortnight], '2026-11-22 09:00', '2026-11-23 840-840'],
  ['fortnight, its second day', [fortnight], '2026-11-23 15:00', '2026-11-25 840-840'],
  ['fortnight, the week between', [fortnight], '2026-11-26 09:00', '2026-12-07 840-840'],
  ['fortnight, before the day it names', [fortnight], '2026-11-10 09:00', '2026-11-11 840-840'],
  ['fortnight over new year', [fortnight], '2026-12-24 09:00', '2027-01-04 840-840'],
  [
    'fortnight keeps step after a pause',
    [{ ...fortnight, pauses: [{ from: '2026-11-24', until: '2026-12-08' }] }],
    '2026-11-24 09:00',
    '2026-12-09 840-840',
  ],
  ['first Thursday', [firstThursday], '2026-11-22 09:00', '2026-12-03 1140-1260'],
  ['first Thursday on the 7th', [firstThursday], '2026-12-04 09:00', '2027-01-07 1140-1260'],
  ['last Friday on the 27th', [lastFriday], '2026-11-22 09:00', '2026-11-27 840-960'],
  ['last Friday on the 25th', [lastFriday], '2026-11-28 09:00', '2026-12-25 840-960'],
  ['last Friday of a February', [lastFriday], '2027-02-01 09:00', '2027-02-26 840-960'],
  ['fifth Monday', [fifthMonday], '2026-12-01 09:00', '2027-03-29 600-660'],
  [
    'last Tuesday on 29 February',
    [{ rule: { every: 'month', on: ['tu'], nth: [5, -1] } }],
    '2028-02-23 09:00',
    '2028-02-29 -1--1',
  ],
  ['dates', [dates], '2026-11-22 09:00', '2027-03-24 840-960'],
  ['the second date', [dates], '2027-03-24 14:30', '2027-03-31 840-960'],
  ['dates passed', [dates], '2027-04-01 09:00', '-'],
  [
    'a date that is paused',
    [{ ...dates, pauses: [{ from: '2027-03-24', until: '2027-03-24' }] }],
    '2027-01-01 09:00',
    '2027-03-31 840-960',
  ],
  ['term time, first day of term', [term], '2026-11-22 09:00', '2027-01-06 660-750'],
  ['term time, half term', [term], '2027-02-11 09:00', '2027-02-24 660-750'],
  ['term time after the last term we know', [term], '2027-04-02 09:00', '-'],
  ['only the day known', [dayOnly], '2026-11-22 09:00', '2026-11-22 -1--1'],
  ['past midnight', [night], '2026-11-28 23:00', '2026-12-05 1320-1560'],
  [
    'over the night clocks change',
    [{ ...tuesday, rule: { every: 'week', on: ['su'] } }],
    '2027-03-27 12:00',
    '2027-03-28 600-720',
  ],
  ['nothing at all', [], '2026-11-22 09:00', '-'],
]
test.each(NEXT)('next: %s', (_what, sessions, when, next) => {
  const run = nextStart(slots(...sessions), at(when))
  expect(run === null ? '-' : `${isoDay(run.epochDay)} ${run.start}-${run.end}`).toBe(next)
})

test('next by arithmetic is next by trying each day', () => {
  const all = [
    tuesday,
    shop,
    night,
    fortnight,
    firstThursday,
    lastFriday,
    fifthMonday,
    dates,
    term,
    christmas,
  ]
  for (const loose of all)
    for (let day = epochDay('2026-11-01'); day < epochDay('2027-04-10'); day += 3) {
      const cut = slots(loose)
      const moment = at(`${isoDay(day)} 00:00`)
      let first = day
      while (first <= day + 370 && !cut.some((slot) => runsOn(slot, first))) first += 1
      const tried = first > day + 370 ? null : first
      expect(nextStart(cut, moment)?.epochDay ?? null, `${JSON.stringify(loose)} from ${moment.day}`).toBe(
        tried,
      )
    }
})

/** what, sessions, when, open */
const OPEN: [string, Loose[], string, boolean][] = [
  ['inside', [shop], '2026-11-24 12:00', true],
  ['first minute', [shop], '2026-11-24 09:30', true],
  ['a minute early', [shop], '2026-11-24 09:29', false],
  ['last minute', [shop], '2026-11-24 15:59', true],
  ['closing time', [shop], '2026-11-24 16:00', false],
  ['another day', [shop], '2026-11-22 12:00', false],
  ['Saturday night', [night], '2026-11-28 23:30', true],
  ['Sunday after midnight', [night], '2026-11-29 01:30', true],
  ['Sunday at two', [night], '2026-11-29 02:00', false],
  ['Saturday after midnight is Friday night', [night], '2026-11-28 01:30', false],
  ['the last night of a session', [{ ...night, until: '2026-11-28' }], '2026-11-29 01:30', true],
  ['a pause', [christmas], '2026-12-29 11:00', false],
  ['the end unknown', [fortnight], '2026-11-25 14:00', false],
  ['the time unknown', [dayOnly], '2026-11-22 12:00', false],
  ['term', [term], '2027-01-06 12:00', true],
  ['half term', [term], '2027-02-17 12:00', false],
  ['no term dates known', [term], '2028-01-12 12:00', false],
  ['first Thursday', [firstThursday], '2026-12-03 20:00', true],
  ['second Thursday', [firstThursday], '2026-12-10 20:00', false],
  ['a date', [dates], '2027-03-24 15:00', true],
  [
    'the week between two dates',
    [{ ...dates, rule: { every: 'date', on: ['2027-03-24', '2027-04-07'] } }],
    '2027-03-31 15:00',
    false,
  ],
  ['all day, before midnight', [always], '2026-11-24 23:59', true],
  ['all day, at midnight', [always], '2026-11-24 00:00', true],
  ['summer, by the clock and not by UTC', [shop], '2027-07-01 09:30', true],
]
test.each(OPEN)('open: %s', (_what, sessions, when, open) => {
  expect(openAt(slots(...sessions), at(when))).toBe(open)
})

test('09:15 UTC in July is quarter past ten: a session from 10 is open, and at 09:15 UTC in November it is not', () => {
  const daily = slots({ ...tuesday, rule: { every: 'week', on: ['tu', 'we'] } })
  expect(openAt(daily, londonMoment(new Date('2027-07-06T09:15:00Z')))).toBe(true)
  expect(openAt(daily, londonMoment(new Date('2026-11-24T09:15:00Z')))).toBe(false)
})

/** sessions, weekdays, parts of the day */
const PARTS: [Loose[], string, string][] = [
  [[tuesday], 'tu', 'morning'],
  [[shop], 'mo tu we th fr', 'morning afternoon'],
  [[night], 'sa', 'evening'],
  [[fortnight], 'mo we', 'afternoon'],
  [[firstThursday], 'th', 'evening'],
  [[dates], 'we', 'afternoon'],
  [[term], 'we', 'morning afternoon'],
  [[dayOnly], 'su', ''],
  [[always], 'mo tu we th fr sa su', 'morning afternoon evening'],
  [[{ ...tuesday, start: '12:00', end: '17:00' }], 'tu', 'afternoon'],
  [[{ ...tuesday, start: '17:00', end: '18:00' }], 'tu', 'evening'],
  [[{ ...tuesday, start: '16:00', end: '17:01' }], 'tu', 'afternoon evening'],
  [[{ ...tuesday, start: '11:00', end: '12:00' }, night], 'tu sa', 'morning evening'],
]
test.each(PARTS)('%j is on %s, %s', (sessions, days, parts) => {
  expect([daysOf(slots(...sessions)).join(' '), timesOfDay(slots(...sessions)).join(' ')]).toEqual([
    days,
    parts,
  ])
})

test('a session whose days have passed counts for no weekday and no part of the day', () => {
  const today = epochDay('2027-04-02')
  const past = slots(dates, { ...tuesday, until: '2027-04-01' }, { ...term, until: '2027-04-01' })
  expect([daysOf(past, today), timesOfDay(past, today)]).toEqual([[], []])
  expect(daysOf(slots(term), today)).toEqual(['we'])
})

test('without term dates a term-time session runs on no day we can name', () => {
  const cut = slotsOf([one(term)], [])
  expect(cut.map((slot) => [slot.weekday, slot.start, slot.from])).toEqual([[2, 660, NO_UNTIL]])
  expect(nextStart(cut, at('2026-11-22 09:00'))).toBe(null)
})
