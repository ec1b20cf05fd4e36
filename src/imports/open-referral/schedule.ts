/** One schedule of iCalendar's kind as sessions: only where every part of it is understood. */
import type { Session, Weekday } from '../../listings/session.ts'
import { WEEKDAYS } from '../../listings/session.ts'
import { dayOf } from '../transforms/figures.ts'
import { at, numberAt, type Json } from './json.ts'
import { wordsAt } from './words.ts'

/** null: it is not wholly understood. []: it is over. */
export function sessionsOf(schedule: Json, today: string): Session[] | null {
  if (saysMore(schedule)) return null
  const span = spanOf(schedule)
  const times = timesOf(schedule)
  const rules = span && rulesOf(schedule, span.start)
  if (span === null || times === null || rules === null) return null
  const { from, until } = span
  if (until !== undefined && until < today) return []
  return rules
    .map((rule): Session => ({
      rule,
      ...times,
      // A date is its own beginning and end.
      ...(rule.every === 'date' ? {} : { ...(from && { from }), ...(until && { until }) }),
      pauses: [],
    }))
    .filter(({ rule }) => rule.every !== 'date' || rule.on.some((day) => day >= today))
}

/** Parts of iCalendar that a session has no word for. */
const NOT_READ = ['count', 'byweekno', 'bymonthday', 'byyearday', 'timezone', 'bysetpos', 'exdate']
const saysMore = (schedule: Json): boolean => NOT_READ.some((key) => wordsAt(schedule, key) !== '')

type Span = { from?: string; until?: string; start?: string }

/** First and last day. `start`: the day of its first event, from which fortnights are counted. null: a date is none. */
function spanOf(schedule: Json): Span | null {
  const days: { [key: string]: string | undefined } = {}
  for (const key of ['valid_from', 'valid_to', 'dtstart', 'until']) {
    const said = wordsAt(schedule, key)
    const day = said === '' ? undefined : dayOf(said)
    if (day === null) return null
    days[key] = day
  }
  const from = [days['valid_from'], days['dtstart']]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const until = [days['valid_to'], days['until']].filter((day) => day !== undefined).sort()[0]
  if (from !== undefined && until !== undefined && until < from) return null
  return {
    ...(from && { from }),
    ...(until && { until }),
    ...(days['dtstart'] && { start: days['dtstart'] }),
  }
}

/** "9:00", "10:00:00"; a time with a zone behind it may be an hour off in summer, so it is not understood. */
const CLOCK = /^([01]?\d|2[0-4]):([0-5]\d)(?::00(?:\.0+)?)?$/

function timesOf(schedule: Json): { start?: string; end?: string } | null {
  const [opens, closes] = [wordsAt(schedule, 'opens_at'), wordsAt(schedule, 'closes_at')]
  const [start, end] = [clockOf(opens), clockOf(closes)]
  if (start === null || end === null) return null
  if (start === undefined) return end === undefined ? {} : null
  if (end === undefined) return { start }
  const last = end === '00:00' ? '24:00' : end
  // A night across midnight, or the two the wrong way round.
  return start < last && start !== '24:00' ? { start, end: last } : null
}

function clockOf(said: string): string | null | undefined {
  if (said === '') return undefined
  const [, hour = '', minute = ''] = CLOCK.exec(said) ?? []
  if (hour === '' || (hour === '24' && minute !== '00')) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

type Rule = Session['rule']

function rulesOf(schedule: Json, start: string | undefined): Rule[] | null {
  const freq = wordsAt(schedule, 'freq').toUpperCase()
  const days = byDay(schedule)
  const every = at(schedule, 'interval') === undefined ? 1 : numberAt(schedule, 'interval')
  if (days === null || every === undefined || !Number.isInteger(every) || every < 1) return null
  // The older dialect names the weekday of a regular schedule and no frequency: it is weekly by what it is called.
  const isWeekly = freq === 'WEEKLY' || (freq === '' && wordsAt(schedule, 'weekday') !== '')
  if (isWeekly) return weekly(days, every, start, wordsAt(schedule, 'wkst').toUpperCase())
  if (freq === 'DAILY' && days.length === 0 && every === 1) return [{ every: 'week', on: [...WEEKDAYS] }]
  if (freq === 'MONTHLY' && every === 1) return monthly(days)
  if (freq === '' && days.length === 0 && start !== undefined && isOneDay(schedule, start))
    return [{ every: 'date', on: [start] }]
  return null
}

const isOneDay = (schedule: Json, start: string): boolean =>
  ['valid_to', 'until'].every((key) => [null, start].includes(dayOf(wordsAt(schedule, key))))

type ByDay = { day: Weekday; nth: number | null }

/** "TU,TH", "2SU", "-1MO"; the older dialect's "weekday" in whole words. [] where no day is named, null where it is not understood. */
function byDay(schedule: Json): ByDay[] | null {
  const said = wordsAt(schedule, 'byday', 'weekday')
  if (said === '') return []
  const found: ByDay[] = []
  for (const part of said.split(/[,;\s]+/).filter((one) => one !== '')) {
    const [, nth, day = ''] =
      /^([+-]?[1-5])?(mo|tu|we|th|fr|sa|su)(?:n(?:day)?|e(?:s(?:day)?)?|d(?:nesday)?|u(?:r(?:s(?:day)?)?)?|i(?:day)?|t(?:urday)?)?$/i.exec(
        part,
      ) ?? []
    const weekday = WEEKDAYS.find((one) => one === day.toLowerCase())
    if (weekday === undefined) return null
    found.push({ day: weekday, nth: nth === undefined ? null : Number(nth) })
  }
  return found
}

function weekly(days: ByDay[], every: number, start: string | undefined, weekStart: string): Rule[] | null {
  if (days.some(({ nth }) => nth !== null)) return null
  const on = [...new Set(days.map(({ day }) => day))]
  // Without a day named it is the weekday of its first event.
  if (on.length === 0 && start !== undefined) on.push(weekdayOf(start))
  if (on.length === 0) return null
  if (every === 1) return [{ every: 'week', on }]
  const counted =
    every === 2 && start !== undefined && on.includes(weekdayOf(start)) && ['', 'MO'].includes(weekStart)
  return counted ? [{ every: 'fortnight', on, from: start }] : null
}

/** One rule a weekday: the second Tuesday and the first Friday are no product of days and numbers. */
function monthly(days: ByDay[]): Rule[] | null {
  if (days.length === 0) return null
  const nths = new Map<Weekday, number[]>()
  for (const { day, nth } of days) {
    if (nth === null || nth < -1 || nth === 0) return null
    nths.set(day, [...new Set([...(nths.get(day) ?? []), nth])])
  }
  return [...nths].map(([day, nth]) => ({ every: 'month', on: [day], nth }))
}

const weekdayOf = (day: string): Weekday =>
  WEEKDAYS[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'mo'
