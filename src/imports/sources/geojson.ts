/** Reads a GeoJSON file: each feature is a row, its properties are columns (dots for depth), its shape a point. */
import type { Feature, Geometry, Position } from 'geojson'
import type { LatLng } from '../../listings/listing.ts'
import { middleOf } from '../../places/geo.ts'
import { Refused, sayError } from '../refused.ts'
import { textOf } from '../reading/decode.ts'
import { LARGEST_JSON, lookAt, refuseOtherThings } from '../reading/file.ts'
import type { Open, Records, Row } from './records.ts'

/** Columns that every feature has, besides its properties. */
const ID = '@id'
const LAT = '@lat'
const LNG = '@lng'
/** Properties inside properties are looked for so deep. */
const DEEPEST = 3
/** Rows handed on at a time. */
const BATCH = 1_000

export const openGeojson: Open = async (path, wanted, read) => {
  const { name, json } = await jsonOf(path, wanted.encoding, read)
  return recordsOf(name, featuresIn(name, json), wanted.known)
}

/** A whole file of JSON. Throws Refused where it is none. */
export async function jsonOf(
  path: string,
  encoding: Parameters<Open>[1]['encoding'],
  read: Parameters<Open>[2] = () => {},
): Promise<{ name: string; json: unknown }> {
  const file = await lookAt(path, LARGEST_JSON)
  refuseOtherThings(file)
  const text = await textOf(file, encoding, (bytes) => read(bytes, file.size))
  let whole = ''
  for await (const chunk of text.chunks) whole += chunk
  try {
    return { name: file.name, json: JSON.parse(whole.replace(/^\ufeff/, '')) }
  } catch (error) {
    throw new Refused(`${file.name} is not whole JSON: ${sayError(error).replace(/\s+/g, ' ')}.`)
  }
}

/** `known`: columns that are looked for; empty: all there are. */
export function recordsOf(file: string, features: readonly Feature[], known: readonly string[]): Records {
  const names = new Set<string>()
  for (const { properties } of features) addNames(names, properties, '', 1)
  const columns = [
    ...new Set([ID, LAT, LNG, ...(known.length ? known.filter((name) => names.has(name)) : names)]),
  ]
  return { file, columns, loose: true, batches: batchesOf(features, columns) }
}

/** Throws Refused where there are none. */
export function featuresIn(name: string, read: unknown): Feature[] {
  const features = isKeyed(read) && read.type === 'FeatureCollection' ? read.features : null
  if (!Array.isArray(features)) throw new Refused(`${name} is not GeoJSON: it has no list of features.`)
  if (features.length === 0) throw new Refused(`${name} has no features.`)
  return features.map((feature) => (isKeyed(feature) ? feature : { type: 'Feature' })) as unknown as Feature[]
}

type Keyed = { [name: string]: unknown }
export const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function addNames(names: Set<string>, properties: unknown, before: string, depth: number): void {
  if (!isKeyed(properties)) return
  for (const [name, value] of Object.entries(properties))
    if (isKeyed(value) && depth < DEEPEST) addNames(names, value, `${before}${name}.`, depth + 1)
    else names.add(before + name)
}

async function* batchesOf(features: readonly Feature[], columns: readonly string[]): AsyncGenerator<Row[]> {
  const own = columns.slice(3).map((name) => name.split('.'))
  for (let from = 0; from < features.length; from += BATCH)
    yield features.slice(from, from + BATCH).map((feature, at) => {
      const point = pointOf(feature.geometry)
      const id = feature.id ?? feature.properties?.['@id'] ?? feature.properties?.['id']
      const cells = own.map((path) => cellAt(feature.properties, path))
      return { row: from + at + 1, cells: [cellOf(id), cellOf(point?.lat), cellOf(point?.lng), ...cells] }
    })
}

function cellAt(properties: unknown, path: readonly string[]): string {
  let value = properties
  for (const [at, name] of path.entries()) {
    if (!isKeyed(value)) return ''
    // A name may hold dots itself.
    const rest = path.slice(at).join('.')
    if (Object.hasOwn(value, rest)) return cellOf(value[rest])
    value = Object.hasOwn(value, name) ? value[name] : undefined
  }
  return cellOf(value)
}

function cellOf(value: unknown, depth = 0): string {
  if (value === null || value === undefined || isKeyed(value)) return ''
  if (!Array.isArray(value)) return String(value)
  // Deeper than that nobody means anything by it.
  if (depth > DEEPEST) return ''
  return value
    .map((one) => cellOf(one, depth + 1))
    .filter(Boolean)
    .join('; ')
}

/** A point surely on or in the shape; null where there is no shape, or it makes no sense. */
function pointOf(shape: Geometry | null | undefined): LatLng | null {
  try {
    switch (shape?.type) {
      case 'Point':
        return latLng(shape.coordinates)
      case 'MultiPoint':
        return latLng(shape.coordinates[0])
      case 'LineString':
        return latLng(shape.coordinates[Math.floor(shape.coordinates.length / 2)])
      case 'Polygon':
      case 'MultiPolygon':
        return middleOf(shape)
      default:
        return null
    }
  } catch {
    // Coordinates nested in a way that no geometry is.
    return null
  }
}

function latLng(position: Position | undefined): LatLng | null {
  const [lng, lat] = Array.isArray(position) ? position : []
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
}
