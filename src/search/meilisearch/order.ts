/** Listings in our order: that of ranking.ts, from the few things that came back of each. */
import { confirmedFrom } from '../../freshness/standing.ts'
import { instantOf, londonMoment, MINUTES_A_DAY, type Moment } from '../../listings/clock.ts'
import { nextStart } from '../../listings/slots.ts'
import { metresBetween } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import type { EngineQuery } from '../engine.ts'
import { hashOf, shuffled } from '../fairness.ts'
import {
  leadOf,
  leftOutStep,
  NAME_COUNTS,
  orderKey,
  practiceStep,
  roomOrder,
  standingOrder,
  stepOf,
} from '../ranking.ts'
import { TIERS, weightOf, worthOrder, type StandingTimes } from '../ranking.ts'
import { isNarrow, leavesOut, radiusMetres, tokensHere } from '../serves.ts'
import type { Found } from './found.ts'
import { unpackSlot } from './running.ts'

/** Days since confirmation up to which it counts as confirmed, and as due. */
export type StandingDays = { confirmed: number; due: number }

/** The words that are looked for in name, group and place, and which listings have which of the question. */
export type Looked = {
  words: readonly { forms: readonly string[]; weight: number }[]
  /** Forms of each word as typed: who has one of each in the name stands first. */
  named: readonly (readonly string[])[]
  /** null: all have the words and not only their meaning. */
  literal: ReadonlySet<string> | null
  /** Tiers of listings that were found otherwise; and of all that are not among them, null where their words tell. */
  tiers: ReadonlyMap<string, number>
  otherwise: number | null
}

/** `visitless`: nobody has to go there. */
export type Placed = {
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
  looked: Looked | null,
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
      placed === null ? 0 : query.near ? stepOf(placed.metres, placed.visitless) : practiceStep(placed.own)
    const step = placed?.leftOut ? leftOutStep(nearness) : nearness
    const minutes = sort === 'soon' ? minutesTo(it, moment) : 0
    const since = sort === 'checked' ? daysSince(it, query.now) : 0
    const tier = looked ? tierOf(it, looked) : 0
    const weight = looked ? weightOf(shareOf(it, looked)) : 0
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

const has = (text: string | undefined, form: string): boolean =>
  text !== undefined && ` ${text} `.includes(` ${form} `)

function tierOf({ listing, said = [] }: Found, { named, literal, tiers, otherwise }: Looked): number {
  const known = tiers.get(listing) ?? otherwise
  if (known !== null) return known
  if (literal && !literal.has(listing)) return TIERS.meaning
  return named.every((forms) => forms.some((form) => has(said[0], form))) ? TIERS.name : TIERS.words
}

/** Rare words weigh more; one in the name counts in full, one in group or place a third. 0 to 1. */
function shareOf({ said = [] }: Found, { words }: Looked): number {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0)
  let share = 0
  for (const { forms, weight } of words)
    if (forms.some((form) => has(said[0], form))) share += weight
    else if (forms.some((form) => has(said[1], form) || has(said[2], form))) share += weight / NAME_COUNTS
  return share / whole
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

export function nearest(
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
