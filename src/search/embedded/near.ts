/** How far rows are from a place, and which lie in a circle or a box. */
import { boxAround, metresBetween, type Box } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import { emptyBits, setBit, type Bits } from './bits.ts'
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

/** One pass over all points: most fall out at the first comparison. `within` in metres, borders included. */
export function circle(columns: Columns, place: LatLng, within: number): Circle {
  const { row: rows, lat: lats, lng: lngs, used } = columns.points
  const inside = emptyBits(columns.room)
  const measured = new Map<number, number>()
  const [west, south, east, north] = boxAround(place, within)
  const at = { lat: 0, lng: 0 }
  for (let i = 0; i < used; i++) {
    at.lat = lats[i] ?? 0
    if (at.lat < south || at.lat > north) continue
    at.lng = lngs[i] ?? 0
    if (at.lng < west || at.lng > east) continue
    const row = rows[i] ?? 0
    const metres = metresBetween(place, at)
    if (row === 0 || metres > within) continue
    measured.set(row, Math.min(measured.get(row) ?? metres, metres))
    setBit(inside, row)
  }
  return {
    inside,
    metres: (row) => measured.get(row) ?? nearestMetres(columns, row, place),
  }
}

/** Rows with a point in a box, borders included. */
export function inBox(columns: Columns, [west, south, east, north]: Box): Bits {
  const { row: rows, lat: lats, lng: lngs, used } = columns.points
  const bits = emptyBits(columns.room)
  for (let i = 0; i < used; i++) {
    const lat = lats[i] ?? 0
    if (lat < south || lat > north) continue
    const lng = lngs[i] ?? 0
    if (lng >= west && lng <= east) setBit(bits, rows[i] ?? 0)
  }
  clearNobody(bits)
  return bits
}

/** Points that are gone belong to row 0, which is nobody. */
function clearNobody(bits: Bits): void {
  bits[0] = (bits[0] ?? 0) & ~1
}
