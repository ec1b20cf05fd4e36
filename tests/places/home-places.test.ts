import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { homePlacesSchema, loadHomePlaces } from '../../src/places/home-places.ts'
import { checkPoint, isInside, outlineOf } from '../../src/places/geo.ts'
import { locate } from '../../src/places/locate.ts'
import { parsePostcode } from '../../src/places/postcode.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'
import type { FeatureCollection } from 'geojson'

const json: unknown = JSON.parse(readFileSync('data/places.json', 'utf8'))
const home = homePlacesSchema.parse(json)
const outline: FeatureCollection = JSON.parse(readFileSync('data/outline/uk-50m.json', 'utf8'))
const tables = tablesInMemory()
const MIDDLE = { lat: 53.42, lng: -2.34 }
beforeAll(() => loadHomePlaces(tables, json))

test('every point is in the kingdom and every code is one', () => {
  for (const { outcode } of home.outcodes)
    expect([outcode, parsePostcode(outcode).is]).toEqual([outcode, 'outcode'])
  for (const { sector } of home.sectors)
    expect([sector, parsePostcode(sector).is]).toEqual([sector, 'sector'])
  for (const { lat, lng } of [...home.outcodes, ...home.sectors, ...home.places])
    expect(checkPoint(lat, lng)).toEqual({ is: 'ok', point: { lat, lng } })
  expect(new Set(home.places.map(({ name }) => name)).size).toBe(home.places.length)
})

test.each([
  'M33 2',
  'M33',
  'WA14',
  'Sale',
  'Stretford',
  'Altrincham',
  'Partington',
  'sael',
  'Timperly',
  'M33 2AA',
])('%s is found in Trafford without any file', async (text) =>
  expect((await locate(text, tables, MIDDLE))?.areaCodes).toEqual(['E08000009']),
)

test.each(['Chorlton', 'Irlam', 'Lymm', 'M21', 'M50', 'Knutsford'])('%s lies outside it', async (text) =>
  expect((await locate(text, tables, MIDDLE))?.areaCodes).toEqual([]),
)

test('loading again adds nothing and takes nothing away', async () => {
  const other = tablesInMemory()
  await other.putOutcodes([{ outcode: 'M33', lat: 53.5, lng: -2.5, town: 'Imported' }])
  const [first] = await tables.areas()
  if (!first) throw new Error('no area')
  await other.putAreas([{ ...first, name: 'Imported' }])
  await loadHomePlaces(other, json)
  const counts = await other.counts()
  await loadHomePlaces(other, json)
  expect(await other.counts()).toEqual(counts)
  expect((await other.outcodes(['M33'])).get('M33')?.town).toBe('Imported')
  expect((await other.areas()).map(({ name }) => name)).toEqual(['Imported'])
})

test.each([
  ['Manchester', 53.48, -2.243, true],
  ['Belfast', 54.59, -5.95, true],
  ['Dublin', 53.33, -6.35, true],
  ['Douglas on Man', 54.17, -4.55, true],
  ['Shetland', 60.3, -1.25, true],
  ['Jersey', 49.21, -2.13, true],
  ['the Irish Sea', 53.8, -4.6, false],
  ['Calais', 50.95, 1.85, false],
])('the outline of the map: %s', (_, lat, lng, inside) =>
  expect(
    outline.features.some((feature) => {
      const shape = outlineOf(feature)
      return shape !== null && isInside({ lat, lng }, shape)
    }),
  ).toBe(inside),
)

test('where all is there nothing is written: a start waits for no import', async () => {
  const refused = (): Promise<never> => Promise.reject(new Error('something was written'))
  const readOnly = { ...tables, putOutcodes: refused, putAreas: refused, putPlaceNames: refused }
  await expect(loadHomePlaces(readOnly, json)).resolves.toBeUndefined()
})
