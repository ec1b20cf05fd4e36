/**
 * Spreading the load: of listings that are equally good, those that many people were sent to this week stand back a
 * little and others come forward. Pure, and the same for every engine:
 *
 * - equals by everything are shuffled by the day and the area, where they stood by name: who is called Aardvark is no better;
 * - of the first FAIR_AMONG, those of one tier, standing and room change places among themselves, and nobody else does:
 *   at a place of the list where something confirmed with room stood, something confirmed with room stands;
 * - where a place is given they do so as if who stands back were some tenths of a mile farther away, and nobody comes past
 *   one who is more than FARTHEST nearer; where none is, by some places of the list, and only among those whose words
 *   stand as well;
 * - an order that somebody chose (near, soon, checked) moves only what it leaves open.
 */
import { equalsIn, stepIn } from './ranking.ts'
import type { EngineQuery, Fairness } from './engine.ts'
import type { LatLng } from '../listings/listing.ts'

/** Listings from the top that change places: five pages, and hardly anybody reads the sixth. */
export const FAIR_AMONG = 100
/** People sent in a week below whom nothing moves: the order of a list must not tell what four people did. */
export const LEAST_SENT = 5
/** Where no place is given, so many steps are a place of the list. */
const STEPS_A_PLACE = 2
/** Steps at most, whatever the strength: far enough to tell the busy from the very busy. */
export const MOST_STEPS = 63
/** Steps (a mile) that one who comes forward is farther away at most than anybody it comes past. */
export const FARTHEST = 10

/**
 * Steps a listing stands back: `strength` for LEAST_SENT people in a week, as much again for every doubling. People are
 * not counted one by one, as nobody feels the difference between 40 and 41.
 */
export function stepsBack(sent: number, strength: number): number {
  if (sent < LEAST_SENT) return 0
  return Math.min(MOST_STEPS, Math.round(strength * (1 + Math.log2(sent / LEAST_SENT))))
}

/** Groups with more listings are institutions: each of their listings has people of its own. */
export const SMALL_GROUP = 5

/**
 * People sent to each listing, with those sent to the others of a small group: the people behind them are the same.
 * `sent`: every listing that is found of the groups somebody was sent to.
 */
export function loadsOf(
  sent: readonly { listing: string; group: string | null; count: number }[],
): Map<string, number> {
  const groups = new Map<string, { listings: number; count: number }>()
  for (const { group, count } of sent) {
    if (group === null) continue
    const sum = groups.get(group) ?? { listings: 0, count: 0 }
    groups.set(group, { listings: sum.listings + 1, count: sum.count + count })
  }
  const of = ({ group, count }: { group: string | null; count: number }): number => {
    const whole = group === null ? undefined : groups.get(group)
    return whole && whole.listings <= SMALL_GROUP ? whole.count : count
  }
  return new Map(sent.map((one) => [one.listing, of(one)]))
}

/** Who stands back, of how many people were sent to each; listings that do not are left out. */
export function backOf(sent: ReadonlyMap<string, number>, strength: number): Map<string, number> {
  const back = new Map<string, number>()
  for (const [listing, count] of sent) {
    const steps = stepsBack(count, strength)
    if (steps > 0) back.set(listing, steps)
  }
  return back
}

/** FNV-1a, 32 bits: the same on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** `day`: "2026-11-22" in London. `area`: from areaOf. */
export const seedOf = (day: string, area: string): number => hashOf(`${day} ${area}`)

/** What stands for the place asked about: its outcode, else a square of a tenth of a degree (some 5 miles), never finer. */
export function areaOf(place: (LatLng & { postcode: string | null }) | null): string {
  if (place === null) return ''
  const outcode = place.postcode?.trim().toUpperCase().match(OUTCODE)?.[1]
  return outcode ?? `${place.lat.toFixed(1)} ${place.lng.toFixed(1)}`
}
const OUTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?$/

/** Where a listing stands among equals, 0 to 2^32 - 1. `hash`: hashOf its id. */
export function shuffled(hash: number, seed: number): number {
  let mixed = hash ^ seed
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** One listing as it would stand without a load: its orderKey, and how far it stands back. */
export type Placed = { key: number; back: number }
/** Who stands here: its place in what was given; and whether it came past somebody to whom more people were sent. */
type Turn = { at: number; forward: boolean }

/** True where distance is what listings change places by. */
export const byDistance = ({ near, sort }: Pick<EngineQuery, 'near' | 'sort'>): boolean =>
  near !== null && sort === 'best'

/** True where rows from `offset` on may be others than without a load. */
export const movesAt = (fair: Fairness | null, offset: number): fair is Fairness =>
  fair !== null && fair.back.size > 0 && offset < FAIR_AMONG

/** `placed`: the first FAIR_AMONG listings (or all, where there are fewer), by orderKey, then `shuffled`, then id. */
export function spread(placed: readonly Placed[], distance: boolean): Turn[] {
  const equals = new Map<number, number[]>()
  const equal = ({ key }: Placed) => (distance ? equalsIn(key) : key)
  for (const [at, one] of placed.entries()) {
    const others = equals.get(equal(one))
    if (others) others.push(at)
    else equals.set(equal(one), [at])
  }
  const turns = placed.map((_, at): Turn => ({ at, forward: false }))
  for (const places of equals.values())
    for (const [i, turn] of among(places, placed, distance).entries()) turns[places[i] ?? 0] = turn
  return turns
}

/** The same places, with whoever stands at each of them now. */
function among(places: readonly number[], placed: readonly Placed[], distance: boolean): Turn[] {
  const ranked: { at: number; back: number; step: number }[] = []
  for (const [i, at] of places.entries()) {
    const { key, back } = placed[at] ?? { key: 0, back: 0 }
    const one = { at, back, step: distance ? stepIn(key) : i * STEPS_A_PLACE }
    let place = i
    for (let before = ranked[place - 1]; before && passes(one, before, distance); before = ranked[place - 1])
      ranked[place--] = before
    ranked[place] = one
  }
  return ranked.map(({ at, back }, i) => ({
    at,
    forward: ranked.slice(i + 1).some((other) => other.at < at && other.back > back),
  }))
}

type Standing = { back: number; step: number }

/** One at a time from the top: whoever comes past somebody is neither more than FARTHEST farther, nor by more than that one stands back. */
function passes(one: Standing, before: Standing, distance: boolean): boolean {
  const farther = one.step - before.step
  return before.back - one.back > farther && (!distance || farther <= FARTHEST)
}
