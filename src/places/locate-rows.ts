/** Where the rows of an import are: the best that is known of each, how sure that is, and what was wrong. */
import { areaIndex, type AreaIndex } from './areas.ts'
import { checkPoint, metresBetween, type BadPoint } from './geo.ts'
import { parsePostcode, postcodeInside, type NoPostcode, type ParsedPostcode } from './postcode.ts'
import type { LatLng, Precision } from '../listings/listing.ts'
import type { GazetteerTables, OutcodeRow, PostcodeRow } from './gazetteer.ts'

/**
 * A point so far from the middle of its own full postcode is not that place's door: one of the two is wrong, and
 * postcodes are what people check. Metres; the largest rural postcodes reach about 5 km.
 */
const FAR_FROM_POSTCODE = 5_000

/** What a row says of its place. Numbers are as the file has them, not checked. */
export type RowPlace = {
  address?: string | null | undefined
  postcode?: string | null | undefined
  point?: { lat: number; lng: number } | null | undefined
  /** How near the truth the row's own point is; 'exact' where nothing else is said. */
  precision?: Precision | undefined
  /** The address is hidden (a refuge): only the middle of its outcode is ever given. */
  masked?: boolean | undefined
}

export type PlaceProblem = {
  field: 'postcode' | 'point'
  /** As the row has it. */
  value: string
  why: NoPostcode | BadPoint | 'repaired' | 'far' | 'not-in-table'
  /** What was done: the postcode was read as another, or how well the row is placed all the same. */
  did: { is: 'read-as'; postcode: string } | { is: 'placed'; by: Precision } | { is: 'no-point' }
}

export type PlacedRow = {
  point: LatLng | null
  precision: Precision | null
  /** In its normal form; only as far as it is known ("M33" of a row that has no more). */
  postcode: string | null
  areaCodes: string[]
  problems: PlaceProblem[]
}

/** One row: see `locateMany`. */
export async function locateAddress(row: RowPlace, tables: GazetteerTables): Promise<PlacedRow> {
  const [placed] = await locateMany([row], tables)
  if (!placed) throw new Error('a row went in and none came out')
  return placed
}

/**
 * Places many rows with one look-up in each table. A good point of the row's own is 'exact' unless the row says
 * less; else a full postcode in the table gives 'postcode'; else its sector or outcode gives 'area'; else nothing.
 * Pass `areas` (areaIndex of the table's areas) when calling again and again: outlines are then read once a run.
 */
export async function locateMany(
  rows: readonly RowPlace[],
  tables: GazetteerTables,
  areas?: AreaIndex,
): Promise<PlacedRow[]> {
  const parsed = rows.map(postcodeOf)
  const full = parsed.flatMap((one) => (one.found.is === 'full' ? [one.found.postcode] : []))
  const postcodes = await tables.postcodes([...new Set(full)])
  const starts = parsed.flatMap(({ found }) =>
    found.is === 'none' ? [] : found.is === 'outcode' ? [found.outcode] : [found.sector, found.outcode],
  )
  const outcodes = await tables.outcodes([...new Set(starts)])
  const known = { postcodes, outcodes, areas: areas ?? areaIndex(await tables.areas()) }
  return rows.map((row, i) => placeRow(row, parsed[i] ?? { found: NONE, wrong: null }, known))
}

type Known = {
  postcodes: Map<string, PostcodeRow>
  outcodes: Map<string, OutcodeRow>
  areas: AreaIndex
}
type RowPostcode = { found: ParsedPostcode; wrong: { value: string; why: NoPostcode } | null }
const NONE: ParsedPostcode = { original: '', is: 'none', why: 'empty' }

/** The postcode cell; where it holds none, the last postcode in it or in the address. */
function postcodeOf({ postcode, address }: RowPlace): RowPostcode {
  const cell = parsePostcode(postcode ?? '')
  if (cell.is !== 'none') return { found: cell, wrong: null }
  const inCell = postcodeInside(postcode ?? '')
  if (inCell) return { found: inCell, wrong: null }
  const found = postcodeInside(address ?? '') ?? cell
  return { found, wrong: cell.why === 'empty' ? null : { value: cell.original, why: cell.why } }
}

