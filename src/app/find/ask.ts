/** A query with the world's knowledge added, as an engine takes it. */
import { METRES_PER_MILE } from '../../places/geo.ts'
import type { EngineQuery } from '../../search/engine.ts'
import { ANY_DISTANCE, FACETS, type Facet, type Query } from '../../search/query.ts'
import type { House } from '../house.ts'
import { askedAt, type Spot } from './where.ts'

/** Miles looked within: what was asked, else the deployment's usual distance; null without a place. */
export function withinMiles(house: House, query: Query, spot: Spot | null): number | null {
  if (!spot?.point || query.bbox !== null) return null
  return spot.within ?? query.within ?? house.site.search.within_miles
}

export function askOf(
  house: House,
  query: Query,
  spot: Spot | null,
  facets: readonly Facet[] = FACETS,
): EngineQuery {
  const { what, age, term, filters, sort, page, size, bbox } = query
  const miles = withinMiles(house, query, spot)
  const { near, practice } = spot ? askedAt(spot) : { near: null, practice: [] }
  return {
    what: spot?.rest ?? what,
    age,
    term,
    filters,
    sort,
    page,
    size,
    bbox,
    ...placed(query, spot),
    near,
    practice,
    withinMetres: miles === null || miles >= ANY_DISTANCE ? null : miles * METRES_PER_MILE,
    now: house.now().getTime(),
    checkedDays: house.site.freshness.confirmed_days,
    facets,
    fair: house.fair.at(near),
  }
}

/** What the place is called: no practice, and no point of a device. */
const placed = ({ point }: Query, spot: Spot | null): Pick<EngineQuery, 'place'> =>
  spot?.point && spot.practice === null && point === null ? { place: spot.label } : {}
