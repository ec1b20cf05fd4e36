/** Points in square cells of the screen, and cells that lie close together made one. Pure arithmetic on typed arrays. */
import type { LatLng } from '../listings/listing.ts'
import type { Box } from './geo.ts'

/** Nearer than this on the screen, points become one cluster: two 44-pixel pins side by side, and a little air. Pixels. */
const CELL = 60
/** Pixels round the world at zoom 0. */
const WORLD = 256

/**
 * Points side by side, with their place on the square world map of Web Mercator, 0 to 1 from the north-west corner. `at`:
 * which places of the columns are meant, so that many searches share the columns of one index; they may hold more.
 */
export type PointColumns = {
  at: Int32Array
  lat: Float64Array
  lng: Float64Array
  x: Float64Array
  y: Float64Array
  /** Whose point it is: a place in `ids`. */
  owner: Int32Array
  ids: readonly string[]
}
export type IdPoint = LatLng & { id: string }

export const idAt = ({ ids, owner }: PointColumns, i: number): string => ids[owner[i] ?? 0] ?? ''
export const pointAt = (points: PointColumns, i: number): IdPoint => ({
  id: idAt(points, i),
  lat: points.lat[i] ?? 0,
  lng: points.lng[i] ?? 0,
})

/** Columns, and which of their points are gathered: those with a 0 in `out`, side by side with `at`. */
type Projected = PointColumns & { out: Uint8Array }

/** Clusters, those that were merged into another with a count of 0. `picked`: points gathered, and `cellOf` each. */
export type Cells = {
  count: Uint32Array
  /** Sums of the places of its points on the world map: their middle is the cluster's. */
  sumX: Float64Array
  sumY: Float64Array
  first: Int32Array
  picked: Int32Array
  cellOf: Int32Array
  /** The longer side of the box round its points, in cells. */
  extent: (cell: number) => number
}

/** A list of points as columns of their own. */
export function project(points: readonly IdPoint[]): PointColumns {
  const lat = Float64Array.from(points, (it) => it.lat)
  const lng = Float64Array.from(points, (it) => it.lng)
  const at = Int32Array.from(points.keys())
  const ids = points.map(({ id }) => id)
  return { at, lat, lng, x: lng.map(acrossOf), y: lat.map(downOf), owner: at, ids }
}

/** Where a place on the square world map lies. */
export function unproject(x: number, y: number): LatLng {
  return { lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, lng: (x - 0.5) * 360 }
}

export const acrossOf = (lng: number): number => lng / 360 + 0.5
export function downOf(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
  return Math.min(1, Math.max(0, y))
}

/** Points in a box, borders included; null where there are more than `most`. */
export function inside(
  { at, lat, lng, out }: Projected,
  [west, south, east, north]: Box,
  most: number,
): number[] | null {
  const found: number[] = []
  for (let k = 0; k < at.length; k++) {
    const i = at[k] ?? 0
    const [y, x] = [lat[i] ?? 0, lng[i] ?? 0]
    if (out[k] === 1 || x < west || x > east || y < south || y > north) continue
    if (found.push(i) > most) return null
  }
  return found
}

/** Cells looked at in one view at most: a screen has a thousand. A box that has more is looked at from farther off. */
const MOST_CELLS = 2 ** 16

/**
 * The cells of a box at a whole zoom, and one more on each side, so that a cluster is the same whichever part of it the
 * map shows. null where the box has too many cells, or more than `most` of them are filled.
 */
export function cellsOf(points: Projected, box: Box, zoom: number, most: number): Cells | null {
  const scale = (WORLD * 2 ** zoom) / CELL
  const [west, south, east, north] = box
  const left = Math.floor(acrossOf(west) * scale) - 1
  const top = Math.floor(downOf(north) * scale) - 1
  const wide = Math.floor(acrossOf(east) * scale) + 2 - left
  const high = Math.floor(downOf(south) * scale) + 2 - top
  if (wide * high > MOST_CELLS) return null
  const numbers = new Int32Array(wide * high).fill(-1)
  const grid: Grid = { numbers, keys: [], left, top, wide, high, scale }
  const gathered = gather(points, grid, most)
  if (gathered === null) return null
  const into = merge(gathered, grid)
  for (let k = 0; k < gathered.cellOf.length; k++) gathered.cellOf[k] = into[gathered.cellOf[k] ?? 0] ?? 0
  const { west: w, east: e, north: n, south: s } = gathered
  return {
    ...gathered,
    extent: (cell) => Math.max((e[cell] ?? 0) - (w[cell] ?? 0), (s[cell] ?? 0) - (n[cell] ?? 0)) * scale,
  }
}