type Spot = Pick<PlacedRow, 'point' | 'precision' | 'areaCodes'>
const NOWHERE: Spot = { point: null, precision: null, areaCodes: [] }

function placeRow(row: RowPlace, { found, wrong }: RowPostcode, known: Known): PlacedRow {
  const problems: PlaceProblem[] = []
  const own = ownPoint(row, found, known)
  const spot = row.masked ? maskedSpot(found, known) : (own.spot ?? postcodeSpot(found, known))
  const did: PlaceProblem['did'] = spot.precision ? { is: 'placed', by: spot.precision } : { is: 'no-point' }
  if (wrong) {
    const read: PlaceProblem['did'] = found.is === 'full' ? { is: 'read-as', postcode: found.postcode } : did
    problems.push({ field: 'postcode', ...wrong, did: read })
  }
  const postcode = row.masked ? outcodeIn(found) : written(found)
  if (found.is !== 'none' && found.repaired)
    problems.push({
      field: 'postcode',
      value: found.original,
      why: 'repaired',
      did: { is: 'read-as', postcode: postcode ?? '' },
    })
  if (own.bad) problems.push({ field: 'point', ...own.bad, did })
  if (found.is !== 'none' && !spot.point)
    problems.push({ field: 'postcode', value: found.original, why: 'not-in-table', did: { is: 'no-point' } })
  return { ...spot, postcode, problems }
}

function ownPoint(
  row: RowPlace,
  found: ParsedPostcode,
  known: Known,
): { spot: Spot | null; bad: { value: string; why: BadPoint | 'far' } | null } {
  if (!row.point) return { spot: null, bad: null }
  const { lat, lng } = row.point
  const value = `${lat}, ${lng}`
  const check = checkPoint(lat, lng)
  if (check.is === 'bad') return { spot: null, bad: { value, why: check.why } }
  const table = found.is === 'full' ? known.postcodes.get(found.postcode) : undefined
  if (table && metresBetween(table, check.point) > FAR_FROM_POSTCODE)
    return { spot: null, bad: { value, why: 'far' } }
  const inside = known.areas.at(check.point).map((area) => area.code)
  const areaCodes = inside.length > 0 ? inside : (table?.areaCodes ?? [])
  return { spot: { point: check.point, precision: row.precision ?? 'exact', areaCodes }, bad: null }
}

function postcodeSpot(found: ParsedPostcode, known: Known): Spot {
  if (found.is === 'none') return NOWHERE
  const row = found.is === 'full' ? known.postcodes.get(found.postcode) : undefined
  if (row) {
    const point = { lat: row.lat, lng: row.lng }
    const codes = row.areaCodes.length > 0 ? row.areaCodes : known.areas.at(point).map((area) => area.code)
    return { point, precision: 'postcode', areaCodes: codes }
  }
  const sector = found.is === 'outcode' ? undefined : known.outcodes.get(found.sector)
  return areaSpot(sector ?? known.outcodes.get(found.outcode))
}

/** No ward and no district: a code would tell more than the town does. */
function maskedSpot(found: ParsedPostcode, known: Known): Spot {
  return found.is === 'none' ? NOWHERE : areaSpot(known.outcodes.get(found.outcode))
}

/** The middle of an outcode may lie in another ward than the row does, so it tells none. */
function areaSpot(row: OutcodeRow | undefined): Spot {
  return row ? { point: { lat: row.lat, lng: row.lng }, precision: 'area', areaCodes: [] } : NOWHERE
}

const outcodeIn = (found: ParsedPostcode) => (found.is === 'none' ? null : found.outcode)
function written(found: ParsedPostcode): string | null {
  if (found.is === 'full') return found.postcode
  return found.is === 'sector' ? found.sector : outcodeIn(found)
}
