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
  if (query.where === '') return null
  const { lat, lng } = house.site.map
  return locate(query.where, house.store.places, { lat, lng })
}
