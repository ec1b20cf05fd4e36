/** Points of a map gathered into clusters: what /api/map answers. */
import Supercluster from 'supercluster'
import { metresBetween, type Box } from './geo.ts'
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { LatLng } from '../listings/listing.ts'

/** Nearer than this on the screen, points become one cluster: two 44-pixel pins side by side, and a little air. Pixels. */
const RADIUS = 60
/** Closest zoom at which points still gather; groups in one building stay together at any. */
export const CLOSEST_ZOOM = 17
/** Ids given with a cluster that never opens: groups at one address. */
const MOST_IN_ONE_SPOT = 50

export type ClusterProperties = {
  count: number
  /** Zoom at which it opens. */
  expand_zoom: number
  name: string
  /** Only where all of them stand in one spot and zooming never opens it. */
  ids?: string[]
}
export type PinProperties = { id: string }
export type MapFeature = Feature<Point, ClusterProperties | PinProperties>

/** Names a cluster for people: "12 places near Sale". */
export type NameCluster = (count: number, middle: LatLng) => string

export type ClusterIndex = {
  /** Clusters and single points in a box at a zoom (0 to 20; fractions are cut). */
  in: (
    box: Box,
    zoom: number,
    name: NameCluster,
  ) => FeatureCollection<Point, ClusterProperties | PinProperties>
}

/** An index to keep: a quarter of a second and 12 MB for 100,000 points, then under a millisecond a view. */
export function clusterIndex(points: readonly (LatLng & { id: string })[]): ClusterIndex {
  const index = new Supercluster<PinProperties>({ radius: RADIUS, maxZoom: CLOSEST_ZOOM })
  index.load(
    points.map(({ id, lat, lng }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  )
  const open = (found: Feature<Point, { cluster_id: number; point_count: number }>, name: NameCluster) => {
    const { cluster_id: id, point_count: count } = found.properties
    const [lng = 0, lat = 0] = found.geometry.coordinates
    const expands = index.getClusterExpansionZoom(id)
    const properties: ClusterProperties = {
      count,
      expand_zoom: Math.min(expands, CLOSEST_ZOOM + 1),
      name: name(count, { lat, lng }),
    }
    const leaves = expands > CLOSEST_ZOOM ? index.getLeaves(id, MOST_IN_ONE_SPOT) : []
    if (inOneSpot(leaves)) properties.ids = leaves.map((leaf) => leaf.properties.id)
    return properties
  }
  return {
    in: (box, zoom, name) => ({
      type: 'FeatureCollection',
      features: index.getClusters(box, Math.trunc(zoom)).map((found): MapFeature => {
        const { type, geometry, properties } = found
        return 'cluster' in properties
          ? { type, geometry: rounded(geometry), properties: open({ type, geometry, properties }, name) }
          : { type, geometry, properties: { id: properties.id } }
      }),
    }),
  }
}

/** The same for points that are used once, such as the results of a filtered search. */
export function clustersIn(
  points: readonly (LatLng & { id: string })[],
  box: Box,
  zoom: number,
  name: NameCluster,
): FeatureCollection<Point, ClusterProperties | PinProperties> {
  return clusterIndex(points).in(box, zoom, name)
}

function inOneSpot(leaves: Feature<Point>[]): boolean {
  const [first] = leaves
  return (
    leaves.length > 0 &&
    leaves.every((leaf) => String(leaf.geometry.coordinates) === String(first?.geometry.coordinates))
  )
}

/** A cluster's middle needs no centimetres: five decimals are a metre. */
function rounded(geometry: Point): Point {
  return {
    type: 'Point',
    coordinates: geometry.coordinates.map((degrees) => Math.round(degrees * 1e5) / 1e5),
  }
}

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
