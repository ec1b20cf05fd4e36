/** Two sources tell of one place, and only one of them knows the door. */
import { expect, test } from 'vitest'
import { readData } from '../../src/app/read-data.ts'
import type { Author, Statement } from '../../src/listings/claims.ts'
import type { Place } from '../../src/listings/listing.ts'
import { ranksSchema, settle } from '../../src/listings/settle.ts'

const ranks = readData('data/source-ranks.json', ranksSchema)
const DOOR = { lat: 53.4242, lng: -2.3181 }
const MIDDLE = { lat: 53.425, lng: -2.32 }
const door: Place = { postcode: 'M33 2AB', point: DOOR, precision: 'exact' }
const rough: Place = { postcode: 'M33 2AB', point: MIDDLE, precision: 'postcode' }
const shop = { address: '1 High Street' }

type Said = [source: string, by: Author, day: string, place: Place]
const told = (said: Said[]): Statement[] =>
  said.map(([source, by, day, place]) => {
    const about = { at: `${day}T09:00:00.000Z`, by, how: 'file' } as const
    return {
      listing: 'a',
      source,
      fields: { name: { value: 'A', ...about }, places: { value: [place], ...about } },
    }
  })

test.each<[string, Said[], Place]>([
  [
    'the later word knows only the postcode',
    [
      ['a', 'source', '2026-05-01', door],
      ['b', 'source', '2026-06-01', { ...rough, ...shop }],
    ],
    { ...door, ...shop },
  ],
  [
    'a group typed its address',
    [
      ['a', 'source', '2026-05-01', { ...door, address: '1, High Street' }],
      ['group', 'group', '2026-06-01', { ...rough, ...shop }],
    ],
    { ...door, ...shop },
  ],
  [
    'it has moved: another postcode',
    [
      ['a', 'source', '2026-05-01', door],
      ['b', 'source', '2026-06-01', { ...rough, postcode: 'M33 3BB' }],
    ],
    { ...rough, postcode: 'M33 3BB' },
  ],
  [
    'another door of the same postcode',
    [
      ['a', 'source', '2026-05-01', { ...door, address: '9 High Street' }],
      ['b', 'source', '2026-06-01', { ...rough, ...shop }],
    ],
    { ...rough, ...shop },
  ],
  [
    'the later of two doors',
    [
      ['a', 'source', '2026-05-01', door],
      ['b', 'source', '2026-05-02', { ...door, point: { lat: 53.4243, lng: -2.3181 } }],
      ['c', 'source', '2026-06-01', rough],
    ],
    { ...door, point: { lat: 53.4243, lng: -2.3181 } },
  ],
])('%s', (_, said, shown) => {
  for (const order of [said, said.toReversed()]) {
    const settled = settle(told(order), ranks)
    expect(settled.is === 'settled' && settled.fields.places).toEqual([shown])
  }
})

test('a secret place is sharpened by nobody', () => {
  const settled = settle(
    told([
      ['a', 'source', '2026-05-01', door],
      ['group', 'group', '2026-06-01', { ...rough, masked: true }],
    ]),
    ranks,
  )
  expect(settled.is === 'settled' && settled.fields.places[0]).toMatchObject({
    precision: 'area',
    masked: true,
  })
})
