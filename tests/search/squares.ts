/** Two districts side by side, Westing and Easting, whose border runs a mile east of MIDDLE; each of four wards, one north of the other. */
import type { AreaRow } from '../../src/places/gazetteer.ts'
import { MIDDLE } from './listings.ts'

const MILE_NORTH = 1 / 69.1
const MILE_EAST = MILE_NORTH / Math.cos((MIDDLE.lat * Math.PI) / 180)

export const at = (milesEast: number, milesNorth: number) => ({
  lat: MIDDLE.lat + milesNorth * MILE_NORTH,
  lng: MIDDLE.lng + milesEast * MILE_EAST,
})

/** Miles east of MIDDLE at which Westing ends and Easting begins. */
const BORDER = 1
/** How far each district reaches from the border, and from its middle to the north and south. Miles. */
export const REACH = 8

export const SQUARES = {
  west: ['E05000001', 'E05000002', 'E05000003', 'E05000004'],
  east: ['E05000011', 'E05000012', 'E05000013', 'E05000014'],
}
const NAMES = ['Brook', 'Ford', 'Mill', 'Weir', 'Hill', 'Moor', 'Field', 'Heath']

function square(
  code: string,
  name: string,
  kind: AreaRow['kind'],
  [west, south, east, north]: [number, number, number, number],
): AreaRow {
  const [a, b] = [at(west, south), at(east, north)]
  const ring = [
    [a.lng, a.lat],
    [b.lng, a.lat],
    [b.lng, b.lat],
    [a.lng, b.lat],
    [a.lng, a.lat],
  ]
  return {
    code,
    name,
    kind,
    lat: (a.lat + b.lat) / 2,
    lng: (a.lng + b.lng) / 2,
    box: [a.lng, a.lat, b.lng, b.lat],
    outline: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
  }
}

/** The ward from `n` quarters up. */
const wards = (codes: string[], names: string[], west: number, east: number) =>
  codes.map((code, n) => {
    const south = -REACH + (n * REACH) / 2
    return square(code, names[n] ?? '', 'ward', [west, south, east, south + REACH / 2])
  })

export const squareAreas = (): AreaRow[] => [
  square('E08000001', 'Westing', 'district', [BORDER - REACH, -REACH, BORDER, REACH]),
  square('E08000002', 'Easting', 'district', [BORDER, -REACH, BORDER + REACH, REACH]),
  ...wards(SQUARES.west, NAMES.slice(0, 4), BORDER - REACH, BORDER),
  ...wards(SQUARES.east, NAMES.slice(4), BORDER, BORDER + REACH),
]
