/** A question's filters in Meilisearch's language; `but`: without those of one facet. */
import { confirmedFrom } from '../../freshness/standing.ts'
import { instantOf, londonMoment } from '../../listings/clock.ts'
import { METRES_PER_MILE } from '../../places/geo.ts'
import { openAt } from '../../listings/slots.ts'
import { WEEKDAYS } from '../../listings/session.ts'
import type { EngineQuery } from '../engine.ts'
import { FACETS, TIMES_OF_DAY, type Facet } from '../query.ts'
import { tokensHere } from '../serves.ts'
import {
  above,
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  equals,
  inBox,
  inMiles,
  not,
  oneOf,
  within,
} from './filter.ts'
import type { Filter } from './filter.ts'
import type { Found } from './found.ts'
import { nodesAt, unpackSlot } from './open-now.ts'
import { oneOfListings } from './short-id.ts'
import { PARTS, untilName } from './until-attributes.ts'

/** Facets whose choices are lists of a document, and their attributes. */
export const LISTED = {
  need: 'needs',
  kind: 'kinds',
  who: 'who',
  how: 'how',
  cost: 'cost',
  access: 'access',
  language: 'languages',
  join: 'join',
} as const
export type Listed = keyof typeof LISTED
export const isListed = (facet: Facet): facet is Listed => facet in LISTED

/** What has to be known of the index before a question can be put. */
export type Before = {
  /** Every distance that some listing serves round its places, in miles. */
  miles: readonly number[]
  /** Listings of which something runs now, but not every week; asked for where only what is open is wanted. */
  running: readonly string[]
  /** Listings of which a place that is not their first lies in the circle, and in the box. */
  reached: readonly string[]
  boxed: readonly string[]
}

/** One document of each listing. */
export const FIRST: Filter = equals('first', true)

/** Everything but facets; `each`: of each place of a listing, and not of listings. */
export function baseFilters(query: EngineQuery, before: Before, each = false): Filter[] {
  const { now, bbox, age, term } = query
  return [
    ...(each ? [] : [FIRST]),
    not(atMost('endsAt', now)),
    ...reach(query, before, each),
    ...(bbox ? [anyOf([inBox(bbox), ...(each ? [] : ofListings(before.boxed))])] : []),
    ...(age === null ? [] : [atMost('ageFrom', age), atLeast('ageTo', age)]),
    ...(term.length > 0 ? [anyOf(TERM_LISTS.map((list) => oneOf(list, term)))] : []),
  ]
}

const ofListings = (ids: readonly string[]): Filter[] => (ids.length > 0 ? [oneOfListings(ids)] : [])

const TERM_LISTS = ['needs', 'kinds', 'who', 'access']

function reach(
  { near, practice, withinMetres }: EngineQuery,
  { miles, reached }: Before,
  each: boolean,
): Filter[] {
  if (!near) return practice.length > 0 ? [oneOf('found', ['all', ...practice])] : []
  if (withinMetres === null) return []
  return [
    anyOf([
      oneOf('found', tokensHere(near, practice)),
      ...inCircle({ near, withinMetres }, miles),
      ...(each ? [] : ofListings(reached)),
    ]),
  ]
}

/** Places within the distance asked for, or within that which their listing serves. */
export function inCircle(
  { near, withinMetres }: Pick<EngineQuery, 'near' | 'withinMetres'>,
  miles: readonly number[],
): Filter[] {
  if (!near || withinMetres === null) return []
  // What serves no farther than is asked for lies in that circle already.
  const farther = miles.filter((it) => it * METRES_PER_MILE > withinMetres)
  return [within(near, withinMetres), ...farther.map((it) => inMiles(near, it))]
}

/** One filter a facet with a choice made; `but`: not for this one. */
export function facetFilters(query: EngineQuery, before: Before, but: Facet | null): Filter[] {
  const isPair = but === 'day' || but === 'time'
  return FACETS.flatMap((facet) => {
    if (facet === but || query.filters[facet].length === 0) return []
    // Weekday and time of day are read together: a Tuesday evening is one slot, not a Tuesday and some evening.
    if (isPair && (facet === 'day' || facet === 'time')) return []
    if (facet === 'time' && query.filters.day.length > 0) return []
    return [facetFilter(query, before, facet)]
  })
}

function facetFilter(query: EngineQuery, before: Before, facet: Facet): Filter {
  const { filters, now } = query
  if (isListed(facet)) return oneOf(LISTED[facet], filters[facet])
  if (facet === 'day' || facet === 'time') return slotFilter(now, filters.day, filters.time)
  if (facet !== 'open') return clockFilter(query, facet)
  return before.running.length === 0 ? always(now) : anyOf([always(now), oneOfListings(before.running)])
}

/** A slot, from today on, on any of the weekdays and in any of the parts of the day; none named: any. */
export function slotFilter(now: number, days: readonly string[], times: readonly string[]): Filter {
  const { epochDay } = londonMoment(new Date(now))
  const some = <T extends string>(all: readonly T[], named: readonly string[]) =>
    named.length === 0 ? all : all.filter((it) => named.includes(it))
  return anyOf(
    some(WEEKDAYS, days).flatMap((day) =>
      (times.length === 0 ? PARTS : some(TIMES_OF_DAY, times)).map((part) =>
        atLeast(untilName(day, part), epochDay),
      ),
    ),
  )
}

/** Something runs at this minute every week. */
export const always = (now: number): Filter => oneOf('open', nodesAt(londonMoment(new Date(now))))
/** Something runs at this minute of the week in some weeks: `isOpen` knows whether in this one. */
export const maybe = (now: number): Filter => oneOf('openMaybe', nodesAt(londonMoment(new Date(now))))

export function isOpen({ slots = [] }: Found, now: number): boolean {
  return openAt(slots.map(unpackSlot), londonMoment(new Date(now)))
}

/** Room that somebody said and that still holds; a confirmation that still counts. */
export function clockFilter({ now, checkedDays }: EngineQuery, facet: 'room' | 'checked'): Filter {
  if (facet === 'room') return allOf([equals('capacity', 'open'), above('lapsesAt', now)])
  const { epochDay } = londonMoment(new Date(now))
  // What is dated later than today was never said (listings/heard.ts).
  const tomorrow = instantOf(epochDay + 1, 0).getTime()
  return allOf([
    atLeast('confirmedAt', confirmedFrom(new Date(now), checkedDays)),
    below('confirmedAt', tomorrow),
  ])
}
