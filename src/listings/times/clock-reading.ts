/**
 * What two written times mean together. "10 - 2pm" is ten in the morning to two; "2 - 4" is an afternoon; "7 - 9" may
 * be morning or evening and is refused, as is everything that no group would mean.
 */
import { NOON, type Part, type WrittenTime } from './lexicon.ts'

/** Minutes after midnight; end may pass 1440. end null: only the start was said. */
export type Range = { start: number; end: number | null }

type Pair = { start: number; end: number }

/** A session shorter or longer than this was misread or mistyped. Minutes. */
const SHORTEST = 15
const LONGEST = 18 * 60
/** Nobody opens before this without writing "am". Minutes. */
const EARLIEST = 6 * 60
/** From this hour on "9 - 11" is a morning; below it may be an evening as well. */
const SURELY_MORNING = 9 * 60
/** "7pm - 2am" is a night; "1pm - 3am" a slip of the pen. First start, last end, minutes. */
const NIGHT_BEGINS = 17 * 60
const NIGHT_ENDS = 9 * 60
const HALF_A_DAY = 720
const DAY = 1440

/** First and last start, and last end, of what is called a morning, an afternoon, an evening. Minutes. */
const PARTS: Record<Part, { first: number; last: number; end: number }> = {
  morning: { first: 5 * 60, last: 719, end: 14 * 60 },
  afternoon: { first: 720, last: 17 * 60, end: 19 * 60 },
  evening: { first: 16 * 60, last: 23 * 60, end: 30 * 60 },
}

/**
 * Minutes of "from start to end", or null where it cannot be known. `part`: the text says "morning"…; `clock24`: times
 * elsewhere in the text are on the 24-hour clock.
 */
export function rangeOf(
  start: WrittenTime,
  end: WrittenTime,
  part: Part | null,
  clock24: boolean,
): Range | null {
  // "Monday to Friday 17-21" are dates.
  if (start.as === 'hour' && end.as === 'hour' && Math.max(start.hour, end.hour) > 12) return null
  const pairs = startsOf(start)
    .flatMap((from) => endsOf(end).map((until) => overMidnight(start, end, from, until)))
    .filter((pair) => pair !== null)
    .filter((pair) => isIn(part, pair.start, pair.end))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
  const [first, second] = pairs
  if (first === undefined) return null
  const same = second !== undefined && second.end - second.start === first.end - first.start
  // Both halves of the day fit equally well: only the hour and the manner of writing can say.
  if (same && first.start < SURELY_MORNING && !clock24) return null
  return first
}

/** Minutes of a start that stands alone ("from 6pm"), or null where it could be morning or evening. */
export function startOf(time: WrittenTime, part: Part | null): Range | null {
  if (part === null && time.half === null && !(time.exact && time.as === 'clock')) return null
  const fits = startsOf(time).filter((from) => isIn(part, from, from))
  const [start] = fits
  return start === undefined || fits.length > 1 ? null : { start, end: null }
}

function isIn(part: Part | null, start: number, end: number): boolean {
  if (part === null) return true
  const { first, last, end: latest } = PARTS[part]
  return start >= first && start <= last && end <= latest
}

function startsOf(time: WrittenTime): number[] {
  const minutes = plain(time)
  if (time.half !== null) return time.half === 'am' && time.hour === 12 ? [] : [marked(time)]
  // Twelve without more is noon.
  if (time.exact || time.hour === 12) return minutes >= EARLIEST && minutes < DAY ? [minutes] : []
  return [minutes, minutes + HALF_A_DAY].filter((from) => from >= EARLIEST)
}

function endsOf(time: WrittenTime): number[] {
  const minutes = plain(time)
  if (time.half !== null) return [marked(time)]
  if (time.hour >= 12) return [minutes]
  if (time.hour === 0) return [minutes]
  // "09:00 - 05:00" is written by people whose form made the zero: the afternoon stays possible.
  return [minutes, minutes + HALF_A_DAY]
}

/** The pair as minutes, past midnight where that was clearly meant; null where no group would mean it. */
function overMidnight(a: WrittenTime, b: WrittenTime, start: number, end: number): Pair | null {
  // "18:00 - 08:00" is no evening until eight: who writes 18 writes 20.
  if (a.exact && a.hour > 12 && b.half === null && b.hour < 12 && end >= HALF_A_DAY) return null
  let until = end
  if (end <= start) {
    const said = a.half === 'pm' && b.half === 'am' && start >= NIGHT_BEGINS && end <= NIGHT_ENDS
    const shown = a.hour >= 20 && b.half === null && end <= EARLIEST
    const midnight = end === 0 && start >= HALF_A_DAY
    if (!said && !shown && !midnight) return null
    until = end + DAY
  }
  const lasts = until - start
  return lasts >= SHORTEST && lasts <= LONGEST ? { start, end: until } : null
}

const plain = (time: WrittenTime) => time.hour * 60 + time.minute

function marked(time: WrittenTime): number {
  return (time.hour % 12) * 60 + time.minute + (time.half === NOON.half ? HALF_A_DAY : 0)
}
