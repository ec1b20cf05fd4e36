/**
 * Local time in Europe/London by arithmetic: no library, no table, cheap enough for every request.
 * Rule: summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
 * (Summer Time Order 2002; the same Sundays since 1996). The tests hold it against the machine's own zone table.
 */
const MINUTE = 60_000
const DAY = 86_400_000
export const MINUTES_A_DAY = 1440
/** Summer time is one hour ahead. */
const SUMMER = 60 * MINUTE

export type Moment = {
  /** Days since 1 January 1970, of the calendar day in London. */
  epochDay: number
  /** 0 Monday to 6 Sunday. */
  weekday: number
  /** Minutes shown by a London clock since it showed midnight, 0 to 1439. */
  minutes: number
  /** "2026-11-22" */
  day: string
}

/** What a calendar and a clock on a wall in London show at an instant. */
export function londonMoment(now: Date): Moment {
  const local = now.getTime() + offsetAt(now.getTime())
  const day = Math.floor(local / DAY)
  return {
    epochDay: day,
    weekday: weekdayOf(day),
    minutes: Math.floor((local - day * DAY) / MINUTE),
    day: isoDay(day),
  }
}

/**
 * Days since 1 January 1970 of "2026-11-22". Throws a RangeError for what is no such day: days in records were
 * checked when they were written.
 */
export function epochDay(iso: string): number {
  const day = Date.parse(iso) / DAY
  if (!Number.isInteger(day) || isoDay(day) !== iso) throw new RangeError(`"${iso}" is not a day`)
  return day
}

/** "2026-11-22" of days since 1 January 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** 0 Monday to 6 Sunday. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Which date of its month a day is, from 1, and how many days that month has. */
export function monthAround(day: number): { date: number; days: number } {
  const date = new Date(day * DAY)
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return { date: date.getUTCDate(), days }
}

/**
 * The instant at which a London clock shows so many minutes after midnight; minutes may pass 1440 (the next day).
 * 01:30 of the night in March that skips it is read as half an hour after 01:00 UTC (the clock shows 02:30);
 * 01:30 of the night in October that has it twice is the first one.
 */
export function instantOf(day: number, minutes: number): Date {
  const wall = day * DAY + minutes * MINUTE
  const summer = wall - SUMMER
  return new Date(offsetAt(summer) === SUMMER ? summer : wall)
}

/** Milliseconds a London clock is ahead of UTC. */
function offsetAt(instant: number): number {
  const { springs, falls } = summerOf(new Date(instant).getUTCFullYear())
  return instant >= springs && instant < falls ? SUMMER : 0
}

let asked = { year: Number.NaN, springs: 0, falls: 0 }

/** First and last instant of summer time; the last year asked is kept, as nearly every question is about this one. */
function summerOf(year: number): { springs: number; falls: number } {
  if (asked.year === year) return asked
  const hour = 60 * MINUTE
  asked = { year, springs: lastSunday(year, 2) * DAY + hour, falls: lastSunday(year, 9) * DAY + hour }
  return asked
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0) / DAY
  return last - ((weekdayOf(last) + 1) % 7)
}

/** The Monday of the week of an instant in London, "2026-11-16": what weekly counts are kept by. */
export function mondayOf(now: Date): string {
  const { epochDay: day, weekday } = londonMoment(now)
  return isoDay(day - weekday)
}
