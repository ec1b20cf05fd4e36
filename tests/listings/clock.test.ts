import { expect, test } from 'vitest'
import { epochDay, instantOf, isoDay, londonMoment, weekdayOf } from '../../src/listings/clock.ts'

/** instant (UTC), day in London, weekday (0 Monday), what the clock shows */
const MOMENTS: [string, string, number, string][] = [
  ['2026-11-22T09:00:00Z', '2026-11-22', 6, '09:00'],
  ['2026-07-01T09:00:00Z', '2026-07-01', 2, '10:00'],
  ['2026-07-01T23:30:00Z', '2026-07-02', 3, '00:30'],
  ['2026-03-29T00:59:59Z', '2026-03-29', 6, '00:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29', 6, '02:00'],
  ['2026-10-25T00:59:00Z', '2026-10-25', 6, '01:59'],
  ['2026-10-25T01:00:00Z', '2026-10-25', 6, '01:00'],
  ['2026-10-24T23:00:00Z', '2026-10-25', 6, '00:00'],
  ['2027-03-28T01:00:00Z', '2027-03-28', 6, '02:00'],
  ['2027-10-31T00:59:59Z', '2027-10-31', 6, '01:59'],
  ['2027-10-31T01:00:00Z', '2027-10-31', 6, '01:00'],
  ['2028-02-29T12:00:00Z', '2028-02-29', 1, '12:00'],
  ['2026-12-31T23:59:59Z', '2026-12-31', 3, '23:59'],
  ['2027-01-01T00:00:00Z', '2027-01-01', 4, '00:00'],
]
const shown = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

test.each(MOMENTS)('%s in London is %s, weekday %i, %s', (instant, day, weekday, clock) => {
  const moment = londonMoment(new Date(instant))
  expect([moment.day, moment.weekday, shown(moment.minutes)]).toEqual([day, weekday, clock])
  expect(moment.epochDay).toBe(epochDay(day))
})

/** day, minutes after local midnight, instant */
const INSTANTS: [string, string, string][] = [
  ['2026-11-24', '10:00', '2026-11-24T10:00:00.000Z'],
  ['2026-06-30', '10:00', '2026-06-30T09:00:00.000Z'],
  ['2026-06-30', '00:30', '2026-06-29T23:30:00.000Z'],
  ['2026-06-30', '25:30', '2026-07-01T00:30:00.000Z'],
  ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-28', '27:00', '2026-03-29T02:00:00.000Z'],
  ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ['2028-02-29', '19:00', '2028-02-29T19:00:00.000Z'],
  ['2026-12-31', '24:00', '2027-01-01T00:00:00.000Z'],
]
test.each(INSTANTS)('%s at %s is %s', (day, clock, instant) => {
  expect(instantOf(epochDay(day), minutesOf(clock)).toISOString()).toBe(instant)
})

test('every hour from 1996 to 2045 reads as the zone table of the machine reads it', () => {
  const table = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const wrong: string[] = []
  // Every hour near the changes of the clock, every 37th elsewhere.
  for (let hour = Date.UTC(1996, 0, 1) / 3.6e6; hour < Date.UTC(2045, 0, 1) / 3.6e6; hour += 1) {
    const date = new Date(hour * 3.6e6)
    const near = [2, 9].includes(date.getUTCMonth()) && date.getUTCDate() > 23 && date.getUTCDay() === 0
    if (!near && hour % 37 !== 0) continue
    const moment = londonMoment(date)
    const [y, m, d] = moment.day.split('-')
    if (table.format(date) !== `${d}/${m}/${y}, ${shown(moment.minutes)}`) wrong.push(date.toISOString())
  }
  expect(wrong).toEqual([])
})

test.each(['2026-02-29', '2026-13-01', '2026-11-31', '22/11/2026', '2026-11-22T00:00', ''])(
  '"%s" is not a day',
  (text) => expect(() => epochDay(text)).toThrow(RangeError),
)

test('days count up one by one and weekdays follow, over leap years and before 1970', () => {
  for (const day of [-1, 0, 11016, 20513, 21243, 47541])
    expect([epochDay(isoDay(day)), weekdayOf(day + 1)]).toEqual([day, (weekdayOf(day) + 1) % 7])
  expect(isoDay(epochDay('2028-02-28') + 1)).toBe('2028-02-29')
  expect(isoDay(epochDay('2027-02-28') + 1)).toBe('2027-03-01')
})
