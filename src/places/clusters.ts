/** Points of a map gathered into clusters: what /api/map answers. */
import { metresBetween, type Box } from './geo.ts'
import { cellsOf, idAt, inside, pointAt, unproject } from './cells.ts'
import type { Cells, IdPoint, PointColumns } from './cells.ts'
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { LatLng } from '../listings/listing.ts'

/** Closest zoom at which points still gather; groups in one building stay together at any. */
export const CLOSEST_ZOOM = 17
/** Ids given with a cluster that never opens: groups at one address. */
const MOST_IN_ONE_SPOT = 50
/** Pins and clusters in one answer at most; a view that would have more is gathered as if from farther off. */
const MOST_DRAWN = 600
/** A cluster whose places lie so many cells apart is more than one: all of one stand in three by three. */
const SURELY_APART = 3

type ClusterProperties = {
  count: number
  /** Zoom at which it opens for certain. */
  expand_zoom: number
  name: string
  /** Only where all of them stand in one spot and zooming never opens it. */
  ids?: string[]
}
type PinProperties = { id: string }
type MapFeature = Feature<Point, ClusterProperties | PinProperties>

/** Names a cluster for people: "12 places near Sale". */
export type NameCluster = (count: number, middle: LatLng) => string

export type ClusterIndex = {
  /**
   * Clusters and single points in a box at a zoom (0 to 20; fractions are cut). `apart`: ids that are in no cluster, each
   * a point of its own: those of the page that somebody reads beside the map.
   */
  in: (
    box: Box,
    zoom: number,
    name: NameCluster,
    apart?: ReadonlySet<string>,
  ) => FeatureCollection<Point, ClusterProperties | PinProperties>
}

/**
 * Any number of views of the same points. Nothing is built beforehand: a view walks the points once, so the first view
 * of a search costs no more than the others (a tree of clusters took 350 ms for 100,000 points, on every new search).
 */
export function clusterIndex(points: PointColumns): ClusterIndex {
  const gathered = { ...points, out: new Uint8Array(points.at.length) }
  let left: Apart = { ids: NOBODY, places: [] }
  return {
    in: (box, zoom, name, apart = NOBODY) => {
      // The same page beside view after view: its points are looked for once.
      if (apart !== left.ids) {
        for (const k of left.places) gathered.out[k] = 0
        left = { ids: apart, places: placesOf(points, apart) }
        for (const k of left.places) gathered.out[k] = 1
      }
      const alone = left.places.flatMap((k) => pinIn(pointAt(points, points.at[k] ?? 0), box))
      return { type: 'FeatureCollection', features: [...alone, ...drawn(gathered, box, zoom, name)] }
    },
  }
}

/** Listings that stand apart, and the places of their points in `at`. */
type Apart = { ids: ReadonlySet<string>; places: readonly number[] }

function placesOf(points: PointColumns, ids: ReadonlySet<string>): number[] {
  const { at, owner } = points
  const wanted = new Set<number>()
  const places: number[] = []
  if (ids.size === 0) return places
  points.ids.forEach((id, n) => ids.has(id) && wanted.add(n))
  for (let k = 0; k < at.length; k++) if (wanted.has(owner[at[k] ?? 0] ?? 0)) places.push(k)
  return places
}

const NOBODY: ReadonlySet<string> = new Set()

type Gathered = PointColumns & { out: Uint8Array }

function drawn(points: Gathered, box: Box, zoom: number, name: NameCluster): MapFeature[] {
  if (zoom > CLOSEST_ZOOM) {
    const single = inside(points, box, MOST_DRAWN)
    if (single !== null) return single.map((i) => pinOf(pointAt(points, i)))
  }
  let level = Math.min(Math.trunc(zoom), CLOSEST_ZOOM)
  let cells = cellsOf(points, box, level, MOST_DRAWN)
  while (cells === null) cells = cellsOf(points, box, --level, level > 0 ? MOST_DRAWN : Infinity)
  const spots = membersOfSpots(cells)
  return Array.from(cells.count, (count, cell): MapFeature[] => {
    if (count === 0) return []
    // One point stands exactly where it is.
    if (count === 1) return pinIn(pointAt(points, cells.first[cell] ?? 0), box)
    const middle = middleOf(cells, cell)
    return !holds(box, middle)
      ? []
      : [clusterOf(points, cells, cell, { level, middle, name, spot: spots.get(cell) })]
  }).flat()
}

const pinIn = (point: IdPoint, box: Box): MapFeature[] => (holds(box, point) ? [pinOf(point)] : [])

const pinOf = ({ id, lat, lng }: IdPoint): MapFeature => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Point', coordinates: [lng, lat] },
})

type AsCluster = { level: number; middle: LatLng; name: NameCluster; spot: readonly number[] | undefined }

function clusterOf(points: PointColumns, cells: Cells, cell: number, about: AsCluster): MapFeature {
  const { level, middle, name, spot } = about
  const count = cells.count[cell] ?? 0
  const properties: ClusterProperties = {
    count,
    expand_zoom: opensAt(cells.extent(cell), level),
    name: name(count, middle),
  }
  if (spot) properties.ids = spot.slice(0, MOST_IN_ONE_SPOT).map((i) => idAt(points, i))
  return {
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [rounded(middle.lng), rounded(middle.lat)] },
  }
}

/** `extent`: how far its places lie apart, in cells of this level. */
function opensAt(extent: number, level: number): number {
  if (extent === 0) return CLOSEST_ZOOM + 1
  const closer = Math.max(1, Math.ceil(Math.log2(SURELY_APART / extent)))
  return Math.min(level + closer, CLOSEST_ZOOM + 1)
}

function middleOf({ count, sumX, sumY }: Cells, cell: number): LatLng {
  const n = count[cell] ?? 1
  return unproject((sumX[cell] ?? 0) / n, (sumY[cell] ?? 0) / n)
}

/** Which points stand in each cluster of a single spot. */
function membersOfSpots({ count, cellOf, picked, extent }: Cells): Map<number, number[]> {
  const spots = new Map<number, number[]>()
  for (let cell = 0; cell < count.length; cell++)
    if ((count[cell] ?? 0) > 1 && extent(cell) === 0) spots.set(cell, [])
  if (spots.size > 0) for (const [k, i] of picked.entries()) spots.get(cellOf[k] ?? -1)?.push(i)
  return spots
}

const holds = ([west, south, east, north]: Box, { lat, lng }: LatLng): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** A cluster's middle needs no centimetres: five decimals are a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** The name of the nearest of some places within so many metres, or null: for naming clusters. */
export function nearestName(
  names: readonly (LatLng & { name: string })[],
  within: number,
): (point: LatLng) => string | null {
  return (point) => {
    let best: { name: string; metres: number } | null = null
    for (const name of names) {
      const metres = metresBetween(point, name)
      if (metres <= (best?.metres ?? within)) best = { name: name.name, metres }
    }
    return best?.name ?? null
  }
}
