/** Listings in our order: that of ranking.ts, from the few things that came back of each. */
import { confirmedFrom } from '../../freshness/standing.ts'
import { instantOf, londonMoment, MINUTES_A_DAY, type Moment } from '../../listings/clock.ts'
import { nextStart } from '../../listings/slots.ts'
import { metresBetween } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import type { EngineQuery } from '../engine.ts'
import { levelOf } from '../aptness.ts'
import { hashOf, shuffled } from '../fairness.ts'
import {
  awayStep,
  leadOf,
  leftOutStep,
  orderKey,
  practiceStep,
  roomOrder,
  standingOrder,
  stepOf,
} from '../ranking.ts'
import { weightOf, worthOrder, type StandingTimes } from '../ranking.ts'
import { isNarrow, leavesOut, radiusMetres, tokensHere } from '../serves.ts'
import type { Found } from './found.ts'
import { unpackSlot } from './open-now.ts'

/** Days since confirmation up to which it counts as confirmed, and as due. */
export type StandingDays = { confirmed: number; due: number }

/** How a listing fits the words asked for: `base` of TIERS, and how apt it is. */
export type Fit = { base: number; aptness: number }
export type FitOf = (it: Found) => Fit

/** `visitless`: nobody has to go there. */
type Placed = {
  metres: number
  point: LatLng | null
  found: boolean
  /** Found because it is for people there, not for everybody. */
  own: boolean
  visitless: boolean
  leftOut: boolean
}
export type Ranked = { it: Found; key: number; placed: Placed | null }

const DAY = 86_400_000

export function ordered(
  found: readonly Found[],
  query: EngineQuery,
  fitOf: FitOf | null,
  days: StandingDays,
): Ranked[] {
  const at = new Date(query.now)
  const times = standingTimes(query.now, days)
  const moment = londonMoment(at)
  const place = placing(query)
  // Without a place there is nothing to be near to.
  const sort = query.sort === 'near' && !query.near ? 'best' : query.sort
  const ranked = found.map((it): Ranked => {
    const placed = place(it)
    const nearness =
      placed === null
        ? awayStep(it.away === true)
        : query.near
          ? stepOf(placed.metres, placed.visitless, it.area === true)
          : practiceStep(placed.own)
    const step = placed?.leftOut ? leftOutStep(nearness) : nearness
    const minutes = sort === 'soon' ? minutesTo(it, moment) : 0
    const since = sort === 'checked' ? daysSince(it, query.now) : 0
    const fit = fitOf ? fitOf(it) : null
    const tier = fit ? fit.base + levelOf(fit.aptness) : 0
    const weight = fit ? weightOf(fit.aptness) : 0
    return {
      it,
      placed,
      key: orderKey(leadOf(sort, nearness, minutes, since), tier, step, worthOf(it, times), weight),
    }
  })
  const { fair } = query
  const first = ({ it }: Ranked) =>
    fair === null ? (it.nameKey ?? 0) : shuffled(hashOf(it.listing), fair.seed)
  return ranked
    .map((one) => ({ one, first: first(one) }))
    .sort(
      (a, b) => a.one.key - b.one.key || a.first - b.first || (a.one.it.idKey ?? 0) - (b.one.it.idKey ?? 0),
    )
    .map(({ one }) => one)
}

function standingTimes(now: number, days: StandingDays): StandingTimes {
  const at = new Date(now)
  return {
    now,
    confirmedFrom: confirmedFrom(at, days.confirmed),
    dueFrom: confirmedFrom(at, days.due),
    tomorrow: instantOf(londonMoment(at).epochDay + 1, 0).getTime(),
  }
}

function worthOf({ confirmedAt, doubtedFrom, capacity, lapsesAt }: Found, times: StandingTimes): number {
  const state = (lapsesAt ?? -Infinity) > times.now ? (capacity ?? null) : null
  return worthOrder(standingOrder(confirmedAt ?? -Infinity, doubtedFrom ?? Infinity, times), roomOrder(state))
}

const daysSince = ({ confirmedAt }: Found, now: number): number =>
  Math.max(0, Math.floor((now - (confirmedAt ?? -Infinity)) / DAY))

/** Minutes until it next starts; Infinity where nothing is known. */
function minutesTo({ slots = [] }: Found, moment: Moment): number {
  const run = nextStart(slots.map(unpackSlot), moment)
  if (!run) return Infinity
  // Where only the day is known it counts as its noon: neither before nor after everything else of that day.
  const start = run.start < 0 ? Math.max(moment.minutes, MINUTES_A_DAY / 2) : run.start
  return Math.max(0, (run.epochDay - moment.epochDay) * MINUTES_A_DAY + start - moment.minutes)
}

/** How a listing lies to the place asked about; null where there is none, nor a practice. */
function placing({ near, practice }: EngineQuery): (it: Found) => Placed | null {
  if (!near && practice.length === 0) return () => null
  const here = new Set(near ? tokensHere(near, practice) : ['all', ...practice])
  const leaves = near ? leavesOut(near, practice) : () => false
  return ({ points = [], serves }) => {
    const { metres, point } = near ? nearest(points, near) : { metres: Infinity, point: null }
    const own = serves?.who.some((token) => here.has(token) && isNarrow(token)) ?? false
    const wide = (serves?.remote && serves.who.some((token) => here.has(token) && !isNarrow(token))) ?? false
    const miles = near ? (serves?.miles ?? null) : null
    const radius = miles !== null && metres <= radiusMetres(miles, 0).serves
    const found = own || wide || radius
    const ends = serves?.miles == null || !near ? Infinity : radiusMetres(serves.miles, near.slack).ends
    const leftOut =
      near !== null &&
      !found &&
      serves != null &&
      (serves.miles === null ? serves.who.every(leaves) : Number.isFinite(metres) && metres > ends)
    return { metres, point, found, own: own || radius, visitless: found && serves?.remote === true, leftOut }
  }
}

function nearest(
  points: readonly (readonly [number, number])[],
  near: LatLng,
): { metres: number; point: LatLng | null } {
  let best: { metres: number; point: LatLng | null } = { metres: Infinity, point: null }
  for (const [lat, lng] of points) {
    const metres = metresBetween(near, { lat, lng })
    if (metres < best.metres) best = { metres, point: { lat, lng } }
  }
  return best
}
