/** Sessions in words: "Tuesday 10am to 12, every week", "First Thursday of the month, 7pm to 9pm". */
import { clockTime, listOf, longDay, shortDay, timeSpan } from '../text/format.ts'
import type { Text } from '../text/en.ts'
import { londonMoment } from './clock.ts'
import { linesOf, weekdayRuns, type Hours, type Line } from './schedule-lines.ts'
import { WEEKDAYS, type Session, type Weekday } from './session.ts'

/** What fits two lines of a card on a phone. Characters. */
const CARD = 80
/** Dates said one by one. */
const CARD_DATES = 3
const PAGE_DATES = 12

export type WhenOptions = {
  /** Leaves out what has passed, and first days that have come. Without it everything is said. */
  now?: Date
  /** Names of the listing's places by index, for sessions that are not at all of them. */
  places?: readonly (string | undefined)[]
}

/**
 * One short line for a card. Where there are no sessions: the beginning of what the group said, cut at a word; null
 * where nobody said anything.
 */
export function whenLine(
  sessions: readonly Session[],
  timesWords: string | null | undefined,
  text: Text,
  options: WhenOptions = {},
): string | null {
  if (sessions.length === 0) return cutAtWord(timesWords ?? '') || null
  const lines = linesAhead(sessions, options.now)
  if (lines.length === 0) return text.schedule.over
  const said = lines.map((line) =>
    sentence(line, text, { alone: lines.length === 1, dates: CARD_DATES, ...options }),
  )
  // What one line cannot hold is one tap away.
  const line = capital([...new Set(said)].join('; '))
  if (line.length <= CARD || lines.length === 1) return line
  const days = WEEKDAYS.filter((day) => lines.some((each) => each.days.includes(day)))
  return days.length === 0 ? cutAtWord(line) : capital(text.schedule.differing(daysSaid(days, text)))
}

/** All of it for the listing's page, one line for what shares its times; [] where there are no sessions. */
export function whenFull(sessions: readonly Session[], text: Text, options: WhenOptions = {}): string[] {
  if (sessions.length === 0) return []
  const lines = linesAhead(sessions, options.now)
  if (lines.length === 0) return [text.schedule.over]
  return lines.map((line) => {
    const said = sentence(line, text, { alone: lines.length === 1, dates: PAGE_DATES, ...options })
    return capital(line.words === undefined ? said : `${said} (${line.words})`)
  })
}

/** Breaks that are not over: "Not on 29 December", "Tuesday: not from 22 December to 1 January (Christmas)". */
export function whenBreaks(sessions: readonly Session[], now: Date, text: Text): string[] {
  const today = londonMoment(now).day
  const said = sessions.flatMap((session) =>
    session.pauses
      .filter((pause) => pause.until >= today && (session.until === undefined || pause.from <= session.until))
      .map((pause) => ({ pause, session })),
  )
  const same = Map.groupBy(said, ({ pause }) => `${pause.from} ${pause.until} ${pause.why ?? ''}`)
  const breaks = [...same.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return breaks.map(([, paused]) => {
    const line = pauseSaid(paused[0]?.pause ?? { from: today, until: today }, now, text)
    if (paused.length === sessions.length) return capital(line)
    const days = linesOf(paused.map(({ session }) => session)).flatMap((each) => each.days)
    return days.length === 0 ? capital(line) : capital(`${daysSaid(inOrder(days), text)}: ${line}`)
  })
}

/** "Next: 24 November", of the instant or the day of the next time. */
export function nextSaid(next: string, now: Date, text: Text): string {
  return text.schedule.next(shortDay(next, now, text))
}

function pauseSaid(pause: { from: string; until: string; why?: string }, now: Date, text: Text): string {
  const { schedule } = text
  const first = shortDay(pause.from, now, text)
  const last = shortDay(pause.until, now, text)
  const said = pause.from === pause.until ? schedule.notOn(first) : schedule.notFrom(first, last)
  return pause.why === undefined ? said : `${said} (${pause.why})`
}

function linesAhead(sessions: readonly Session[], now: Date | undefined): Line[] {
  const lines = linesOf(sessions)
  if (now === undefined) return lines
  const today = londonMoment(now).day
  return lines
    .map((line) => ({
      ...line,
      dates: line.dates.filter((day) => day >= today),
      from: line.from !== undefined && line.from > today ? line.from : undefined,
    }))
    .filter((line) => (line.until ?? today) >= today && (line.every !== 'date' || line.dates.length > 0))
}

type Saying = WhenOptions & { alone: boolean; dates: number }

function sentence(line: Line, text: Text, saying: Saying): string {
  const { schedule } = text
  const hours = hoursSaid(line.hours, text)
  const names = line.days.map((day) => schedule.days[day])
  const parts: string[] = []
  if (line.every === 'week') {
    parts.push(schedule.weekly(daysSaid(line.days, text), hours))
    if (saying.alone && line.days.length === 1 && !line.term) parts.push(schedule.everyWeek)
  } else {
    if (line.every === 'fortnight') parts.push(schedule.fortnightly(names))
    else if (line.every === 'month') parts.push(schedule.monthly(line.nth, names))
    else parts.push(datesSaid(line.dates, saying.dates, text))
    if (hours) parts.push(hours)
  }
  if (line.term && line.every !== 'date') parts.push(schedule.termTime)
  if (line.from !== undefined) parts.push(schedule.from(longDay(line.from, text)))
  if (line.until !== undefined) parts.push(schedule.until(longDay(line.until, text)))
  const place = line.place === undefined ? undefined : saying.places?.[line.place]
  if (place) parts.push(schedule.at(place))
  return parts.join(', ')
}

/** "Monday to Wednesday and Friday", "every day". */
export function daysSaid(days: readonly Weekday[], text: Text): string {
  const { schedule } = text
  if (days.length === WEEKDAYS.length) return schedule.everyDay
  const runs = weekdayRuns(days).map((run) => {
    const names = run.map((day) => schedule.days[day])
    return run.length > 1 ? schedule.dayRange(names[0] ?? '', names.at(-1) ?? '') : (names[0] ?? '')
  })
  return listOf(runs, text)
}

function hoursSaid(hours: readonly Hours[], text: Text): string {
  const known = hours.flatMap(({ start, end }) => {
    if (start === undefined) return []
    if (start === '00:00' && end === '24:00') return [text.schedule.allDay]
    return [end === undefined ? clockTime(start, text) : timeSpan(start, end, text)]
  })
  return listOf(known, text)
}

/** "24 and 31 March 2027": month and year once. */
function datesSaid(dates: readonly string[], most: number, text: Text): string {
  const shown = dates.slice(0, dates.length > most + 1 ? most : dates.length)
  const said = shown.map((day, n) => {
    const next = shown[n + 1]
    if (next?.slice(0, 7) === day.slice(0, 7)) return String(Number(day.slice(8)))
    return next?.slice(0, 4) === day.slice(0, 4)
      ? shortDay(day, new Date(`${day}T12:00Z`), text)
      : longDay(day, text)
  })
  const left = dates.length - shown.length
  return listOf(left > 0 ? [...said, text.schedule.moreDates(left)] : said, text)
}

const inOrder = (days: readonly Weekday[]) => WEEKDAYS.filter((day) => days.includes(day))

export const capital = (line: string) => line.charAt(0).toUpperCase() + line.slice(1)

/** The beginning of a text that fits a card, never half a word. */
function cutAtWord(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  if (flat.length <= CARD) return flat
  const cut = flat.slice(0, CARD)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), CARD / 2)).replace(/[\s,;:.-]+$/, '')}…`
}
