/** Postcodes whose place a listing teaches us: for directories that have no postcode table yet. */
import { checkPoint } from './geo.ts'
import { fullPostcode } from './postcode.ts'
import type { Listing } from '../listings/listing.ts'
import type { PostcodeRow } from './gazetteer.ts'

/**
 * A published listing's places with a full postcode and an exact point. Never a masked one: its postcode would then
 * lead to its door.
 */
export function learnable(listing: Pick<Listing, 'status' | 'places'>): PostcodeRow[] {
  if (listing.status !== 'published') return []
  return listing.places.flatMap((place) => {
    const postcode = fullPostcode(place.postcode ?? '')
    if (!postcode || !place.point || place.precision !== 'exact' || place.masked) return []
    const check = checkPoint(place.point.lat, place.point.lng)
    return check.is === 'ok' ? [{ postcode, ...check.point, areaCodes: place.area_codes ?? [] }] : []
  })
}
