/** Points from south to north, so that a circle or a box looks at a band of the country and not at all of it. */
import type { Points } from './points.ts'

/** Points added since the order was made, up to which they are just looked at as well. */
const LOOSE = 2000

/** Makes the order anew where too many points are not in it. */
export function putInOrder(points: Points): void {
  if (points.used - points.ordered.length <= LOOSE) return
  const { lat, used } = points
  points.ordered = Int32Array.from({ length: used }, (_, at) => at).sort(
    (a, b) => (lat[a] ?? 0) - (lat[b] ?? 0),
  )
}

/** Calls for every point between two latitudes, borders included, and for those that are in no order yet. */
export function eachBetween(points: Points, south: number, north: number, visit: (at: number) => void): void {
  putInOrder(points)
  const { ordered, lat, used } = points
  for (let k = firstFrom(points, south); k < ordered.length; k++) {
    const at = ordered[k] ?? 0
    if ((lat[at] ?? 0) > north) break
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
