/** What Overpass answers ("elements") as GeoJSON features: a node is a point, a closed way or a relation of such an area. */
import type { Feature, Geometry, Position } from 'geojson'
import { z } from 'zod'

const spot = z.object({ lat: z.number(), lon: z.number() })
/** One at a time: an element that is made otherwise costs itself and nothing else. */
const element = z.object({
  type: z.enum(['node', 'way', 'relation']),
  id: z.number().int(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  /** The middle of its box ("out center"). May lie outside of it, so that its shape is preferred. */
  center: spot.optional(),
  bounds: z
    .object({ minlat: z.number(), minlon: z.number(), maxlat: z.number(), maxlon: z.number() })
    .optional(),
  geometry: z.array(spot.nullable()).optional(),
  nodes: z.array(z.number()).optional(),
  members: z
    .array(
      z.object({
        type: z.string(),
        ref: z.number(),
        role: z.string().default(''),
        geometry: z.array(spot.nullable()).optional(),
      }),
    )
    .optional(),
})
type Element = z.infer<typeof element>

/** Those with tags, in their order; nodes without any are only the corners of ways. Damaged ones have no tags and no shape. */
export function featuresOfElements(given: readonly unknown[]): Feature[] {
  const elements = given.map((one) => element.safeParse(one))
  const known = elements.flatMap((read) => (read.success ? [read.data] : []))
  const nodes = new Map(known.filter(({ type }) => type === 'node').map((node) => [node.id, node]))
  const ways = new Map(known.filter(({ type }) => type === 'way').map((way) => [way.id, way]))
  return elements.flatMap((read): Feature[] => {
    if (!read.success) return [{ type: 'Feature', properties: {}, geometry: NOWHERE }]
    const { type, id, tags } = read.data
    if (tags === undefined || Object.keys(tags).length === 0) return []
    const geometry = shapeOf(read.data, nodes, ways) ?? NOWHERE
    return [{ type: 'Feature', id: `${type}/${id}`, properties: tags, geometry }]
  })
}

const NOWHERE: Geometry = { type: 'GeometryCollection', geometries: [] }
type Known = ReadonlyMap<number, Element>

function shapeOf(it: Element, nodes: Known, ways: Known): Geometry | null {
  if (it.lat !== undefined && it.lon !== undefined) return point(it.lon, it.lat)
  const line = it.type === 'way' ? lineOf(it, nodes) : []
  if (line.length > 0)
    return isRing(line) ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line }
  const rings = it.type === 'relation' ? outerRings(it, nodes, ways) : []
  if (rings.length > 0) return { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
  if (it.center) return point(it.center.lon, it.center.lat)
  if (it.bounds)
    return point((it.bounds.minlon + it.bounds.maxlon) / 2, (it.bounds.minlat + it.bounds.maxlat) / 2)
  return null
}

const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] })

function lineOf(
  { geometry, nodes: refs = [] }: Pick<Element, 'geometry' | 'nodes'>,
  nodes: Known,
): Position[] {
  if (geometry) return geometry.flatMap((it) => (it === null ? [] : [[it.lon, it.lat]]))
  return refs.flatMap((ref) => {
    const { lat, lon } = nodes.get(ref) ?? {}
    return lat === undefined || lon === undefined ? [] : [[lon, lat]]
  })
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1]
const isRing = (line: readonly Position[]): boolean => line.length >= 4 && same(line[0], line.at(-1))

/** The border of a relation: its outer ways, put end to end as far as they meet. */
function outerRings({ members = [] }: Element, nodes: Known, ways: Known): Position[][] {
  const lines = members
    .filter(({ type, role }) => type === 'way' && (role === 'outer' || role === ''))
    .map(({ ref, geometry }) => lineOf(geometry ? { geometry } : (ways.get(ref) ?? {}), nodes))
    .filter((line) => line.length > 1)
  const rings: Position[][] = []
  while (lines.length > 0) {
    let ring = lines.shift() ?? []
    while (!isRing(ring)) {
      const next = lines.findIndex((line) => same(line[0], ring.at(-1)) || same(line.at(-1), ring.at(-1)))
      const [line] = next < 0 ? [] : lines.splice(next, 1)
      if (line === undefined) break
      ring = [...ring, ...(same(line[0], ring.at(-1)) ? line : line.toReversed()).slice(1)]
    }
    if (isRing(ring)) rings.push(ring)
  }
  return rings
}
