/** Points, distances and outlines on the earth. Degrees in WGS84, metres and miles as named; nothing here does I/O. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import type { LatLng } from '../listings/listing.ts'

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number]
export type Outline = Polygon | MultiPolygon

export const METRES_PER_MILE = 1609.344
/** Mean radius of the earth in metres (IUGG). */
const EARTH = 6_371_008.8
const RADIANS = Math.PI / 180

/** The United Kingdom with the Channel Islands and Man. Shetland ends at 60.9, Rockall is left out. */
export const UK_BOX: Box = [-8.7, 49, 1.8, 61]

/** Great-circle distance in metres. */
export function metresBetween(a: LatLng, b: LatLng): number {
  const south = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const east = Math.sin(((b.lng - a.lng) * RADIANS) / 2)
  const h = south * south + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * east * east
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))
}

export function milesBetween(a: LatLng, b: LatLng): number {
  return metresBetween(a, b) / METRES_PER_MILE
}

/** The smallest box that holds every point within so many metres of the middle. */
export function boxAround(middle: LatLng, metres: number): Box {
  const angle = metres / EARTH
  const lat = angle / RADIANS
  const cos = Math.cos(middle.lat * RADIANS)
  const lng = Math.sin(angle) >= cos ? 180 : Math.asin(Math.sin(angle) / cos) / RADIANS
  return [middle.lng - lng, middle.lat - lat, middle.lng + lng, middle.lat + lat]
}

export function inBox({ lat, lng }: LatLng, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/**
 * Why a point cannot be right. Swapped and grid points are refused, never turned: a file that mixes the two orders
 * would otherwise put half of its pins somewhere else without a word.
 */
export type BadPoint = 'zero' | 'swapped' | 'grid' | 'outside'
export type PointCheck = { is: 'ok'; point: LatLng } | { is: 'bad'; why: BadPoint }

/** National Grid and Irish Grid metres are far from any degree. */
const NO_DEGREES = 181

export function checkPoint(lat: number, lng: number): PointCheck {
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return { is: 'bad', why: 'outside' }
  if (lat === 0 && lng === 0) return { is: 'bad', why: 'zero' }
  if (inBox({ lat, lng }, UK_BOX)) return { is: 'ok', point: { lat, lng } }
  if (inBox({ lat: lng, lng: lat }, UK_BOX)) return { is: 'bad', why: 'swapped' }
  if (Math.abs(lat) > NO_DEGREES && Math.abs(lng) > NO_DEGREES) return { is: 'bad', why: 'grid' }
  return { is: 'bad', why: 'outside' }
}

/** Rings of an outline, polygon by polygon; the first ring of each is its border, the others are holes. */
export function polygonsOf(outline: Outline): Position[][][] {
  return outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
}

/** True inside the outline and outside its holes. Even-odd rule; a point on a border may fall on either side. */
export function isInside(point: LatLng, outline: Outline): boolean {
  return polygonsOf(outline).some((rings) => rings.filter((ring) => inRing(point, ring)).length % 2 === 1)
}

function inRing({ lat, lng }: LatLng, ring: Position[]): boolean {
  let inside = false
  let [x2 = 0, y2 = 0] = ring.at(-1) ?? []
  for (const [x1 = 0, y1 = 0] of ring) {
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
    x2 = x1
    y2 = y1
  }
  return inside
}

export function boxOf(outline: Outline): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of polygonsOf(outline).flat(2)) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

/** Lines drawn through an outline to find its widest part. */
const LINES = 15

/**
 * A point surely inside the outline: its centroid where that lies inside, else the middle of the widest stretch among
 * some west-east lines (a horseshoe's centroid is in the water). null for an outline without area.
 */
export function middleOf(outline: Outline): LatLng | null {
  const centre = centroid(outline)
  if (centre && isInside(centre, outline)) return centre
  const [, south, , north] = boxOf(outline)
  let best: { point: LatLng; width: number } | null = null
  for (let line = 1; line <= LINES; line++) {
    const lat = south + ((north - south) * line) / (LINES + 1)
    const found = widest(lat, outline)
    if (found && found.width > (best?.width ?? 0)) best = found
  }
  return best?.point ?? null
}

function widest(lat: number, outline: Outline): { point: LatLng; width: number } | null {
  let best: { point: LatLng; width: number } | null = null
  for (const rings of polygonsOf(outline)) {
    const crossings = rings.flatMap((ring) => crossingsOf(lat, ring)).sort((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [west = 0, east = 0] = crossings.slice(i, i + 2)
      if (east - west > (best?.width ?? 0))
        best = { point: { lat, lng: (west + east) / 2 }, width: east - west }
    }
  }
  return best
}

function crossingsOf(lat: number, ring: Position[]): number[] {
  const found: number[] = []
  let [x2 = 0, y2 = 0] = ring.at(-1) ?? []
  for (const [x1 = 0, y1 = 0] of ring) {
    if (y1 > lat !== y2 > lat) found.push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
    x2 = x1
    y2 = y1
  }
  return found
}

/** Centre of gravity of the largest polygon, holes left out of account. */
function centroid(outline: Outline): LatLng | null {
  let best = { area: 0, x: 0, y: 0 }
  for (const [ring = []] of polygonsOf(outline)) {
    const one = gravity(ring)
    if (Math.abs(one.area) > Math.abs(best.area)) best = one
  }
  return best.area === 0 ? null : { lat: best.y, lng: best.x }
}

function gravity(ring: Position[]): { area: number; x: number; y: number } {
  // Measured from the first corner: sums of tiny areas far from 0,0 lose their digits.
  const [ox = 0, oy = 0] = ring[0] ?? []
  let [area, x, y] = [0, 0, 0]
  let [x2, y2] = [0, 0]
  for (const [lng = 0, lat = 0] of ring) {
    const [x1, y1] = [lng - ox, lat - oy]
    const cross = x2 * y1 - x1 * y2
    area += cross / 2
    x += ((x1 + x2) * cross) / 6
    y += ((y1 + y2) * cross) / 6
    ;[x2, y2] = [x1, y1]
  }
  return area === 0 ? { area, x: ox, y: oy } : { area, x: ox + x / area, y: oy + y / area }
}

/** The outline of a GeoJSON feature, or null where it is none (a point, a line, nothing). */
export function outlineOf(feature: Feature): Outline | null {
  const shape = feature.geometry
  return shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? shape : null
}