type Gathered = Omit<Cells, 'extent'> & {
  west: Float64Array
  east: Float64Array
  north: Float64Array
  south: Float64Array
}

/** Numbers the cells in the order in which points fall into them; null where they are more than `most`. */
function gather(points: Projected, grid: Grid, most: number): Gathered | null {
  const { at, x, y, out } = points
  const { numbers, keys, left, top, wide, high, scale } = grid
  const picked = new Int32Array(at.length)
  const cellOf = new Int32Array(at.length)
  let used = 0
  for (let k = 0; k < at.length; k++) {
    const i = at[k] ?? 0
    const column = Math.floor((x[i] ?? 0) * scale) - left
    const row = Math.floor((y[i] ?? 0) * scale) - top
    if (column < 0 || column >= wide || row < 0 || row >= high || out[k] === 1) continue
    const key = row * wide + column
    let cell = numbers[key] ?? -1
    if (cell < 0) {
      if (keys.length >= most) return null
      cell = keys.push(key) - 1
      numbers[key] = cell
    }
    picked[used] = i
    cellOf[used++] = cell
  }
  return summed(points, keys.length, picked.subarray(0, used), cellOf.subarray(0, used))
}

function summed({ x, y }: PointColumns, cells: number, picked: Int32Array, cellOf: Int32Array): Gathered {
  const numbers = (from: number) => new Float64Array(cells).fill(from)
  const count = new Uint32Array(cells)
  const first = new Int32Array(cells)
  const [sumX, sumY] = [numbers(0), numbers(0)]
  const [west, east, north, south] = [numbers(2), numbers(-1), numbers(2), numbers(-1)]
  for (let k = 0; k < picked.length; k++) {
    const i = picked[k] ?? 0
    const cell = cellOf[k] ?? 0
    const [atX, atY] = [x[i] ?? 0, y[i] ?? 0]
    const n = count[cell] ?? 0
    if (n === 0) first[cell] = i
    count[cell] = n + 1
    sumX[cell] = (sumX[cell] ?? 0) + atX
    sumY[cell] = (sumY[cell] ?? 0) + atY
    if (atX < (west[cell] ?? 0)) west[cell] = atX
    if (atX > (east[cell] ?? 0)) east[cell] = atX
    if (atY < (north[cell] ?? 0)) north[cell] = atY
    if (atY > (south[cell] ?? 0)) south[cell] = atY
  }
  return { count, first, picked, cellOf, sumX, sumY, west, east, north, south }
}

type Grid = {
  /** Number of each cell of the box, row by row; -1: nothing is in it. */
  numbers: Int32Array
  /** Where in the box each numbered cell lies. */
  keys: number[]
  left: number
  top: number
  wide: number
  high: number
  scale: number
}

/** The fullest cells take in neighbours whose middle is nearer than a cell. Gives where each cell went. */
function merge(made: Gathered, { numbers, keys, wide, scale }: Grid): Int32Array {
  const into = Int32Array.from(made.count, (_, cell) => cell)
  const middle = (sum: Float64Array, cell: number) => (sum[cell] ?? 0) / (made.count[cell] ?? 1)
  const order = Array.from(keys.keys()).sort(
    (a, b) => (made.count[b] ?? 0) - (made.count[a] ?? 0) || (keys[a] ?? 0) - (keys[b] ?? 0),
  )
  const taken = new Uint8Array(into.length)
  for (const cell of order) {
    if (taken[cell] === 1) continue
    taken[cell] = 1
    const [x, y] = [middle(made.sumX, cell), middle(made.sumY, cell)]
    for (const step of [1, wide, wide + 1, wide - 1].flatMap((it) => [-it, it])) {
      const other = numbers[(keys[cell] ?? 0) + step] ?? -1
      if (other < 0 || taken[other] === 1) continue
      const far = Math.hypot(middle(made.sumX, other) - x, middle(made.sumY, other) - y) * scale
      if (far >= 1) continue
      taken[other] = 1
      into[other] = cell
      takeIn(made, cell, other)
    }
  }
  return into
}

function takeIn(made: Gathered, cell: number, other: number): void {
  for (const sum of [made.count, made.sumX, made.sumY]) sum[cell] = (sum[cell] ?? 0) + (sum[other] ?? 0)
  made.count[other] = 0
  made.first[cell] = Math.min(made.first[cell] ?? 0, made.first[other] ?? 0)
  made.west[cell] = Math.min(made.west[cell] ?? 0, made.west[other] ?? 0)
  made.east[cell] = Math.max(made.east[cell] ?? 0, made.east[other] ?? 0)
  made.north[cell] = Math.min(made.north[cell] ?? 0, made.north[other] ?? 0)
  made.south[cell] = Math.max(made.south[cell] ?? 0, made.south[other] ?? 0)
}
