/**
 * The grammar of opening times:
 *
 *     text    = group { separator group }              all "days times" or all "times days"
 *     group   = days [part] ( times | "closed" ) tail  |  times days tail  |  "closed" days
 *     days    = one { ("," | "and" | "/") one },  one = [every] day [to day] | nth { nth } day [of the month]
 *     times   = range { ("," | "and" | "/") range },  range = [between] time (to | "-" | "and") time | time
 *     tail    = { term time | "closed" [for lunch] range [daily] | last entry time }, in brackets or not
 *
 * What does not fit is refused as a whole.
 */
import { cursorOver, type Cursor } from './cursor.ts'
import type { Part, Token, WrittenTime } from './lexicon.ts'

/** nth []: every week. */
export type Days = { days: number[]; nth: number[] }
/** end null: only the start was said; "always": 24 hours. */
export type WrittenRange = { start: WrittenTime; end: WrittenTime | null } | 'always'
/** Hours within the range when it is shut; `all`: said of every day. */
export type Shut = { start: WrittenTime; end: WrittenTime; all: boolean }
export type Group = {
  days: Days[]
  part: Part | null
  /** []: closed on these days. */
  ranges: WrittenRange[]
  shut: Shut | null
  term: 'no' | 'yes' | 'after'
}
/** term: said before everything, of everything. */
export type Reading = { groups: Group[]; term: boolean }

const BETWEEN_GROUPS = ['comma', 'stop', 'and', 'slash'] as const
const BEFORE_TIMES = ['comma', 'colon', 'dash', 'stop', 'slash'] as const

/** The groups of a text, or null where the tokens do not fit the grammar. */
export function readingOf(tokens: readonly Token[]): Reading | null {
  const at = cursorOver(tokens)
  const groups: Group[] = []
  at.skip(...BETWEEN_GROUPS, 'colon')
  const term = at.take('term')
  at.skip('colon', ...BETWEEN_GROUPS)
  const timesFirst = !at.sees('day', 'nth', 'every', 'closed')
  while (!at.done()) {
    const group = at.take('closed') ? closedGroup(at) : timesFirst ? timesThenDays(at) : daysThenTimes(at)
    if (group === null) return null
    groups.push(group)
    at.skip(...BETWEEN_GROUPS)
  }
  return { groups, term }
}

function closedGroup(at: Cursor): Group | null {
  at.skip('colon', 'dash')
  const days = readDays(at)
  return days === null ? null : { days, part: null, ranges: [], shut: null, term: 'no' }
}

function daysThenTimes(at: Cursor): Group | null {
  let days = readDays(at)
  if (days === null) return null
  at.skip(...BEFORE_TIMES)
  // "Friday: the last Friday of each month".
  if (at.sees('nth', 'every')) {
    const closer = readDays(at)
    if (closer === null || !sameDays(days, closer)) return null
    days = closer
    at.skip(...BEFORE_TIMES)
  }
  const group: Group = { days, part: null, ranges: [], shut: null, term: 'no' }
  if (termHere(at)) group.term = 'yes'
  at.skip(...BEFORE_TIMES)
  group.part = at.part()
  at.skip(...BEFORE_TIMES)
  if (at.take('closed')) return at.sees('dash', 'time', 'lunch', 'between') ? null : group
  return timesInto(group, at) && tailInto(group, at) ? group : null
}

function timesThenDays(at: Cursor): Group | null {
  const group: Group = { days: [], part: null, ranges: [], shut: null, term: 'no' }
  if (!timesInto(group, at)) return null
  at.skip('comma', 'stop', 'dash', 'colon')
  const bracket = at.take('open')
  const days = readDays(at)
  if (days === null || (bracket && !at.take('close'))) return null
  group.days = days
  if (group.part === null) group.part = at.part()
  return tailInto(group, at) ? group : null
}

function timesInto(group: Group, at: Cursor): boolean {
  const ranges = readRanges(at)
  if (ranges === null) return false
  group.ranges = ranges
  if (group.part === null) group.part = at.part()
  // Which of several times is the morning's cannot be said; one start among ranges is half a sentence.
  const single = (range: WrittenRange) => range !== 'always' && range.end === null
  return ranges.length === 1 || (group.part === null && !ranges.some(single))
}

