/** Where a word or a postcode is, and how sure that is. The tables are the store's; the rules here are pure. */
import type { LatLng, Precision } from '../listings/listing.ts'
import type { Practice } from './practices.ts'

export type Located = {
  /** What was understood: "M33 2AA", "M33 2", "Sale", "Altrincham ward". */
  label: string
  kind: 'postcode' | 'sector' | 'outcode' | PlaceNameRow['kind']
  point: LatLng
  precision: Precision
  /** Wards and districts it surely lies in: no wards where only an outcode or a town is known. */
  areaCodes: string[]
  /** As far as it was given: "M33 2AA", "M33 2", "M33"; null for a name. */
  postcode: string | null
}

export type PostcodeRow = { postcode: string; lat: number; lng: number; areaCodes: string[] }
/** `outcode` may be a sector too ("M33 2"): its middle is kept beside those of outcodes. */
export type OutcodeRow = { outcode: string; lat: number; lng: number; town: string | null }
/** A ward, a district or another area with an outline. `outline` is GeoJSON text. */
export type AreaRow = {
  code: string
  name: string
  kind: 'ward' | 'district' | 'area'
  lat: number
  lng: number
  box: [number, number, number, number]
  outline: string
}
/** A town, village or area by name. */
export type PlaceNameRow = {
  name: string
  lat: number
  lng: number
  kind: 'town' | 'ward' | 'district' | 'area'
  weight: number
}

export interface GazetteerTables {
  postcodes(postcodes: readonly string[]): Promise<Map<string, PostcodeRow>>
  outcodes(outcodes: readonly string[]): Promise<Map<string, OutcodeRow>>
  /** By name as place-name.ts folds it (case, accents, "St" and "Saint", apostrophes); most weighty first. */
  named(name: string): Promise<PlaceNameRow[]>
  /** Names that begin so when both are folded. */
  beginning(prefix: string, limit: number): Promise<PlaceNameRow[]>
  /** Towns, most weighty first. */
  towns(limit: number): Promise<PlaceNameRow[]>
  areas(): Promise<AreaRow[]>
  /** GP practices that public listings are for. */
  practices(): Promise<Practice[]>
  /** Areas whose box holds the point; whether the outline does is for areas.ts. */
  areasAround(point: LatLng): Promise<AreaRow[]>
  putPostcodes(rows: readonly PostcodeRow[]): Promise<void>
  putOutcodes(rows: readonly OutcodeRow[]): Promise<void>
  putAreas(rows: readonly AreaRow[]): Promise<void>
  putPlaceNames(rows: readonly PlaceNameRow[]): Promise<void>
  /** Points learned from listings that have both a postcode and an exact point; never over a table's own row. */
  learn(rows: readonly PostcodeRow[]): Promise<void>
  counts(): Promise<{ postcodes: number; outcodes: number; areas: number; names: number }>
}
