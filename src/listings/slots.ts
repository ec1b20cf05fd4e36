/**
 * Slots: sessions as plain numbers that need no timer. A slot is a weekday or day, a time, and the days between which
 * it holds; pauses and term times cut one session into several slots. "Open now", "next time" and the search engine
 * all read the same slots, so they can never disagree.
 */
import { epochDay, MINUTES_A_DAY, monthAround, weekdayOf, type Moment } from './clock.ts'
import { NO_FROM, NO_UNTIL, spansOf, type Span, type Term } from './schedule.ts'
import { WEEKDAYS, type Session, type Weekday } from './session.ts'

export type Slot = {
  /** 0 Monday to 6 Sunday. */
  weekday: number
  /**
   * Minutes after local midnight (Europe/London); both -1 where only the day is known, equal where only the start is.
   * end may pass 1440.
   */
  start: number
  end: number
  /**
   * First and last day it holds, as days since 1 January 1970; -2^31 and 2^31-1: no limit. A `from` of 2^31-1 says that
   * the days are not known (term time without term dates): it never runs, but counts for weekdays and times of day.
   */
  from: number
  until: number
  /** Runs each so many weeks, counted from `from`, which is then a day on which it runs (1 or 2). */
  weeks: number
  /** Bits 0 to 4: the first to fifth such weekday of a month; bit 5: the last; 0: every week. */
  nth: number
}
export type Run = { epochDay: number; start: number; end: number }
export type TimeOfDay = 'morning' | 'afternoon' | 'evening'

/** Where "next time" stops looking: a year and a few days, so that yearly gaps are bridged. Days. */
const HORIZON_DAYS = 370
/** Afternoon begins, evening begins, and the small hours that still belong to the evening before end. Minutes. */
const NOON = 720
const EVENING = 1020
const NIGHT_ENDS = MINUTES_A_DAY + 360

/** Sessions as slots. `terms`: the deployment's term dates, both ends included; order does not matter. */
export function slotsOf(sessions: readonly Session[], terms: readonly Term[]): Slot[] {
  return sessions
    .flatMap((session) => spansOf(session, terms).flatMap((span) => slotsWithin(session, span)))
    .filter((slot) => slot.from <= slot.until || slot.from === NO_UNTIL)
}

/** True on a day that the slot starts on. */
export function runsOn(slot: Slot, day: number): boolean {
  if (day < slot.from || day > slot.until || weekdayOf(day) !== slot.weekday) return false
  if (slot.weeks > 1 && (day - slot.from) % (7 * slot.weeks) !== 0) return false
  return slot.nth === 0 || (slot.nth & bitsOf(day)) !== 0
}

/** True while something runs, also past midnight. Never true where the time or the day is not known. */
export function openAt(slots: readonly Slot[], moment: Moment): boolean {
  const { epochDay: today, minutes } = moment
  return slots.some(
    (slot) =>
      (slot.start >= 0 && minutes >= slot.start && minutes < slot.end && runsOn(slot, today)) ||
      (minutes + MINUTES_A_DAY < slot.end && runsOn(slot, today - 1)),
  )
}

/**
 * The next time anything starts, from this minute on; null where nothing does within the horizon. What has begun is
 * not next. start and end are minutes as in the slot: -1 where only the day is known, which may be today.
 */
export function nextStart(slots: readonly Slot[], moment: Moment, horizonDays = HORIZON_DAYS): Run | null {
  let best = null as Run | null
  for (const slot of slots) {
    const begun = slot.start >= 0 && slot.start < moment.minutes
    const last = Math.min(slot.until, moment.epochDay + horizonDays, best?.epochDay ?? NO_UNTIL)
    const day = firstRun(slot, moment.epochDay + (begun ? 1 : 0), last)
    if (day === null || (best?.epochDay === day && best.start <= slot.start)) continue
    best = { epochDay: day, start: slot.start, end: slot.end }
  }
  return best
}

