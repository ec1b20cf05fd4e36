/** Where a word or a postcode is, and how sure that is. The tables are the store's; the rules here are pure. */
import type { LatLng, Precision } from '../listings/listing.ts'

export type Located = {
  label: string
  point: LatLng
  precision: Precision
  areaCodes: string[]
  postcode: string | null
}

export type PostcodeRow = { postcode: string; lat: number; lng: number; areaCodes: string[] }
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
  /** By name, any case; most weighty first. */
  named(name: string): Promise<PlaceNameRow[]>
  beginning(prefix: string, limit: number): Promise<PlaceNameRow[]>
  areas(): Promise<AreaRow[]>
  putPostcodes(rows: readonly PostcodeRow[]): Promise<void>
  putOutcodes(rows: readonly OutcodeRow[]): Promise<void>
  putAreas(rows: readonly AreaRow[]): Promise<void>
  putPlaceNames(rows: readonly PlaceNameRow[]): Promise<void>
  /** Points learned from listings that have both a postcode and an exact point; never over a table's own row. */
  learn(rows: readonly PostcodeRow[]): Promise<void>
  counts(): Promise<{ postcodes: number; outcodes: number; areas: number; names: number }>
}
