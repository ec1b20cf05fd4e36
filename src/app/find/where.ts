/** Where somebody means: a place by name or postcode, or the point their device gave. */
import type { LatLng, Precision } from '../../listings/listing.ts'
import { areasAt } from '../../places/areas.ts'
import { locate } from '../../places/locate.ts'
import type { Query } from '../../search/query.ts'
import { forgetting, type Forgetting } from '../forgetting.ts'
import type { House } from '../house.ts'

export type Spot = {
  label: string
  point: LatLng
  precision: Precision
  areaCodes: string[]
  postcode: string | null
}

/** Places that were just looked up: how many, and for how long in milliseconds. */
const KEPT = 500
const KEPT_MS = 30_000
const kept = new WeakMap<House, Forgetting<Promise<Spot | null>>>()

function located(house: House, where: string): Promise<Spot | null> {
  const memory = kept.get(house) ?? forgetting<Promise<Spot | null>>(KEPT_MS, KEPT)
  kept.set(house, memory)
  const known = memory.get(where)
  if (known !== undefined) return known
  const { lat, lng } = house.site.map
  const spot = locate(where, house.store.places, { lat, lng })
  memory.set(where, spot)
  spot.catch(() => memory.delete(where))
  return spot
}

/** null: nothing was asked, or it was not understood. `here` is what a point without a name is called. */
export async function spotOf(house: House, query: Query, here: string): Promise<Spot | null> {
  if (query.point !== null) {
    const areas = areasAt(query.point, await house.areas())
    return {
      label: here,
      point: query.point,
      precision: 'exact',
      areaCodes: areas.map((it) => it.code),
      postcode: null,
    }
  }
  return query.where === '' ? null : located(house, query.where)
}
