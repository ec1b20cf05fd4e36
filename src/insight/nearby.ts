/** What lies near a point, without looking at everything: listings in squares of the size that is asked for. */
import type { LatLng } from '../listings/listing.ts'
import { METRES_PER_MILE, metresBetween } from '../places/geo.ts'

/** Metres in a degree of latitude. */
const DEGREE_METRES = 111_195
/** A degree of longitude is at least this share of one of latitude: as far north as Shetland. */
const NARROWEST = 0.48

export type Standing = { points: readonly LatLng[] }
export type Nearby<T> = (point: LatLng) => T[]

/** Those within `miles` of a point; each once for each of its points that is. */
export function nearbyIn<T extends Standing>(all: readonly T[], miles: number): Nearby<T> {
  const metres = miles * METRES_PER_MILE
  const high = metres / DEGREE_METRES
  const wide = high / NARROWEST
  const squareOf = ({ lat, lng }: LatLng) => [Math.floor(lat / high), Math.floor(lng / wide)] as const
  const squares = new Map<string, { it: T; point: LatLng }[]>()
  for (const it of all)
    for (const point of it.points) {
      const key = squareOf(point).join(' ')
      const there = squares.get(key)
      if (there === undefined) squares.set(key, [{ it, point }])
      else there.push({ it, point })
    }
  return (middle) => {
    const [row, column] = squareOf(middle)
    const around = [-1, 0, 1].flatMap((up) =>
      [-1, 0, 1].flatMap((along) => squares.get(`${row + up} ${column + along}`) ?? []),
    )
    return around.flatMap(({ it, point }) => (metresBetween(middle, point) <= metres ? [it] : []))
  }
}
