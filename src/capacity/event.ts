/** Somebody said, at a time, whether there is room: until a date, or for a while, then it is "not known: ask". */
import type { Knower } from '../listings/claims.ts'

export const CAPACITY_STATES = ['open', 'waiting', 'full', 'paused'] as const
export type CapacityState = (typeof CAPACITY_STATES)[number]

export type CapacityEvent = {
  id: string
  listing: string
  /** Key of the session it was said of (listings/session-key.ts); null: of the whole listing. */
  session: string | null
  state: CapacityState
  /** About how long the wait is, in weeks; only for "waiting". */
  weeks: number | null
  /** Last day it holds, "2027-03-01"; null: the usual number of days. */
  until: string | null
  saidAt: string
  by: Knower
}

/** Days a statement holds when it names no end, from data/site.json. */
export type CapacityThresholds = {
  open_days: number
  waiting_days: number
  full_days: number
  paused_days: number
}
