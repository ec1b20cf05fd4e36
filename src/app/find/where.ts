/** Where somebody means: a place by name or postcode, or the point their device gave. */
import type { LatLng, Precision } from '../../listings/listing.ts'
import { areasAt } from '../../places/areas.ts'
import { locate } from '../../places/locate.ts'
import type { Query } from '../../search/query.ts'
import type { House } from '../house.ts'

export type Spot = {
  label: string
  point: LatLng
  precision: Precision
  areaCodes: string[]
  postcode: string | null
}

/** What the last places asked for turned out to be. In memory only, and not for long: it is what people search for. */
const KEPT = 500
const KEPT_MS = 30_000
const kept = new WeakMap<House, { until: number; spots: Map<string, Promise<Spot | null>> }>()

function located(house: House, where: string): Promise<Spot | null> {
  const now = performance.now()
  let memory = kept.get(house)
  if (memory === undefined || memory.until < now || memory.spots.size >= KEPT) {
    memory = { until: now + KEPT_MS, spots: new Map() }
    kept.set(house, memory)
  }
  const { lat, lng } = house.site.map
  const spot = memory.spots.get(where) ?? locate(where, house.store.places, { lat, lng })
  memory.spots.set(where, spot)
  spot.catch(() => memory.spots.delete(where))
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
