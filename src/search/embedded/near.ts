/** How far rows are from a place, and which lie in a circle or a box. */
import { boxAround, inBox as isIn, metresBetween, type Box } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import { clearBit, count, emptyBits, hasBit, keep, rowsOf, setBit, type Bits } from './bits.ts'
import { eachAbout } from './by-strip.ts'
import type { Columns } from './columns.ts'
import { pointsOf } from './points.ts'

/** Metres from a place to the row's nearest point; Infinity where it has none. */
function nearestMetres({ points }: Columns, row: number, place: LatLng): number {
  const first = points.first[row] ?? 0
  const at = { lat: 0, lng: 0 }
  let nearest = Infinity
  for (let i = first; i < first + (points.count[row] ?? 0); i++) {
    at.lat = points.lat[i] ?? 0
    at.lng = points.lng[i] ?? 0
    nearest = Math.min(nearest, metresBetween(place, at))
  }
  return nearest
}

/** The row's point nearest to a place, and how far it is; null where it has none. */
export function nearestPoint(
  columns: Columns,
  row: number,
  place: LatLng,
): { point: LatLng; metres: number } | null {
  const measured = pointsOf(columns.points, row).map((point) => ({
    point,
    metres: metresBetween(place, point),
  }))
  return measured.reduce<(typeof measured)[number] | null>(
    (best, it) => (best && best.metres <= it.metres ? best : it),
    null,
  )
}

export type Circle = {
  /** Metres. */
  within: number
  inside: Bits
  /** Metres to the nearest point; measured once for what lies inside, when asked for the rest. */
  metres(row: number): number
}

/** `within` in metres, borders included. `measured`: room for a number a row, good while the circle is. */
export function circle(columns: Columns, place: LatLng, within: number, measured: Float64Array): Circle {
  const { row: rows, lat: lats, lng: lngs } = columns.points
  const inside = emptyBits(columns.room)
  const box = boxAround(place, within)
  const at = { lat: 0, lng: 0 }
  eachAbout(columns.points, box, (i) => {
    at.lat = lats[i] ?? 0
    at.lng = lngs[i] ?? 0
    const row = rows[i] ?? 0
    if (row === 0 || !isIn(at, box)) return
    const metres = metresBetween(place, at)
    if (metres > within) return
    measured[row] = hasBit(inside, row) ? Math.min(measured[row] ?? metres, metres) : metres
    setBit(inside, row)
  })
  return {
    within,
    inside,
    metres: (row) => (hasBit(inside, row) ? (measured[row] ?? 0) : nearestMetres(columns, row, place)),
  }
}

/** Calls for every point in a box, borders included, with its row. */
export function eachInBox({ points }: Columns, box: Box, visit: (row: number) => void): void {
  const { row: rows, lat: lats, lng: lngs } = points
  const [west, south, east, north] = box
  eachAbout(points, box, (i) => {
    const [row, lat, lng] = [rows[i] ?? 0, lats[i] ?? 0, lngs[i] ?? 0]
    if (row !== 0 && lng >= west && lng <= east && lat >= south && lat <= north) visit(row)
  })
}

/** So many times as many points as there are rows in a set: then the rows are looked at, and not the points of the box. */
const FEW = 8

/** Leaves in a set the rows with a point in a box. */
export function keepInBox(columns: Columns, set: Bits, box: Box): void {
  const total = count(set)
  if (total * FEW < columns.points.used) {
    const { points } = columns
    for (const row of rowsOf(set, total))
      if (!pointsOf(points, row).some((point) => isIn(point, box))) clearBit(set, row)
    return
  }
  const inside = emptyBits(columns.room)
  eachInBox(columns, box, (row) => setBit(inside, row))
  keep(set, inside)
}