/** Weekdays it runs on from `today` on (default: ever), Monday first. Counts slots whose days are not known. */
export function daysOf(slots: readonly Slot[], today = NO_FROM): Weekday[] {
  const live = slots.filter((slot) => slot.until >= today)
  return WEEKDAYS.filter((_, weekday) => live.some((slot) => slot.weekday === weekday))
}

/** Parts of the day it runs in from `today` on: before 12, 12 to 5, from 5 on; by overlap. */
export function timesOfDay(slots: readonly Slot[], today = NO_FROM): TimeOfDay[] {
  const live = slots.filter((slot) => slot.until >= today && slot.start >= 0)
  const parts: [TimeOfDay, (start: number, end: number) => boolean][] = [
    ['morning', (start, end) => start < NOON || end > NIGHT_ENDS],
    ['afternoon', (start, end) => start < EVENING && end > NOON],
    ['evening', (_start, end) => end > EVENING],
  ]
  // A start without an end counts for the minute it starts in.
  const holds = (slot: Slot, part: (typeof parts)[number]) =>
    part[1](slot.start, Math.max(slot.end, slot.start + 1))
  return parts.filter((part) => live.some((slot) => holds(slot, part))).map(([name]) => name)
}

/** The first day from `day` to `last` on which the slot runs, by arithmetic; null where there is none. */
function firstRun(slot: Slot, day: number, last: number): number | null {
  const step = 7 * slot.weeks
  let run: number
  if (day <= slot.from || slot.weeks > 1) run = slot.from + ((slot.weekday - weekdayOf(slot.from) + 7) % 7)
  else run = day + ((slot.weekday - weekdayOf(day) + 7) % 7)
  if (run < day) run += Math.ceil((day - run) / step) * step
  // At most 13 steps from one fifth Monday to the next.
  while (run <= last && slot.nth !== 0 && (slot.nth & bitsOf(run)) === 0) run += step
  return run <= last ? run : null
}

/** Which of its weekdays in its month a day is, as bits like `nth`. */
function bitsOf(day: number): number {
  const { date, days } = monthAround(day)
  return (1 << Math.floor((date - 1) / 7)) | (date + 7 > days ? 32 : 0)
}

function slotsWithin(session: Session, span: Span): Slot[] {
  const { rule } = session
  const time = timeOf(session)
  const plain = { ...time, ...span, weeks: 1, nth: 0 }
  if (rule.every === 'date') {
    const days = rule.on.map(epochDay).filter((day) => day >= span.from && day <= span.until)
    return days.map((day) => ({ ...plain, weekday: weekdayOf(day), from: day, until: day }))
  }
  const weekdays = rule.on.map((day) => WEEKDAYS.indexOf(day))
  if (rule.every === 'week') return weekdays.map((weekday) => ({ ...plain, weekday }))
  if (rule.every === 'fortnight')
    return weekdays.map((weekday) => ({
      ...plain,
      weekday,
      weeks: 2,
      from: fortnightFrom(epochDay(rule.from), weekday, span.from),
    }))
  const nth = rule.nth.reduce((bits, n) => bits | (n === -1 ? 32 : n > 0 ? 1 << (n - 1) : 0), 0)
  return nth === 0 ? [] : weekdays.map((weekday) => ({ ...plain, weekday, nth }))
}

/** The first such weekday from `from` on in a week that is an even number of weeks from the known one. */
function fortnightFrom(known: number, weekday: number, from: number): number {
  if (from === NO_UNTIL) return from
  const inKnownWeek = known - weekdayOf(known) + weekday
  const first = Math.max(from, 0)
  return inKnownWeek + Math.ceil((first - inKnownWeek) / 14) * 14
}

function timeOf(session: Session): { start: number; end: number } {
  if (session.start === undefined) return { start: -1, end: -1 }
  const start = minutesOf(session.start)
  if (session.end === undefined || session.end === session.start) return { start, end: start }
  const end = minutesOf(session.end)
  return { start, end: end < start ? end + MINUTES_A_DAY : end }
}

/** Minutes after midnight of "09:30". */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
