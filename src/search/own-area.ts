/** The deployment's own area: a circle of the usual distance round the middle of its map. Borders say who pays, not where people go. */
import type { LatLng } from '../listings/listing.ts'
import { metresBetween, METRES_PER_MILE } from '../places/geo.ts'

type OwnArea = { map: LatLng; search: { within_miles: number } }

export const inOwnArea = (point: LatLng, { map, search }: OwnArea): boolean =>
  metresBetween(map, point) <= search.within_miles * METRES_PER_MILE
