/** Reads outlines of wards, districts and other areas, and named points, from GeoJSON into the gazetteer. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { boxOf, checkPoint, middleOf, type Outline } from './geo.ts'
import { fromGrid } from './grid.ts'
import { foldName } from './place-name.ts'
import { newTally, refuse, UnreadablePlaceFile, type PlaceFileTally } from './place-file.ts'
import type { LatLng } from '../listings/listing.ts'
import type { AreaRow, GazetteerTables, PlaceNameRow } from './gazetteer.ts'

const position = z.array(z.number()).min(2)
const rings = z.array(z.array(position))
const featureSchema = z.object({
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: rings }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
      z.object({ type: z.literal('Point'), coordinates: position }),
    ])
    .nullable()
    .catch(null),
})
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(featureSchema) })
type ReadFeature = z.infer<typeof featureSchema>

/** Five decimals are a metre: a map needs no more. */
const toMetre = (degrees: number) => Math.round(degrees * 1e5) / 1e5
/** ONS codes begin with what they are of: electoral wards and divisions, and local authority districts. */
const WARD = /^(E05|W05|S13|N08)/
const DISTRICT = /^(E0[6-9]|W06|S12|N09)/
/** Names that say a direction, not a place: kept as areas, not offered as places to search near. */
const DIRECTIONS = /^(north|south|east|west|central|centre|(north|south) ?(east|west))$/
/** How weighty a name is beside others of that name, roughly thousands of people. */
const WEIGHTS = { city: 200, town: 30, village: 2, suburb: 10, district: 150, ward: 10, area: 20 } as const
/** Longest code a listing's catchment takes. */
const CODE_MAX = 20
/** Outlines written at a time. */
const BATCH = 200

export async function readBoundaryFile(path: string, tables: GazetteerTables): Promise<PlaceFileTally> {
  const tally = newTally('boundaries')
  const areas: AreaRow[] = []
  const names: PlaceNameRow[] = []
  for (const [i, feature] of readCollection(await readFile(path, 'utf8')).entries()) {
    tally.rows += 1
    const label = nameOf(feature)
    if (label === null) {
      refuse(tally, { row: i + 1, value: '', why: 'no-name' })
      continue
    }
    const place = readFeature(feature, label, basename(path))
    if ('why' in place) {
      refuse(tally, { row: i + 1, value: label, why: place.why })
      continue
    }
    tally.kept += 1
    if (place.area) areas.push(place.area)
    if (!DIRECTIONS.test(foldName(label))) names.push(place.name)
  }
  for (let i = 0; i < areas.length; i += BATCH) await tables.putAreas(areas.slice(i, i + BATCH))
  await tables.putPlaceNames(names)
  return tally
}

function readCollection(text: string): ReadFeature[] {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UnreadablePlaceFile('It begins like GeoJSON but breaks off or is damaged.')
  }
  const read = collectionSchema.safeParse(json)
  if (read.success) return read.data.features
  throw new UnreadablePlaceFile('It is JSON, but no GeoJSON FeatureCollection.')
}

type Read = { area: AreaRow | null; name: PlaceNameRow } | { why: 'no-outline' | 'outside' }

function readFeature(feature: ReadFeature, name: string, file: string): Read {
  const { geometry } = feature
  if (!geometry) return { why: 'no-outline' }
  if (geometry.type === 'Point') {
    const point = toDegrees(geometry.coordinates)
    if (!point) return { why: 'outside' }
    return { area: null, name: { name, ...point, kind: 'town', weight: weightOf(feature) } }
  }
  const outline = tidy(geometry)
  const middle = outline && middleOf(outline)
  if (!outline || !middle) return { why: 'no-outline' }
  const check = checkPoint(middle.lat, middle.lng)
  if (check.is === 'bad') return { why: 'outside' }
  const code = codeOf(feature) ?? ownCode(name, file)
  const kind = WARD.test(code) ? 'ward' : DISTRICT.test(code) ? 'district' : 'area'
  const point = { lat: toMetre(middle.lat), lng: toMetre(middle.lng) }
  return {
    area: { code, name, kind, ...point, box: boxOf(outline), outline: JSON.stringify(outline) },
    name: { name, ...point, kind, weight: WEIGHTS[kind] },
  }
}

/** GeoJSON is lon, lat; files in National Grid metres are turned. null where a corner is nowhere in the kingdom. */
function toDegrees([x = NaN, y = NaN]: number[]): LatLng | null {
  if (checkPoint(y, x).is === 'ok') return { lat: toMetre(y), lng: toMetre(x) }
  const turned = fromGrid(x, y)
  return turned && { lat: toMetre(turned.lat), lng: toMetre(turned.lng) }
}

/** Rounded corners, each said once; null where any of them is outside. */
function tidy(outline: Outline): Outline | null {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  const coordinates: number[][][][] = []
  for (const polygon of polygons) {
    const tidied: number[][][] = []
    for (const ring of polygon) {
      const corners: number[][] = []
      for (const corner of ring) {
        const point = toDegrees(corner)
        if (!point) return null
        const last = corners.at(-1)
        if (last?.[0] !== point.lng || last[1] !== point.lat) corners.push([point.lng, point.lat])
      }
      // A ring of fewer corners has no inside: an islet smaller than a metre.
      if (corners.length >= 4) tidied.push(corners)
    }
    if (tidied.length > 0) coordinates.push(tidied)
  }
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** The value of the first property named so, any case. */
function property({ properties }: ReadFeature, named: RegExp): string | null {
  const found = Object.entries(properties ?? {}).find(([key, value]) => named.test(key) && text(value))
  return found ? text(found[1]) : null
}
/** "WD24NM" before "LAD24NM": publishers put the file's own subject first. */
const nameOf = (feature: ReadFeature) =>
  property(feature, /^(area_?name|[a-z]+\d\dnm)$/i) ?? property(feature, /^(name|.*_name)$/i)
const codeOf = (feature: ReadFeature) => {
  const code =
    property(feature, /^(area_?code|[a-z]+\d\dcd)$/i) ?? property(feature, /^(code|gss(_?code)?|.*_code)$/i)
  return code && /^[\w-]+$/.test(code) && code.length <= CODE_MAX ? code : null
}
/** A code for an area whose file gives none: the same at each import of that file. */
function ownCode(name: string, file: string): string {
  const part = (words: string, length: number) =>
    foldName(words).replaceAll(' ', '-').slice(0, length).replace(/-$/, '')
  return `x-${part(file.replace(/\.[^.]*$/, ''), 7)}-${part(name, 10)}`
}
function weightOf(feature: ReadFeature): number {
  const people = Number(feature.properties?.['population'])
  if (people > 0) return people / 1000
  const place = property(feature, /^(place|type)$/i)
  return place === 'city' || place === 'village' || place === 'suburb' ? WEIGHTS[place] : WEIGHTS.town
}
