/** How often a listing was full: computed from what was said, never typed. */
import { londonMoment, monthAround } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import { lapsesAt } from './capacity.ts'
import type { CapacityEvent, CapacityThresholds } from './event.ts'

/** Of `ofMonths` whole calendar months about which anything was said, `fullMonths` were full most of the known days. */
export type Trend = { fullMonths: number; ofMonths: number }

/** The trend over the `months` calendar months before the one of `now`. A statement holds until the next one or its end. */
export function trend(
  events: readonly CapacityEvent[],
  now: Date,
  months: number,
  thresholds: CapacityThresholds,
): Trend {
  const spans = spansOf(events, now, thresholds)
  let { epochDay: day } = londonMoment(now)
  let fullMonths = 0
  let ofMonths = 0
  for (let month = 0; month < months; month++) {
    const until = day - monthAround(day).date + 1
    const from = until - monthAround(until - 1).days
    const days = (only: readonly Span[]) =>
      only.reduce((sum, it) => sum + Math.max(0, Math.min(it.until, until) - Math.max(it.from, from)), 0)
    const known = days(spans)
    if (known > 0) ofMonths++
    if (known > 0 && days(spans.filter(({ full }) => full)) * 2 > known) fullMonths++
    day = from
  }
  return { fullMonths, ofMonths }
}

/** Days since 1970; `until` is the first day after it. */
type Span = { from: number; until: number; full: boolean }

function spansOf(events: readonly CapacityEvent[], now: Date, thresholds: CapacityThresholds): Span[] {
  const said = events
    .filter((event) => heardAt(event.saidAt, now) !== null)
    .sort((a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt))
  return said.map((event, at) => {
    const next = said[at + 1]
    const lapses = dayOf(lapsesAt(event, thresholds))
    return {
      from: dayOf(Date.parse(event.saidAt)),
      until: next === undefined ? lapses : Math.min(lapses, dayOf(Date.parse(next.saidAt))),
      full: event.state === 'full',
    }
  })
}

/** Nobody who says "room" a year later tells how long it was full. Days. */
const LONGEST_FULL_DAYS = 366

/**
 * How long it usually takes from "full" to "room" again, in days: the middle one of all the times it happened; null
 * where it never did. Any order. What was never said to be open again does not count.
 */
export function daysToReopen(events: readonly CapacityEvent[], now: Date): number | null {
  const said = events
    .filter((event) => heardAt(event.saidAt, now) !== null)
    .sort((a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt))
  const took: number[] = []
  let full: number | null = null
  for (const { state, saidAt } of said) {
    const day = dayOf(Date.parse(saidAt))
    if (state === 'full') full ??= day
    else if (state === 'open' && full !== null) {
      if (day - full <= LONGEST_FULL_DAYS) took.push(day - full)
      full = null
    }
  }
  const inOrder = took.sort((a, b) => a - b)
  const half = Math.floor(inOrder.length / 2)
  const [low, high] = [inOrder[inOrder.length % 2 === 0 ? half - 1 : half], inOrder[half]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
