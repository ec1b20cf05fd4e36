/** The only place that writes filters in Meilisearch's language. A filter is a text, or an array: all of these. */
import { METRES_PER_MILE } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import type { Box } from '../query.ts'

/** Always in parentheses where it has an "or" in it. */
export type Filter = string

/** In double quotes, where a backslash makes the next sign a sign. NUL ends texts in some languages: it is taken out. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\u0000', '').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Fails for nobody: attributes are our own words. */
export const oneOf = (attribute: string, values: readonly (string | number)[]): Filter =>
  values.length === 0
    ? NOBODY
    : `${attribute} IN [${values.map((it) => (typeof it === 'number' ? it : quoted(it))).join(', ')}]`

const NOBODY: Filter = 'first = "nobody"'

export const anyOf = (filters: readonly Filter[]): Filter =>
  filters.length === 0 ? NOBODY : filters.length === 1 ? (filters[0] ?? NOBODY) : `(${filters.join(' OR ')})`
export const allOf = (filters: readonly Filter[]): Filter => `(${filters.join(' AND ')})`
export const not = (filter: Filter): Filter => `NOT ${filter}`

export const atLeast = (attribute: string, value: number): Filter => `${attribute} >= ${plain(value)}`
export const atMost = (attribute: string, value: number): Filter => `${attribute} <= ${plain(value)}`
export const above = (attribute: string, value: number): Filter => `${attribute} > ${plain(value)}`
export const below = (attribute: string, value: number): Filter => `${attribute} < ${plain(value)}`
export const equals = (attribute: string, value: string | number | boolean): Filter =>
  `${attribute} = ${typeof value === 'string' ? quoted(value) : value}`
export const exists = (attribute: string): Filter => `${attribute} EXISTS`

/** It measures on an earth of 6,371,000 m, we on one of 6,371,008.8 (IUGG): metres here are its metres. */
const ITS_EARTH = 6_371_000 / 6_371_008.8
/** It rounds to a millimetre. */
const MILLIMETRE = 0.001

/** Documents within so many metres, border included. */
export const within = ({ lat, lng }: LatLng, metres: number): Filter =>
  `_geoRadius(${plain(lat)}, ${plain(lng)}, ${plain(metres * ITS_EARTH + MILLIMETRE / 2)})`

export const inMiles = (near: LatLng, miles: number): Filter =>
  allOf([equals('miles', miles), within(near, miles * METRES_PER_MILE)])

/** Documents in a box, borders included. Its corners: top right, bottom left. */
export function inBox([west, south, east, north]: Box): Filter {
  if (south > north || west > east) return NOBODY
  const held = [clamp(north, 90), clamp(east, 180), clamp(south, 90), clamp(west, 180)].map(plain)
  return `_geoBoundingBox([${held[0]}, ${held[1]}], [${held[2]}, ${held[3]}])`
}

const clamp = (degrees: number, most: number): number => Math.min(most, Math.max(-most, degrees))

/** Without an exponent, which its language does not know. */
function plain(value: number): string {
  if (Number.isNaN(value)) return '0'
  const text = String(Math.min(Number.MAX_SAFE_INTEGER, Math.max(-Number.MAX_SAFE_INTEGER, value)))
  return text.includes('e') ? value.toFixed(12) : text
}
