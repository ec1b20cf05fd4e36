/** Points in square cells of the screen, and cells that lie close together made one. Pure arithmetic on typed arrays. */
import type { LatLng } from '../listings/listing.ts'
import type { Box } from './geo.ts'

/** Nearer than this on the screen, points become one cluster: two 44-pixel pins side by side, and a little air. Pixels. */
const CELL = 60
/** Pixels round the world at zoom 0. */
const WORLD = 256

/** Points with their place on the square world map of Web Mercator, 0 to 1 from the north-west corner. */
export type Projected = {
  lat: Float64Array
  lng: Float64Array
  x: Float64Array
  y: Float64Array
  /** 1: left out of what is gathered. */
  out: Uint8Array
}

/** Clusters, those that were merged into another with a count of 0. `picked`: points gathered, and `cellOf` each. */
export type Cells = {
  count: Uint32Array
  sumLat: Float64Array
  sumLng: Float64Array
  first: Int32Array
  picked: Int32Array
  cellOf: Int32Array
  /** The longer side of the box round its points, in cells. */
  extent: (cell: number) => number
}

export function project(points: readonly LatLng[]): Projected {
  const n = points.length
  const at = {
    lat: new Float64Array(n),
    lng: new Float64Array(n),
    x: new Float64Array(n),
    y: new Float64Array(n),
    out: new Uint8Array(n),
  }
  for (let i = 0; i < n; i++) {
    const { lat, lng } = points[i] ?? { lat: 0, lng: 0 }
    at.lat[i] = lat
    at.lng[i] = lng
    at.x[i] = acrossOf(lng)
    at.y[i] = downOf(lat)
  }
  return at
}

const acrossOf = (lng: number): number => lng / 360 + 0.5
function downOf(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
  return Math.min(1, Math.max(0, y))
}

/** Points in a box, borders included; null where there are more than `most`. */
export function inside(
  { lat, lng, out }: Projected,
  [west, south, east, north]: Box,
  most: number,
): number[] | null {
  const found: number[] = []
  for (let i = 0; i < lat.length; i++) {
    const [y, x] = [lat[i] ?? 0, lng[i] ?? 0]
    if (out[i] === 1 || x < west || x > east || y < south || y > north) continue
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
export function cellsOf(at: Projected, box: Box, zoom: number, most: number): Cells | null {
  const scale = (WORLD * 2 ** zoom) / CELL
  const [west, south, east, north] = box
  const left = Math.floor(acrossOf(west) * scale) - 1
  const top = Math.floor(downOf(north) * scale) - 1
  const wide = Math.floor(acrossOf(east) * scale) + 2 - left
  const high = Math.floor(downOf(south) * scale) + 2 - top
  if (wide * high > MOST_CELLS) return null
  /** Of each cell of the box; -1: nothing is in it. */
  const numbers = new Int32Array(wide * high).fill(-1)
  const keys: number[] = []
  const cellAt = (x: number, y: number) => {
    const [column, row] = [Math.floor(x * scale) - left, Math.floor(y * scale) - top]
    if (column < 0 || column >= wide || row < 0 || row >= high) return -1
    const key = row * wide + column
    if (numbers[key] === -1) numbers[key] = keys.push(key) - 1
    return numbers[key] ?? -1
  }
  const gathered = gather(at, cellAt, most)
  if (gathered === null) return null
  const into = merge(gathered, { numbers, keys, wide, scale })
  for (let k = 0; k < gathered.cellOf.length; k++) gathered.cellOf[k] = into[gathered.cellOf[k] ?? 0] ?? 0
  const { west: w, east: e, north: n, south: s } = gathered
  return {
    ...gathered,
    extent: (cell) => Math.max((e[cell] ?? 0) - (w[cell] ?? 0), (s[cell] ?? 0) - (n[cell] ?? 0)) * scale,
  }
}

type Gathered = Omit<Cells, 'extent'> & {
  sumX: Float64Array
  sumY: Float64Array
  west: Float64Array
  east: Float64Array
  north: Float64Array
  south: Float64Array
}

/** `cellAt`: the number of a point's cell, or -1 outside. */
function gather(at: Projected, cellAt: (x: number, y: number) => number, most: number): Gathered | null {
  const n = at.x.length
  const picked = new Int32Array(n)
  const cellOf = new Int32Array(n)
  let [used, cells] = [0, 0]
  for (let i = 0; i < n; i++) {
    if (at.out[i] === 1) continue
    const cell = cellAt(at.x[i] ?? 0, at.y[i] ?? 0)
    if (cell < 0) continue
    if (cell >= cells && ++cells > most) return null
    picked[used] = i
    cellOf[used++] = cell
  }
  const numbers = () => new Float64Array(cells)
  const made: Gathered = {
    count: new Uint32Array(cells),
    sumLat: numbers(),
    sumLng: numbers(),
    first: new Int32Array(cells),
    picked: picked.subarray(0, used),
    cellOf: cellOf.subarray(0, used),
    sumX: numbers(),
    sumY: numbers(),
    west: numbers().fill(Infinity),
    east: numbers().fill(-Infinity),
    north: numbers().fill(Infinity),
    south: numbers().fill(-Infinity),
  }
  for (let k = used - 1; k >= 0; k--) put(made, at, cellOf[k] ?? 0, picked[k] ?? 0)
  return made
}

function put(made: Gathered, at: Projected, cell: number, i: number): void {
  const [x, y] = [at.x[i] ?? 0, at.y[i] ?? 0]
  made.count[cell] = (made.count[cell] ?? 0) + 1
  made.first[cell] = i
  made.sumLat[cell] = (made.sumLat[cell] ?? 0) + (at.lat[i] ?? 0)
  made.sumLng[cell] = (made.sumLng[cell] ?? 0) + (at.lng[i] ?? 0)
  made.sumX[cell] = (made.sumX[cell] ?? 0) + x
  made.sumY[cell] = (made.sumY[cell] ?? 0) + y
  made.west[cell] = Math.min(made.west[cell] ?? x, x)
  made.east[cell] = Math.max(made.east[cell] ?? x, x)
  made.north[cell] = Math.min(made.north[cell] ?? y, y)
  made.south[cell] = Math.max(made.south[cell] ?? y, y)
}

type Grid = { numbers: Int32Array; keys: readonly number[]; wide: number; scale: number }

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
  for (const sum of [made.count, made.sumLat, made.sumLng, made.sumX, made.sumY])
    sum[cell] = (sum[cell] ?? 0) + (sum[other] ?? 0)
  made.count[other] = 0
  made.first[cell] = Math.min(made.first[cell] ?? 0, made.first[other] ?? 0)
  made.west[cell] = Math.min(made.west[cell] ?? 0, made.west[other] ?? 0)
  made.east[cell] = Math.max(made.east[cell] ?? 0, made.east[other] ?? 0)
  made.north[cell] = Math.min(made.north[cell] ?? 0, made.north[other] ?? 0)
  made.south[cell] = Math.max(made.south[cell] ?? 0, made.south[other] ?? 0)
}
