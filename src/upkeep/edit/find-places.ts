/** Points of places that were typed: by their postcode, as exact as that is, and never more. */
import type { Place } from '../../listings/listing.ts'
import type { GazetteerTables } from '../../places/gazetteer.ts'
import { locateMany } from '../../places/locate-rows.ts'

export async function withPoints(places: readonly Place[], tables: GazetteerTables): Promise<Place[]> {
  const placed = await locateMany(places, tables)
  return places.map((place, at) => {
    const found = placed[at]
    // A point that is there was kept because nothing about it changed.
    if (place.point !== undefined || found === undefined) return place
    const { point, precision, postcode, areaCodes } = found
    return {
      ...place,
      ...(postcode !== null && { postcode }),
      ...(point !== null && { point, precision: precision ?? 'area' }),
      ...(areaCodes.length > 0 && { area_codes: areaCodes.slice(0, 8) }),
    }
  })
}

/** What to say of a place under its postcode: how exact it is on the map, or that the postcode is not known. */
export function foundAs({
  point,
  precision,
  postcode,
}: Place): 'exact' | 'postcode' | 'area' | 'not-known' | null {
  if (point !== undefined) return precision ?? 'area'
  return postcode === undefined ? null : 'not-known'
}
