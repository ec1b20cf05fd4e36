/** Free text and table cells to sessions: complete or nothing, because a wrong time is worse than none. */
import { WEEKDAYS, type Session, type Weekday } from '../session.ts'
import { anyOverlap, sessionOf, type Run } from './build.ts'
import { rangeOf, startOf, type Range } from './clock-reading.ts'
import { readingOf, type Group, type Reading, type Shut, type WrittenRange } from './grammar.ts'
import type { Token } from './lexicon.ts'
import { sessionsFromOsm } from './osm.ts'
import { tokensOf } from './tokens.ts'

/** Longer texts are prose, not times. Characters. */
const LONGEST_TEXT = 600

/**
 * The sessions a text states ("Monday and Friday 11am-4pm; 1st Saturday of the month 10-12"), or null where any word
 * of it is not understood, or where a time could be morning or evening. Never a part of what was said.
 */
export function sessionsFromText(text: string): Session[] | null {
  if (text.length > LONGEST_TEXT) return null
  // Without a weekday in front opening_hours means every day, which is more than a group's "10:00-12:00" says.
  const osm = /^\s*[A-Z][a-z][\s,[-]/.test(text) ? sessionsFromOsm(text) : null
  if (osm !== null) return osm
  const tokens = tokensOf(text)
  return tokens === null ? null : sessionsFromTokens(tokens)
}

/**
 * The sessions of one weekday's cell: "09:00-17:00", "9 to 12.30, 13:30-17:00". [] where it is empty or says closed,
 * null where it is not understood or names a day itself.
 */
export function sessionsFromDay(weekday: Weekday, text: string): Session[] | null {
  const tokens = text.length > LONGEST_TEXT ? null : tokensOf(text)
  if (tokens === null || tokens.some(({ is }) => is === 'day' || is === 'nth' || is === 'every')) return null
  const said = tokens.filter(({ is }) => is !== 'dash' && is !== 'slash' && is !== 'stop')
  if (said.length === 0 || (said.length === 1 && said[0]?.is === 'closed')) return []
  return sessionsFromTokens([{ is: 'day', days: [WEEKDAYS.indexOf(weekday)] }, ...tokens])
}

function sessionsFromTokens(tokens: readonly Token[]): Session[] | null {
  const reading = readingOf(tokens)
  if (reading === null) return null
  const clock24 = tokens.some((token) => token.is === 'time' && token.time.exact)
  const runs = runsOf(reading, clock24)
  return runs === null || runs.length === 0 || anyOverlap(runs) ? null : runs.map(sessionOf)
}

function runsOf(reading: Reading, clock24: boolean): Run[] | null {
  const open = reading.groups.filter((group) => group.ranges.length > 0)
  const shut = shutFor(open)
  if (shut === null || !termIsClear(open)) return null
  const runs: Run[] = []
  for (const [n, group] of open.entries()) {
    const ranges = rangesOf(group, shut[n] ?? null, clock24)
    if (ranges === null) return null
    const term = reading.term || group.term !== 'no'
    for (const { days, nth } of merged(group))
      for (const { start, end } of ranges) runs.push({ days, nth, start, end, term })
  }
  return withoutClosed(runs, reading.groups)
}

/** Which hours each group is shut: its own, or those said of all; null where that is not clear. */
function shutFor(open: readonly Group[]): (Shut | null)[] | null {
  const said = open.map((group) => group.shut)
  const known = said.filter((shut) => shut !== null)
  if (known.length === 0 || known.length === open.length) return said
  const [only] = known
  return known.length === 1 && only?.all && open.at(-1)?.shut ? open.map(() => only) : null
}

/** "Term time only" behind the last of several groups may mean that one or all. */
function termIsClear(open: readonly Group[]): boolean {
  return open.length < 2 || open.at(-1)?.term !== 'after'
}

function rangesOf(group: Group, shut: Shut | null, clock24: boolean): Range[] | null {
  const ranges: Range[] = []
  for (const written of group.ranges) {
    const range = rangeFrom(written, group, clock24)
    if (range === null) return null
    ranges.push(range)
  }
  if (shut === null) return ranges
  const off = rangeOf(shut.start, shut.end, null, clock24)
  const [range] = ranges
  if (off === null || off.end === null || range === undefined || range.end === null || ranges.length > 1)
    return null
  if (off.start <= range.start || off.end >= range.end) return null
  return [
    { start: range.start, end: off.start },
    { start: off.end, end: range.end },
  ]
}

function rangeFrom(written: WrittenRange, group: Group, clock24: boolean): Range | null {
  if (written === 'always') return { start: 0, end: 1440 }
  if (written.end === null) return startOf(written.start, group.part)
  return rangeOf(written.start, written.end, group.part, clock24)
}

/** The days of a group, all weekly ones together. */
function merged(group: Group): { days: number[]; nth: number[] }[] {
  const weekly = group.days.filter(({ nth }) => nth.length === 0).flatMap(({ days }) => days)
  const monthly = group.days.filter(({ nth }) => nth.length > 0)
  return weekly.length > 0 ? [{ days: weekly, nth: [] }, ...monthly] : monthly
}

/** "Daily 10 to 4, closed Sundays": the closed days go. */
function withoutClosed(runs: readonly Run[], groups: readonly Group[]): Run[] | null {
  const closed = groups.filter((group) => group.ranges.length === 0).flatMap((group) => group.days)
  if (closed.some(({ nth }) => nth.length > 0)) return null
  const days = new Set(closed.flatMap((each) => each.days))
  return runs
    .map((run) => ({ ...run, days: run.days.filter((day) => !days.has(day)) }))
    .filter((run) => run.days.length > 0)
}
