/** Where somebody means: a place by name or postcode, their GP practice, or the point their device gave. */
import type { LatLng, Precision } from '../../listings/listing.ts'
import { areaNames, type AreaNames } from '../../places/area-names.ts'
import type { AreaRow, GazetteerTables } from '../../places/gazetteer.ts'
import { locateHome, type Home } from '../../places/locate-home.ts'
import type { Practice } from '../../places/practices.ts'
import { ANY_DISTANCE, type Query } from '../../search/query.ts'
import { inOwnArea } from '../../search/own-area.ts'
import { ANYBODY, type Living } from '../../search/serves.ts'
import type { Asked } from '../../search/why.ts'
import { forgetting, type Forgetting } from '../forgetting.ts'
import type { House } from '../house.ts'
import { livingAt, livingIn, livingNear, tokensOf } from './living.ts'
import { placeInside } from './place-inside.ts'

type Site = House['site']

export type Spot = {
  /** The place, or the practice where no place is known. */
  label: string
  /** Where to measure from; null: a practice of which nobody said where it is. */
  point: LatLng | null
  precision: Precision
  living: Living
  /** What serves its patients is meant. */
  practice: Practice | null
  /** A practice of the same name as the place: not meant, but offered. */
  also: Practice | null
  /** What areas are called. */
  areas: AreaNames
  /** What is asked besides, where the place stood in the question itself. */
  rest?: string
  /** The question again, with the place as a word; with `rest` only. */
  asWords?: string
  /** Miles looked within, with `rest` only: nobody chose them. */
  within?: number
}

/** What is known of the place, as an engine and the reasons of search/why.ts take it. */
export const askedAt = ({ point, living, practice, areas }: Spot): Asked => ({
  near: point && { ...point, ...living },
  practice: tokensOf(practice),
  areas,
})

function spotAt({ place, practice, also }: Home, areas: readonly AreaRow[], site: Site): Spot | null {
  const named = { practice, also, areas: areaNames(areas) }
  if (place) {
    const { label, point, precision } = place
    const living = { ...livingIn(place, areas), own: inOwnArea(point, site) }
    return { label, point, precision, living, ...named }
  }
  if (!practice) return null
  const { name: label, point } = practice
  const living = point ? { ...livingNear(point, areas), own: inOwnArea(point, site) } : ANYBODY
  return { label, point, precision: 'exact', living, ...named }
}

/** Places that were just looked up: how many, and for how long in milliseconds. */
const KEPT = 500
const KEPT_MS = 30_000
const kept = new WeakMap<House, Forgetting<Promise<Spot | null>>>()

/** For how long the practices are kept that listings name, milliseconds. */
const PRACTICES_MS = 60_000
const practices = forgetting<Promise<Practice[]>>(PRACTICES_MS, 8)

const gazetteerOf = (house: House): GazetteerTables => ({
  ...house.store.places,
  practices() {
    const key = house.config.databaseUrl
    const known = practices.get(key) ?? house.store.places.practices()
    if (practices.get(key) === undefined) {
      practices.set(key, known)
      known.catch(() => practices.delete(key))
    }
    return known
  },
})

function located(house: House, where: string): Promise<Spot | null> {
  const memory = kept.get(house) ?? forgetting<Promise<Spot | null>>(KEPT_MS, KEPT)
  kept.set(house, memory)
  const known = memory.get(where)
  if (known !== undefined) return known
  const { lat, lng } = house.site.map
  const spot = Promise.all([locateHome(where, gazetteerOf(house), { lat, lng }), house.areas()]).then(
    ([home, areas]) => home && spotAt(home, areas, house.site),
  )
  memory.set(where, spot)
  spot.catch(() => memory.delete(where))
  return spot
}

/** null: nothing was asked, or it was not understood. `here` is what a point without a name is called. */
export async function spotOf(house: House, query: Query, here: string): Promise<Spot | null> {
  const { point, where } = query
  if (point === null) return where === '' ? inside(house, query) : located(house, where)
  const areas = await house.areas()
  return {
    label: here,
    point,
    precision: 'exact',
    living: { ...livingAt(point, areas), own: inOwnArea(point, house.site) },
    practice: null,
    also: null,
    areas: areaNames(areas),
  }
}

/** Who draws a box on the map has said where: then a place in the question is a word like any other. */
async function inside(house: House, { what, bbox, within: asked }: Query): Promise<Spot | null> {
  const { map, search } = house.site
  const found = bbox === null ? await placeInside(what, house.store.places, map, search.within_miles) : null
  const spot = found && (await located(house, found.where))
  if (!spot || !found) return null
  // Forms always send a distance. Only another than theirs was meant: a name among the words may be a part of a name.
  const within = asked === null || asked === search.within_miles ? ANY_DISTANCE : asked
  return { ...spot, rest: found.rest, asWords: found.asWords, within }
}
