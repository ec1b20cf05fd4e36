/** Where listings meet, as columns: several points a row, each point knows its row. */
import type { LatLng } from '../../listings/listing.ts'
import { acrossOf, downOf } from '../../places/cells.ts'
import { grownColumn } from './grown-column.ts'

/** Points of one row stand together, from `first[row]` on, `count[row]` of them. A point that is gone has row 0. */
export type Points = {
  used: number
  row: Int32Array
  /** The first so many points, strip by strip: see by-strip.ts. */
  ordered: Int32Array
  lat: Float64Array
  lng: Float64Array
  /** Where it lies on the map of the world: see places/cells.ts. */
  x: Float64Array
  y: Float64Array
  first: Int32Array
  count: Uint8Array
}

export const noPoints = (rows: number): Points => ({
  used: 0,
  row: new Int32Array(rows),
  ordered: new Int32Array(0),
  lat: new Float64Array(rows),
  lng: new Float64Array(rows),
  x: new Float64Array(rows),
  y: new Float64Array(rows),
  first: new Int32Array(rows),
  count: new Uint8Array(rows),
})

export function growPoints(points: Points, rows: number): void {
  points.first = grownColumn(points.first, rows)
  points.count = grownColumn(points.count, rows)
}

/** The row's points from now on; what it had before is gone, unless it is the same. */
export function putPoints(points: Points, row: number, places: readonly LatLng[]): void {
  const before = pointsOf(points, row)
  if (before.length === places.length && before.every((it, i) => isSame(it, places[i]))) return
  for (let i = 0; i < before.length; i++) points.row[(points.first[row] ?? 0) + i] = 0
  if (points.used + places.length > points.row.length) {
    const room = Math.max(64, (points.used + places.length) * 2)
    points.row = grownColumn(points.row, room)
    points.lat = grownColumn(points.lat, room)
    points.lng = grownColumn(points.lng, room)
    points.x = grownColumn(points.x, room)
    points.y = grownColumn(points.y, room)
  }
  points.first[row] = points.used
  points.count[row] = places.length
  for (const { lat, lng } of places) {
    points.row[points.used] = row
    points.lat[points.used] = lat
    points.lng[points.used] = lng
    points.x[points.used] = acrossOf(lng)
    points.y[points.used] = downOf(lat)
    points.used++
  }
}

const isSame = (a: LatLng, b: LatLng | undefined): boolean => a.lat === b?.lat && a.lng === b.lng

export const pointsOf = (points: Points, row: number): LatLng[] =>
  Array.from({ length: points.count[row] ?? 0 }, (_, i) => pointAt(points, (points.first[row] ?? 0) + i))

export const pointAt = (points: Points, at: number): LatLng => ({
  lat: points.lat[at] ?? 0,
  lng: points.lng[at] ?? 0,
})
