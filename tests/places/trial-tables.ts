/** A small invented corner of the kingdom, for trying the rules of the gazetteer. */
import { boxOf, type Outline } from '../../src/places/geo.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'
import type { AreaRow, GazetteerTables } from '../../src/places/gazetteer.ts'

export const HOME = { lat: 53.42, lng: -2.34 }

/** A square of so many degrees round a middle. */
export function area(
  code: string,
  name: string,
  kind: AreaRow['kind'],
  middle: [number, number],
  size: number,
): AreaRow {
  const [lat, lng] = middle
  const half = size / 2
  const outline: Outline = {
    type: 'Polygon',
    coordinates: [
      [
        [lng - half, lat - half],
        [lng + half, lat - half],
        [lng + half, lat + half],
        [lng - half, lat + half],
        [lng - half, lat - half],
      ],
    ],
  }
  return { code, name, kind, lat, lng, box: boxOf(outline), outline: JSON.stringify(outline) }
}

export async function trialTables(): Promise<GazetteerTables> {
  const tables = tablesInMemory()
  await tables.putPostcodes([
    { postcode: 'M33 2AA', lat: 53.427, lng: -2.316, areaCodes: ['E05000001', 'E08000009'] },
    { postcode: 'M33 7XZ', lat: 53.424, lng: -2.321, areaCodes: [] },
    { postcode: 'WA15 0HF', lat: 53.362, lng: -2.312, areaCodes: ['E08000009'] },
  ])
  await tables.putOutcodes([
    { outcode: 'M33', lat: 53.422, lng: -2.322, town: 'Sale' },
    { outcode: 'M33 2', lat: 53.42, lng: -2.3, town: null },
    { outcode: 'WA15', lat: 53.384, lng: -2.325, town: 'Hale' },
    { outcode: 'SW1A', lat: 51.501, lng: -0.135, town: 'London' },
  ])
  await tables.putAreas([
    area('E05000001', 'Sale Central', 'ward', [53.425, -2.32], 0.02),
    area('E05000002', 'Altrincham', 'ward', [53.387, -2.349], 0.02),
    area('E08000009', 'Trafford', 'district', [53.42, -2.34], 0.2),
  ])
  const town = (name: string, lat: number, lng: number, weight: number) => ({
    name,
    lat,
    lng,
    weight,
    kind: 'town' as const,
  })
  await tables.putPlaceNames([
    town('Sale', 53.424, -2.322, 55),
    town('Altrincham', 53.388, -2.349, 52),
    { name: 'Altrincham', lat: 53.387, lng: -2.349, kind: 'ward', weight: 90 },
    { name: 'Sale Central', lat: 53.425, lng: -2.32, kind: 'ward', weight: 10 },
    { name: 'Trafford', lat: 53.42, lng: -2.34, kind: 'district', weight: 235 },
    town('Newton', 53.45, -2.6, 2),
    town('Newton', 51.5, -3.7, 300),
    town('St. Helens', 53.454, -2.736, 100),
    town("King's Lynn", 52.754, 0.397, 45),
    town('Urmston', 53.449, -2.354, 41),
    town('Ely', 53.4, -2.3, 1),
    town('Stamford', 52.65, -0.48, 20),
  ])
  return tables
}
