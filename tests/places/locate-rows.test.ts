import { beforeAll, expect, test } from 'vitest'
import { areaIndex } from '../../src/places/areas.ts'
import { locateAddress, locateMany, type RowPlace } from '../../src/places/locate-rows.ts'
import { trialTables } from './trial-tables.ts'
import type { GazetteerTables } from '../../src/places/gazetteer.ts'

let tables: GazetteerTables
beforeAll(async () => {
  tables = await trialTables()
})

const DOOR = { lat: 53.4251, lng: -2.3181 }

/** "precision lat, lng; postcode; areas; problems", the parts that are there. */
async function said(row: RowPlace): Promise<string> {
  const { precision, point, postcode, areaCodes, problems } = await locateAddress(row, tables)
  const where = point ? `${precision} ${point.lat}, ${point.lng}` : 'nowhere'
  const wrong = problems.map(({ field, why, did }) => {
    const done =
      did.is === 'read-as' ? `read as ${did.postcode}` : did.is === 'placed' ? `by ${did.by}` : 'no point'
    return `${field} ${why}: ${done}`
  })
  return [where, postcode ?? '-', areaCodes.join(' '), ...wrong].join('; ')
}

test.each<[string, RowPlace, string]>([
  ['a point of its own', { point: DOOR }, 'exact 53.4251, -2.3181; -; E05000001 E08000009'],
  [
    'a point and its postcode',
    { point: DOOR, postcode: 'm332aa' },
    'exact 53.4251, -2.3181; M33 2AA; E05000001 E08000009',
  ],
  [
    'a point that the file calls the middle of a postcode',
    { point: DOOR, precision: 'postcode' },
    'postcode 53.4251, -2.3181; -; E05000001 E08000009',
  ],
  [
    'a postcode in the table',
    { postcode: 'M33 2AA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009',
  ],
  [
    'a postcode whose row names no areas',
    { postcode: 'M33 7XZ' },
    'postcode 53.424, -2.321; M33 7XZ; E05000001 E08000009',
  ],
  ['a postcode known by its sector', { postcode: 'M33 2ZZ' }, 'area 53.42, -2.3; M33 2ZZ; '],
  ['a postcode known by its outcode', { postcode: 'SW1A 2AA' }, 'area 51.501, -0.135; SW1A 2AA; '],
  ['an outcode', { postcode: 'M33' }, 'area 53.422, -2.322; M33; '],
  ['an outcode nobody knows', { postcode: 'M50 3AZ' }, 'nowhere; M50 3AZ; ; postcode not-in-table: no point'],
  [
    'a slip with one reading',
    { postcode: 'WA15 OHF' },
    'postcode 53.362, -2.312; WA15 0HF; E08000009; postcode repaired: read as WA15 0HF',
  ],
  ['a slip with more', { postcode: 'WA154 1HF' }, 'nowhere; -; ; postcode too-long: no point'],
  [
    'a slip with more, and a point',
    { postcode: 'WA154 1HF', point: DOOR },
    'exact 53.4251, -2.3181; -; E05000001 E08000009; postcode too-long: by exact',
  ],
  [
    'a postcode in the address',
    { address: '1 School Road, Sale, M33 2AA', postcode: 'NA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009',
  ],
  [
    'a bad cell, a good address',
    { address: '1 School Road, Sale, M33 2AA', postcode: 'M33 2A' + 'AAA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009; postcode too-long: read as M33 2AA',
  ],
  [
    'an address in the postcode cell',
    { postcode: 'Sale M33 2AA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009',
  ],
  ['nothing', {}, 'nowhere; -; '],
  ['nothing, in the words of files', { postcode: '—', address: 'NA' }, 'nowhere; -; '],
  ['zero', { point: { lat: 0, lng: 0 } }, 'nowhere; -; ; point zero: no point'],
  [
    'zero, and a postcode',
    { point: { lat: 0, lng: 0 }, postcode: 'M33 2AA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009; point zero: by postcode',
  ],
  [
    'swapped is not turned',
    { point: { lat: -2.3181, lng: 53.4251 } },
    'nowhere; -; ; point swapped: no point',
  ],
  [
    'swapped, and an outcode',
    { point: { lat: -2.3181, lng: 53.4251 }, postcode: 'M33' },
    'area 53.422, -2.322; M33; ; point swapped: by area',
  ],
  ['grid metres', { point: { lat: 391634, lng: 378412 } }, 'nowhere; -; ; point grid: no point'],
  ['Paris', { point: { lat: 48.86, lng: 2.35 } }, 'nowhere; -; ; point outside: no point'],
  [
    'a point 20 km from its own postcode',
    { point: { lat: 53.6, lng: -2.3 }, postcode: 'M33 2AA' },
    'postcode 53.427, -2.316; M33 2AA; E05000001 E08000009; point far: by postcode',
  ],
  [
    'a hidden address gives its outcode, whatever the row knows',
    { point: DOOR, postcode: 'M33 2AA', address: '1 School Road', masked: true },
    'area 53.422, -2.322; M33; ',
  ],
  ['a hidden address without a postcode', { point: DOOR, masked: true }, 'nowhere; -; '],
])('%s', async (_, row, is) => expect(await said(row)).toBe(is))

test('many rows cost one look-up in each table', async () => {
  const asked = { postcodes: 0, outcodes: 0, areas: 0 }
  const counted: GazetteerTables = {
    ...tables,
    postcodes: (keys) => (asked.postcodes++, tables.postcodes(keys)),
    outcodes: (keys) => (asked.outcodes++, tables.outcodes(keys)),
    areas: () => (asked.areas++, tables.areas()),
  }
  const rows = Array.from({ length: 3000 }, (_, i) => ({
    postcode: i % 2 ? 'M33 2AA' : 'M33',
    point: i % 3 ? null : DOOR,
  }))
  const placed = await locateMany(rows, counted, areaIndex(await tables.areas()))
  expect(asked).toEqual({ postcodes: 1, outcodes: 1, areas: 0 })
  const counts = (['exact', 'postcode', 'area'] as const).map(
    (precision) => placed.filter((row) => row.precision === precision).length,
  )
  expect(counts).toEqual([1000, 1000, 1000])
})
