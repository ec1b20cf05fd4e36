/**
 * In what order listings are shown. Pure, and the same for every engine:
 *
 * 1. how apt it is for the words (aptness.ts), in levels: first what has all of them, then what has them spelt nearly so,
 *    then what has only some (a tier each level of these);
 * 2. distance where a place is given, in steps of a tenth of a mile, which is as exactly as it is shown. Who serves the
 *    place without a visit (by telephone, at home) stands with what is a mile away: nearer doors first, farther ones after.
 *    What says it is for people elsewhere stands with what is a mile farther: a border is soft, but what is open comes first.
 *    Where no place is given, what needs nobody to leave the deployment's own area stands before what does;
 * 3. standing: confirmed, due, unconfirmed, likely ended;
 * 4. room: open, waiting list, not known, full or paused;
 * 5. how apt it is within its level;
 * 6. name, then id, so that the order is total and pages never overlap.
 *
 * Where the load is spread, fairness.ts lets equals of this order change places.
 *
 * The other sorts put one thing before all of that: distance, the next start, the last confirmation.
 */
import type { CapacityState } from '../capacity/event.ts'
import { METRES_PER_MILE } from '../places/geo.ts'
import type { Sort } from './query.ts'

/** Where the levels of aptness begin of what has all words, of what has them nearly spelt so, and of what has only some. */
export const TIERS = { exact: 0, nearly: 20, some: 40 } as const
/** Fewer listings than this and near spellings are looked at. */
export const SHORT_OF_HITS = 10
/** A word in at most so many listings may be a slip of a neighbour that is in so many times more. */
export const SLIP_AT_MOST = 5
export const FAR_COMMONER = 20

/** Metres in a step of distance. */
const STEP = METRES_PER_MILE / 10
/** Where those stand that need no visit. */
const SERVED_STEP = 10
/** Steps that are told apart, 1,600 miles: more than any country here is long. Then: no place at all. */
const STEPS = 2 ** 14
const STANDINGS = 4
const ROOMS = 4
const MANY_TIERS = 64

/** What is known by its area only is shown in whole miles, from one on. Steps in a mile. */
const AREA_STEP = 10

/**
 * Step of a distance in metres (Infinity: no place); whether the place is served without a visit, and whether only the
 * area of it is known: the middle of an area is nobody's door, and is not nearer to anybody than one.
 */
export function stepOf(metres: number, served: boolean, area = false): number {
  // Rounded as it is shown: what says 0.4 miles never stands before what says 0.3.
  const rounded = area
    ? Math.max(1, Math.round(metres / STEP / AREA_STEP)) * AREA_STEP
    : Math.round(metres / STEP)
  const step = Math.min(STEPS - 1, rounded)
  return served ? Math.min(step, SERVED_STEP) : step
}

/** A visit in vain costs more than a mile: what surely leaves people there out stands so many steps farther. */
const LEFT_OUT_STEPS = 10

/** The step at which what leaves people there out is put in order. Sorted by nearness alone it keeps its own. */
export const leftOutStep = (step: number): number => Math.min(STEPS - 1, step + LEFT_OUT_STEPS)

/** Where no place is given; `away`: see document.ts. */
export const awayStep = (away: boolean): number => (away ? 1 : 0)

/** Where only a GP practice is known, what serves its patients stands before what serves everybody without a visit. */
export const practiceStep = (own: boolean): number => (own ? 0 : SERVED_STEP)

/** Instants between which a confirmation counts, epoch milliseconds. */
export type StandingTimes = {
  now: number
  /** First instant that counts as confirmed, and first that counts as due: see confirmedFrom of freshness/. */
  confirmedFrom: number
  dueFrom: number
  /** What is dated from here on was never said. */
  tomorrow: number
}

/** 0 confirmed, 1 due, 2 unconfirmed, 3 likely ended. -Infinity: never confirmed; Infinity: not doubted. */
export function standingOrder(confirmedAt: number, doubtedFrom: number, times: StandingTimes): number {
  if (doubtedFrom <= times.now) return 3
  if (confirmedAt < times.dueFrom || confirmedAt >= times.tomorrow) return 2
  return confirmedAt >= times.confirmedFrom ? 0 : 1
}

const ROOM_ORDER: { [S in CapacityState]: number } = { open: 0, waiting: 1, full: 3, paused: 3 }

/** 0 open, 1 waiting list, 2 not known, 3 full or paused. */
export function roomOrder(state: CapacityState | null): number {
  return state === null ? 2 : ROOM_ORDER[state]
}

/** Standing before room: a waiting list that somebody confirmed is worth more than room that nobody did. */
export const worthOrder = (standing: number, room: number): number => standing * ROOMS + room

/** What stands before everything else: nothing, the distance, minutes to the next start, days since it was confirmed. */
export function leadOf(sort: Sort, step: number, minutes: number, days: number): number {
  if (sort === 'best') return 0
  return sort === 'near' ? step : Math.min(LATEST, sort === 'soon' ? minutes : days)
}
/** Minutes or days that are as good as "not known": two years of minutes, which no horizon reaches. */
const LATEST = 2 ** 20 - 1

/**
 * All of it as one number, small first, exact in 53 bits. `tier`: from TIERS on, under MANY_TIERS; `step`: from stepOf, 0 where no
 * place was given; `worth`: from worthOrder; `weight`: from weightOf, 0 where no words were asked for.
 */
export function orderKey(lead: number, tier: number, step: number, worth: number, weight: number): number {
  return (((lead * MANY_TIERS + tier) * STEPS + step) * WORTHS + worth) * WEIGHTS + weight
}
const WORTHS = STANDINGS * ROOMS
const WEIGHTS = 64

/** The step of a key with nothing before its tier. */
export const stepIn = (key: number): number => Math.floor(key / (WEIGHTS * WORTHS)) % STEPS

/** Tier, standing and room of such a key as one number. */
export function equalsIn(key: number): number {
  const worth = Math.floor(key / WEIGHTS) % WORTHS
  return Math.floor(key / (WEIGHTS * WORTHS * STEPS)) * WORTHS + worth
}

/** Aptness (0 to 1) as the last part of a key, small is good: 0 for all of it, 63 for none. */
export const weightOf = (aptness: number): number => Math.round((1 - aptness) * (WEIGHTS - 1))

/** What a word says: rare ones more. `having`: listings that have it, of `all`. */
export const wordWeight = (having: number, all: number): number => Math.log(1 + all / (1 + having))
