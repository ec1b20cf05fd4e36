/** Points from south to north, so that a circle or a box looks at a band of the country and not at all of it. */
import type { Points } from './points.ts'

/** Points added since the order was made, up to which they are just looked at as well. */
const LOOSE = 2000

/** Makes the order anew where too many points are not in it. */
export function putInOrder(points: Points): void {
  if (points.used - points.ordered.length <= LOOSE) return
  const { lat, used } = points
  // Latitude and place in one number each: numbers sort ten times as fast as a comparison of two columns.
  const keys = new Float64Array(used)
  for (let at = 0; at < used; at++) keys[at] = Math.round(((lat[at] ?? 0) + 90) / EXACT) * PLACES + at
  points.ordered = Int32Array.from(keys.sort(), (key) => key % PLACES)
}

/** Points are in order but for a millionth of a degree, a tenth of a metre. */
const EXACT = 1e-6
/** More points than there ever are; with 180 million latitudes it makes numbers below 2^53. */
const PLACES = 2 ** 24

/** Calls for every point between two latitudes and some next to them, and for those that are in no order yet. */
export function eachBetween(points: Points, south: number, north: number, visit: (at: number) => void): void {
  putInOrder(points)
  const { ordered, lat, used } = points
  for (let k = firstFrom(points, south - EXACT); k < ordered.length; k++) {
    const at = ordered[k] ?? 0
    if ((lat[at] ?? 0) > north + EXACT) break
    visit(at)
  }
  for (let at = ordered.length; at < used; at++) visit(at)
}

/** Place in the order of the first point that is not south of a latitude. */
function firstFrom({ ordered, lat }: Points, south: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lat[ordered[middle] ?? 0] ?? 0) < south) low = middle + 1
    else high = middle
  }
  return low
}
