import { expect, test } from 'vitest'
import { learnable } from '../../src/places/learnable.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'
import type { Place, Status } from '../../src/listings/listing.ts'

const DOOR: Place = { postcode: 'm33 2aa', point: { lat: 53.4251, lng: -2.3181 }, precision: 'exact' }

test.each<[string, Status, Partial<Place>, number]>([
  ['a door with its postcode', 'published', {}, 1],
  ['a draft', 'draft', {}, 0],
  ['an ended listing', 'ended', {}, 0],
  ['a hidden address', 'published', { masked: true }, 0],
  ['the middle of a postcode', 'published', { precision: 'postcode' }, 0],
  ['a point nobody vouches for', 'published', { precision: undefined }, 0],
  ['an outcode', 'published', { postcode: 'M33' }, 0],
  ['no postcode', 'published', { postcode: undefined }, 0],
  ['no point', 'published', { point: undefined }, 0],
  ['a point at sea', 'published', { point: { lat: 0, lng: 0 } }, 0],
])('%s', (_, status, over, rows) =>
  expect(learnable({ status, places: [{ ...DOOR, ...over }] })).toHaveLength(rows),
)

test('what is learned gives way to a table, never the other way round', async () => {
  const tables = tablesInMemory()
  const row = (lat: number) => ({ postcode: 'M33 2AA', lat, lng: -2.3, areaCodes: [] })
  const lat = async () => (await tables.postcodes(['M33 2AA'])).get('M33 2AA')?.lat
  await tables.learn([row(53.1)])
  await tables.learn([row(53.2)])
  expect(await lat()).toBe(53.2)
  await tables.putPostcodes([row(53.3)])
  await tables.learn([row(53.4)])
  expect(await lat()).toBe(53.3)
})
