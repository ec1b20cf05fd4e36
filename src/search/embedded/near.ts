/** How far rows are from a place, and which lie in a circle or a box. */
import { boxAround, metresBetween, type Box } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import { emptyBits, setBit, type Bits } from './bits.ts'
import { eachBetween } from './by-latitude.ts'
import type { Columns } from './columns.ts'
import { pointsOf } from './points.ts'

/** Metres from a place to the row's nearest point; Infinity where it has none. */
export function nearestMetres({ points }: Columns, row: number, place: LatLng): number {
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
  inside: Bits
  /** Metres to the nearest point; measured once for what lies inside, when asked for the rest. */
  metres(row: number): number
}

/** `within` in metres, borders included. */
export function circle(columns: Columns, place: LatLng, within: number): Circle {
  const { row: rows, lat: lats, lng: lngs } = columns.points
  const inside = emptyBits(columns.room)
  const measured = new Map<number, number>()
  const [west, south, east, north] = boxAround(place, within)
  const at = { lat: 0, lng: 0 }
  eachBetween(columns.points, south, north, (i) => {
    at.lat = lats[i] ?? 0
    at.lng = lngs[i] ?? 0
    const row = rows[i] ?? 0
    if (row === 0 || at.lng < west || at.lng > east) return
    const metres = metresBetween(place, at)
    if (metres > within) return
    measured.set(row, Math.min(measured.get(row) ?? metres, metres))
    setBit(inside, row)
  })
  return {
    inside,
    metres: (row) => measured.get(row) ?? nearestMetres(columns, row, place),
  }
}

/** Calls for every point in a box, borders included, with its row. */
export function eachInBox(
  { points }: Columns,
  [west, south, east, north]: Box,
  visit: (row: number, lat: number, lng: number) => void,
): void {
  const { row: rows, lat: lats, lng: lngs } = points
  eachBetween(points, south, north, (i) => {
    const [row, lat, lng] = [rows[i] ?? 0, lats[i] ?? 0, lngs[i] ?? 0]
    if (row !== 0 && lng >= west && lng <= east && lat >= south && lat <= north) visit(row, lat, lng)
  })
}

/** Rows with a point in a box. */
export function inBox(columns: Columns, box: Box): Bits {
  const bits = emptyBits(columns.room)
  eachInBox(columns, box, (row) => setBit(bits, row))
  return bits
}
