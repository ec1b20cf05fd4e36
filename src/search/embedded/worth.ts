/**
 * Standing and room of every row as one small number, worked out again only when time or a change moves one of them. Below
 * AWAY where nobody has to leave the deployment's own area for it, from AWAY on where they have to.
 */
import { CAPACITY_STATES } from '../../capacity/event.ts'
import { confirmedFrom } from '../../freshness/standing.ts'
import { instantOf, londonMoment } from '../../listings/clock.ts'
import { roomOrder, standingOrder, worthOrder, type StandingTimes } from '../ranking.ts'
import { hasBit } from './bits.ts'
import type { Columns } from './columns.ts'

/** Days since confirmation up to which it counts as confirmed, and as due. */
export type StandingDays = { confirmed: number; due: number }

type Worth = {
  get(now: number): Uint8Array
  /** These rows changed. */
  touch(rows: readonly number[]): void
}

export const AWAY = 16

/** Good from `from` on and before `until`. */
type Kept = { of: Uint8Array; times: StandingTimes; from: number; until: number }

export function makeWorth(columns: Columns, days: StandingDays): Worth {
  let kept: Kept | null = null
  return {
    get(now) {
      if (!kept || now < kept.from || now >= kept.until) kept = worthAt(columns, now, days)
      return kept.of
    },
    touch(rows) {
      if (kept && kept.of.length !== columns.room) kept = null
      if (kept) for (const row of rows) put(columns, kept, row)
    },
  }
}

function worthAt(columns: Columns, now: number, days: StandingDays): Kept {
  const at = new Date(now)
  const { epochDay } = londonMoment(at)
  const [today, tomorrow] = [instantOf(epochDay, 0).getTime(), instantOf(epochDay + 1, 0).getTime()]
  const times = {
    now,
    confirmedFrom: confirmedFrom(at, days.confirmed),
    dueFrom: confirmedFrom(at, days.due),
    tomorrow,
  }
  const kept = { of: new Uint8Array(columns.room), times, from: today, until: tomorrow }
  for (let row = 1; row <= columns.last; row++) put(columns, kept, row)
  return kept
}

function put(columns: Columns, kept: Kept, row: number): void {
  const { now } = kept.times
  const doubtedFrom = columns.doubtedFrom[row] ?? Infinity
  const lapsesAt = columns.lapsesAt[row] ?? -Infinity
  const state = lapsesAt > now ? (CAPACITY_STATES[(columns.capacity[row] ?? 0) - 1] ?? null) : null
  const standing = standingOrder(columns.confirmedAt[row] ?? -Infinity, doubtedFrom, kept.times)
  kept.of[row] = worthOrder(standing, roomOrder(state)) + (hasBit(columns.away, row) ? AWAY : 0)
  for (const turn of [doubtedFrom, lapsesAt])
    if (turn <= now) kept.from = Math.max(kept.from, turn)
    else kept.until = Math.min(kept.until, turn)
}
