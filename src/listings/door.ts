/**
 * One place that two sources tell of: the later word may know only its postcode, and must not take away the door that
 * another knows. The words stay those of whoever counts most; only the point is the better one.
 */
import type { Place } from './listing.ts'

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The same postcode, and no two addresses that differ. */
function isOne(a: Place, b: Place): boolean {
  if (a.postcode === undefined || b.postcode === undefined || folded(a.postcode) !== folded(b.postcode))
    return false
  return a.address === undefined || b.address === undefined || folded(a.address) === folded(b.address)
}

/** `others`: what other sources tell, the best first. Nobody may hide any of them: see masked.ts. */
export function withDoors(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  if (others.length === 0 || places.every(({ precision }) => precision === 'exact')) return places
  return places.map((place) => {
    if (place.precision === 'exact') return place
    const door = others.find((it) => it.precision === 'exact' && it.point !== undefined && isOne(place, it))
    return door?.point === undefined ? place : { ...place, point: door.point, precision: 'exact' }
  })
}