function tailInto(group: Group, at: Cursor): boolean {
  for (;;) {
    const from = at.mark()
    at.skip('comma', 'stop', 'dash')
    const bracket = at.take('open')
    if (at.take('term')) group.term = 'after'
    else if (at.take('last-entry')) {
      if (at.time() === null) return false
    } else if (at.sees('closed') && at.looksPast('closed', 'lunch', 'between', 'time')) {
      const shut = readShut(at)
      if (shut === null || group.shut !== null) return false
      group.shut = shut
    } else {
      at.back(from)
      return true
    }
    if (bracket && !at.take('close')) return false
  }
}

/** "term time only" between the days and the times, in brackets or not. */
function termHere(at: Cursor): boolean {
  const from = at.mark()
  const bracket = at.take('open')
  const term = at.take('term') && (!bracket || at.take('close'))
  if (!term) at.back(from)
  return term
}

function readShut(at: Cursor): Shut | null {
  at.take('closed')
  at.take('lunch')
  const range = readRange(at)
  if (range === null || range === 'always' || range.end === null) return null
  const day = at.days()
  if (day !== null && day.length !== 7) return null
  return { start: range.start, end: range.end, all: day !== null }
}

function readDays(at: Cursor): Days[] | null {
  const all: Days[] = []
  for (;;) {
    const one = readOne(at)
    if (one === null) return null
    // "First Tuesday, Wednesday": who can say whether Wednesday is the first one too?
    if (one.nth.length === 0 && (all.at(-1)?.nth.length ?? 0) > 0) return null
    all.push(one)
    const from = at.mark()
    if (!at.skip('comma', 'and', 'slash') || !at.sees('day', 'nth', 'every')) {
      at.back(from)
      return all
    }
  }
}

function readOne(at: Cursor): Days | null {
  const every = at.take('every')
  const nth = readNths(at)
  const days = at.days()
  if (days === null) return null
  if (nth.length > 0) {
    const ofMonth = at.take('month')
    // "Every second Wednesday" may be each fortnight, "last Friday" a week ago.
    if (days.length !== 1 || ((every || nth.includes(-1)) && !ofMonth)) return null
    return { days, nth }
  }
  const from = at.mark()
  if (at.skip('to', 'dash')) {
    const last = at.days()
    if (last !== null) return daysBetween(days, last)
    at.back(from)
  }
  return { days, nth: [] }
}

function readNths(at: Cursor): number[] {
  const all: number[] = []
  for (let nth = at.nth(); nth !== null; nth = at.nth()) {
    all.push(nth)
    const from = at.mark()
    at.skip('comma', 'and', 'slash')
    if (!at.sees('nth')) at.back(from)
  }
  return all
}

/** Monday to Friday; also Saturday to Monday, over the end of the week. */
function daysBetween(first: number[], last: number[]): Days | null {
  const [from, until] = [first[0], last[0]]
  if (from === undefined || until === undefined || first.length > 1 || last.length > 1 || from === until)
    return null
  const length = (until - from + 7) % 7
  return { days: Array.from({ length: length + 1 }, (_, n) => (from + n) % 7), nth: [] }
}

function sameDays(first: Days[], closer: Days[]): boolean {
  const plain = (all: Days[]) => [...new Set(all.flatMap(({ days }) => days))].sort().join()
  return first.every(({ nth }) => nth.length === 0) && plain(first) === plain(closer)
}

function readRanges(at: Cursor): WrittenRange[] | null {
  const all: WrittenRange[] = []
  // Forms leave an empty half behind: "- / 18:00 - 21:00", "12:00 - 14:00 / -".
  if (at.takeAll('dash', 'slash')) at.skip('slash')
  for (;;) {
    const range = readRange(at)
    if (range === null) return null
    all.push(range)
    const from = at.mark()
    if (at.takeAll('slash', 'dash') && !at.sees('time')) return all
    at.back(from)
    if (!at.skip('comma', 'and', 'slash') || !at.sees('time', 'between', 'always')) {
      at.back(from)
      return all
    }
  }
}

function readRange(at: Cursor): WrittenRange | null {
  if (at.take('always')) return 'always'
  const between = at.take('between')
  const start = at.time()
  if (start === null) return null
  const from = at.mark()
  if (at.skipOne('to', 'dash', 'colon', ...(between ? (['and'] as const) : []))) {
    const end = at.time()
    if (end !== null) return { start, end }
    at.back(from)
  }
  return between ? null : { start, end: null }
}
