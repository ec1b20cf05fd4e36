/** Whether there is room at a time, who said so, and the sentence that says it. */
import type { Said } from '../freshness/standing.ts'
import type { Knower } from '../listings/claims.ts'
import { epochDay, instantOf } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import type { Text } from '../text/en.ts'
import { ago, comingDay } from '../text/format.ts'
import type { CapacityEvent, CapacityState, CapacityThresholds } from './event.ts'

/** Whoever names a day years ahead cannot know: no word on room holds longer than a year. Days. */
const LONGEST_DAYS = 366

export type Capacity = {
  state: CapacityState | 'unknown'
  weeks: number | null
  /** Day it holds until, where somebody named one. */
  until: string | null
  saidAt: string | null
  by: Knower | null
}

/** Nobody said, or what was said has lapsed. */
export const UNKNOWN: Capacity = { state: 'unknown', weeks: null, until: null, saidAt: null, by: null }

/**
 * The epoch millisecond at which a statement stops holding: the end of its last day in London. That is `until`, or the
 * usual number of days after it was said; at most a year. 0 where it never held (said at no readable time).
 */
export function lapsesAt(event: CapacityEvent, thresholds: CapacityThresholds): number {
  const said = Date.parse(event.saidAt)
  if (Number.isNaN(said)) return 0
  const first = dayOf(said)
  const last = event.until === null ? first + thresholds[`${event.state}_days`] : epochDay(event.until)
  return instantOf(Math.min(last, first + LONGEST_DAYS) + 1, 0).getTime()
}

/** Whether there is room at `now`. What has lapsed, or is dated after today, is not known: never silently open. */
export function capacityAt(event: CapacityEvent | null, now: Date, thresholds: CapacityThresholds): Capacity {
  if (event === null) return UNKNOWN
  const saidAt = heardAt(event.saidAt, now)
  if (saidAt === null || lapsesAt(event, thresholds) <= now.getTime()) return UNKNOWN
  const { state, until, by } = event
  const weeks = state === 'waiting' ? event.weeks : null
  return { state, weeks, until, saidAt: new Date(saidAt).toISOString(), by }
}

/** The one sentence on room: "Waiting list, about 3 weeks" + "said yesterday". `named`: "said by the group yesterday". */
export function capacitySaid(capacity: Capacity, now: Date, text: Text, named = false): Said {
  const words = text.capacity
  const { saidAt, by } = capacity
  if (capacity.state === 'unknown' || saidAt === null) return { main: words.unknown, detail: '' }
  const when = ago(saidAt, now, text)
  return {
    main: capacityMain(capacity, now, text),
    detail: named && by !== null ? words.saidBy[by](when) : words.said(when),
  }
}

/** "Full until 1 March": the state alone, without who said it and when. */
export function capacityMain({ state, weeks, until }: Capacity, now: Date, text: Text): string {
  const words = text.capacity
  if (state === 'unknown') return words.unknown
  if (state === 'waiting') return weeks === 0 ? words.waitingSoon : words.waiting(weeks)
  if (state === 'full') return until === null ? words.full : words.fullUntil(comingDay(until, now, text))
  if (state === 'paused')
    return until === null ? words.paused : words.pausedUntil(comingDay(until, now, text))
  return words.open
}
