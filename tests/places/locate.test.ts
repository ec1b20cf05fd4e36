import { beforeAll, expect, test } from 'vitest'
import { locate, placesBeginning } from '../../src/places/locate.ts'
import { HOME, trialTables } from './trial-tables.ts'
import type { GazetteerTables } from '../../src/places/gazetteer.ts'

let tables: GazetteerTables
beforeAll(async () => {
  tables = await trialTables()
})

async function said(text: string, home: typeof HOME | null = HOME): Promise<string | null> {
  const found = await locate(text, tables, home)
  if (!found) return null
  const { label, kind, precision, postcode, areaCodes, point } = found
  return `${label}, ${kind} (${precision}) ${point.lat}, ${point.lng}; ${postcode ?? 'no postcode'}; ${areaCodes.join(' ')}`
}

const M33_2AA = 'M33 2AA, postcode (postcode) 53.427, -2.316; M33 2AA; E05000001 E08000009'
const SALE = 'Sale, town (area) 53.424, -2.322; no postcode; E08000009'
const ALTRINCHAM = 'Altrincham, town (area) 53.388, -2.349; no postcode; E08000009'

test.each([
  // postcodes, and what is nearest to them in the tables
  ['M33 2AA', M33_2AA],
  ['  m332aa. ', M33_2AA],
  ['M33 7XZ', 'M33 7XZ, postcode (postcode) 53.424, -2.321; M33 7XZ; E05000001 E08000009'],
  ['WA15 OHF', 'WA15 0HF, postcode (postcode) 53.362, -2.312; WA15 0HF; E08000009'],
  ['M33 2ZZ', 'M33 2, sector (area) 53.42, -2.3; M33 2ZZ; E08000009'],
  ['M33 2', 'M33 2, sector (area) 53.42, -2.3; M33 2; E08000009'],
  ['M33 9', 'M33, outcode (area) 53.422, -2.322; M33 9; E08000009'],
  ['m33', 'M33, outcode (area) 53.422, -2.322; M33; E08000009'],
  ['SW1A 2AA', 'SW1A, outcode (area) 51.501, -0.135; SW1A 2AA; '],
  ['M50 3AZ', null],
  ['M50', null],
  ['WA154 1HF', null],
  ['BFPO 57', null],
  // names
  ['Sale', SALE],
  ['  sALE', SALE],
  ['Sael', SALE],
  ['Urmstone', 'Urmston, town (area) 53.449, -2.354; no postcode; E08000009'],
  ['altringam', ALTRINCHAM],
  ['saint helens', 'St. Helens, town (area) 53.454, -2.736; no postcode; '],
  ['Kings Lynn', "King's Lynn, town (area) 52.754, 0.397; no postcode; "],
  ['Trafford', 'Trafford, district (area) 53.42, -2.34; no postcode; E08000009'],
  ['Trafford council', 'Trafford, district (area) 53.42, -2.34; no postcode; E08000009'],
  // a town before the ward of its name, unless the ward is meant
  ['Altrincham', ALTRINCHAM],
  ['Altrincham ward', 'Altrincham ward, ward (area) 53.387, -2.349; no postcode; E05000002 E08000009'],
  ['Sale Central', 'Sale Central ward, ward (area) 53.425, -2.32; no postcode; E05000001 E08000009'],
  // of two the one nearer to home, though the other is larger
  ['Newton', 'Newton, town (area) 53.45, -2.6; no postcode; '],
  // a slip leads to no far place: Stamford is 90 miles off
  ['Stamfort', null],
  ['Stamford', 'Stamford, town (area) 52.65, -0.48; no postcode; '],
  // and short names forgive nothing
  ['Elx', null],
  // more than one thing said
  [
    '12 School Road, Sale, M33 7XZ',
    'M33 7XZ, postcode (postcode) 53.424, -2.321; M33 7XZ; E05000001 E08000009',
  ],
  ['Sale M33', 'M33, outcode (area) 53.422, -2.322; M33; E08000009'],
  ['Sale M33 2', 'M33 2, sector (area) 53.42, -2.3; M33 2; E08000009'],
  ['Sale, Greater Manchester', SALE],
  ['Nowhere in particular, Sale', SALE],
  // nothing
  ['', null],
  ['   ', null],
  ['xyzzy', null],
  ['%%% ; drop table', null],
  ['🙂', null],
  ['a'.repeat(5000), null],
])('%j', async (text, is) => expect(await said(text)).toBe(is))

test('without a home the weightier of two is meant', async () =>
  expect(await said('Newton', null)).toBe('Newton, town (area) 51.5, -3.7; no postcode; '))

test.each([
  ['sa', ['Sale', 'Sale Central ward']],
  ['Alt', ['Altrincham']],
  ['saint', ['St. Helens', 'Stamford']],
  ['new', ['Newton']],
  ['s', []],
  ['zz', []],
  ['', []],
])('places that begin with %j', async (text, labels) =>
  expect((await placesBeginning(text, tables, HOME, 5)).map(({ label }) => label)).toEqual(labels),
)

test('suggestions are as many as asked', async () =>
  expect(await placesBeginning('sa', tables, HOME, 1)).toEqual([
    { label: 'Sale', kind: 'town', point: { lat: 53.424, lng: -2.322 } },
  ]))
