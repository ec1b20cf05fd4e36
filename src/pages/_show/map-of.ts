/** What the map of the results starts with. */
import type { Found } from '../../app/find/found.ts'
import { ANY_DISTANCE } from '../../search/query.ts'
import { writeQuery } from '../../search/write-query.ts'

type View = { lat: number; lng: number; zoom: number }

export function mapOf({ query, where, withinMiles, total, points }: Found, { map }: { map: View }) {
  // The map asks for what it shows by `bbox`: what was searched has a name of its own, or the list would know of less.
  const everything = writeQuery({ ...query, bbox: null })
  if (query.bbox !== null) everything.set('inside', query.bbox.join(','))
  // What stays when somebody asks for the area they look at: the box takes the place of the place.
  const elsewhere = writeQuery({ ...query, page: 1, where: '', point: null, within: null, bbox: null })
  return {
    source: `/api/map?${everything}`,
    page: `/search?${elsewhere}`,
    total,
    view: map,
    points,
    around:
      where === null || withinMiles === null || withinMiles >= ANY_DISTANCE
        ? null
        : { lat: where.lat, lng: where.lng, miles: withinMiles },
    box: query.bbox,
  }
}
