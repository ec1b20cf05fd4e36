/** A hidden place stays hidden: no later or better known source may sharpen it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Author, Statement } from '../../src/listings/claims.ts'
import type { Place } from '../../src/listings/listing.ts'
import { ranksSchema, settle } from '../../src/listings/settle.ts'

const RANKS = ranksSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/source-ranks.json', import.meta.url), 'utf8')),
)
const DOOR: Place = {
  name: 'The Larches',
  address: '12 Norris Road',
  town: 'Sale',
  postcode: 'M33 2AB',
  point: { lat: 53.42417, lng: -2.31864 },
  precision: 'exact',
  area_codes: ['E05000836'],
}
const HIDDEN: Place = { ...DOOR, masked: true }
const CUT: Place = {
  town: 'Sale',
  postcode: 'M33',
  point: { lat: 53.42, lng: -2.32 },
  precision: 'area',
  area_codes: ['E05000836'],
  masked: true,
}
const OFFICE: Place = { address: '1 High Street', postcode: 'M33 7XX', precision: 'postcode' }
const OFFICE_CUT: Place = { postcode: 'M33', precision: 'area', masked: true }
const bare = (over: Partial<Place>): Place => ({ masked: true, ...over })
const cut = (over: Partial<Place>): Place => ({ precision: 'area', masked: true, ...over })

type Said = [source: string, by: Author, at: string, places: Place[] | null]
function settled(said: Said[]) {
  const statements = said.map(([source, by, at, value]) => ({
    listing: 'l1',
    source,
    fields: {
      name: { value: 'A safe place', at: `${at}T09:00:00Z`, by, how: 'form' },
      places: { value, at: `${at}T09:00:00Z`, by, how: 'form' },
    },
  })) as Statement[]
  const result = settle(statements, RANKS)
  if (result.is !== 'settled') throw new Error('it has no name')
  expect(settle(statements.toReversed(), RANKS)).toEqual(result)
  return result
}

/** what, who says what, what is shown */
const CASES: [string, Said[], Place[]][] = [
  ['an open place is shown as it is', [['a', 'source', '2026-05-01', [DOOR]]], [DOOR]],
  [
    'a hidden one is cut even if its own source gave the door',
    [['a', 'group', '2026-05-01', [HIDDEN]]],
    [CUT],
  ],
  [
    'a newer file cannot sharpen it',
    [
      ['a', 'source', '2026-05-01', [HIDDEN]],
      ['b', 'source', '2026-06-01', [DOOR]],
    ],
    [CUT],
  ],
  [
    'nor the group itself over a file that hides it',
    [
      ['a', 'source', '2026-05-01', [HIDDEN]],
      ['g', 'group', '2026-06-01', [DOOR]],
    ],
    [CUT],
  ],
  [
    'nor is it sharpened where the hiding claim is only a guess',
    [
      ['a', 'suggested', '2026-05-01', [HIDDEN]],
      ['g', 'group', '2026-06-01', [DOOR]],
    ],
    [CUT],
  ],
  [
    'with an open office beside it, said by one source',
    [['g', 'group', '2026-06-01', [OFFICE, HIDDEN]]],
    [OFFICE, CUT],
  ],
  [
    'said by two, nobody knows which is which: both are cut',
    [
      ['a', 'source', '2026-05-01', [HIDDEN]],
      ['g', 'group', '2026-06-01', [OFFICE, HIDDEN]],
    ],
    [OFFICE_CUT, CUT],
  ],
  [
    'no place at all stays no place',
    [
      ['a', 'source', '2026-05-01', [HIDDEN]],
      ['g', 'group', '2026-06-01', null],
    ],
    [],
  ],
  [
    'an area point is not moved',
    [['a', 'group', '2026-05-01', [bare({ point: { lat: 53.4321, lng: -2.3456 }, precision: 'area' })]]],
    [cut({ point: { lat: 53.4321, lng: -2.3456 } })],
  ],
  [
    'a point of unknown precision is',
    [['a', 'group', '2026-05-01', [bare({ point: { lat: 53.4361, lng: -2.3456 } })]]],
    [cut({ point: { lat: 53.44, lng: -2.35 } })],
  ],
  [
    'the middle of a postcode is',
    [['a', 'group', '2026-05-01', [bare({ point: { lat: 53.4361, lng: -2.3456 }, precision: 'postcode' })]]],
    [cut({ point: { lat: 53.44, lng: -2.35 } })],
  ],
  [
    'a postcode without its blank',
    [['a', 'group', '2026-05-01', [bare({ postcode: 'm332ab' })]]],
    [cut({ postcode: 'M33' })],
  ],
  [
    'a postcode of central London',
    [['a', 'group', '2026-05-01', [bare({ postcode: 'EC1A 1BB' })]]],
    [cut({ postcode: 'EC1A' })],
  ],
  [
    'the beginning of a postcode',
    [['a', 'group', '2026-05-01', [bare({ postcode: 'M33 2' })]]],
    [cut({ postcode: 'M33' })],
  ],
  [
    'only the first half',
    [['a', 'group', '2026-05-01', [bare({ postcode: 'M33' })]]],
    [cut({ postcode: 'M33' })],
  ],
  [
    'what is no postcode is dropped',
    [['a', 'group', '2026-05-01', [bare({ postcode: '12 Elm Rd' })]]],
    [cut({})],
  ],
]

test.each(CASES)('%s', (_, said, shown) => {
  expect(settled(said).fields.places).toEqual(shown)
})

test('the door is nowhere in what settling gives, not even among what others offer', () => {
  const result = settled([
    ['a', 'source', '2026-05-01', [HIDDEN]],
    ['b', 'source', '2026-06-01', [{ ...DOOR, address: '14 Norris Road', postcode: 'M33 2AC' }]],
    ['g', 'group', '2026-07-01', [DOOR]],
  ])
  expect(JSON.stringify(result)).not.toMatch(/Norris|Larches|2A[BC]|53\.424/)
  expect(result.differing).toEqual([])
})

test('two files that put the hidden place in different towns still differ', () => {
  const { differing } = settled([
    ['a', 'source', '2026-05-01', [HIDDEN]],
    ['b', 'source', '2026-06-01', [{ ...DOOR, town: 'Stretford' }]],
  ])
  expect(differing.map(({ field, offered }) => [field, offered.length])).toEqual([['places', 1]])
})
