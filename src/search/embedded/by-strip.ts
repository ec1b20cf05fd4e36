/**
 * Points in strips from south to north, and from west to east within a strip, so that a circle or a box looks at what lies
 * in it and a little more, and not at a band right across the country.
 */
import type { Box } from '../../places/geo.ts'
import type { Points } from './points.ts'

/** Points added since the order was made, up to which they are just looked at as well. */
const LOOSE = 2000
/** How high a strip is, degrees: three miles. */
const STRIP = 0.04
/** Within a strip points are in order but for so much, degrees. */
const EXACT = 1e-3
/** More points than there ever are; with 4,500 strips and 400,000 places in each it makes numbers below 2^53. */
const PLACES = 2 ** 22

const stripOf = (lat: number): number => Math.floor((lat + 90) / STRIP)
const across = (lng: number): number => Math.floor((lng + 180) / EXACT)
/** More than there are places across. */
const WIDE = 400_000
/** The order of points, as one number. */
const orderOf = (strip: number, lng: number): number => strip * WIDE + across(lng)

/** Makes the order anew where too many points are not in it. */
export function putInOrder(points: Points): void {
  if (points.used - points.ordered.length <= LOOSE) return
  const { lat, lng, used } = points
  // Order and place in one number each: numbers sort ten times as fast as a comparison of two columns.
  const keys = new Float64Array(used)
  for (let at = 0; at < used; at++) keys[at] = orderOf(stripOf(lat[at] ?? 0), lng[at] ?? 0) * PLACES + at
  points.ordered = Int32Array.from(keys.sort(), (key) => key % PLACES)
}

/** Calls for every point in a box and some next to it, and for those that are in no order yet. */
export function eachAbout(
  points: Points,
  [from, south, east, north]: Box,
  visit: (at: number) => void,
): void {
  putInOrder(points)
  const { ordered, lat, lng, used } = points
  const west = Math.max(-180, from)
  const last = stripOf(north)
  for (let k = firstFrom(points, orderOf(stripOf(south), west), 0); k < ordered.length;) {
    const at = ordered[k] ?? 0
    const strip = stripOf(lat[at] ?? 0)
    if (strip > last) break
    const place = across(lng[at] ?? 0)
    if (place < across(west)) k = firstFrom(points, orderOf(strip, west), k)
    else if (place > across(east)) k = firstFrom(points, orderOf(strip + 1, west), k)
    else {
      visit(at)
      k++
    }
  }
  for (let at = ordered.length; at < used; at++) visit(at)
}

/** Place in the order, from one on, of the first point that is not before. */
function firstFrom({ ordered, lat, lng }: Points, order: number, from: number): number {
  let [low, high] = [from, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = ordered[middle] ?? 0
    if (orderOf(stripOf(lat[at] ?? 0), lng[at] ?? 0) < order) low = middle + 1
    else high = middle
  }
  return low
}
