/** When two sources speak of one thing: a table of what is sure, what is doubtful, and what is not. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hostKey, identityOf, nameKey } from '../../src/imports/matching/identity.ts'
import { match } from '../../src/imports/matching/match.ts'
import { compare, type Compared, type Side } from '../../src/imports/matching/compare.ts'
import { likenessOf } from '../../src/imports/matching/name-likeness.ts'
import { sideOf, sideOfStatements } from '../../src/imports/matching/side.ts'
import { matchingSchema } from '../../src/imports/matching/weights.ts'
import { readMatching } from '../../src/app/read-matching.ts'
import { inRoot } from '../../src/app/root.ts'
import type { Statement } from '../../src/listings/claims.ts'
import { slugChoices, slugOf } from '../../src/imports/matching/slug.ts'
import { fields } from '../fixtures.ts'

test.each([
  ['The Kettle-On Club', 'kettle on club'],
  ["St Mary's Church & Hall", 'st marys church and hall'],
  ['St. Mary’s Church and Hall', 'st marys church and hall'],
  ['Kettle On C.I.C.', 'kettle on'],
  ['KETTLE ON LTD', 'kettle on'],
  ['Llyfrgell Tŷ Mawr', 'llyfrgell ty mawr'],
  ['The', 'the'],
  ['Kettle  On (Sale)', 'kettle on sale'],
])('%s is compared as %s', (name, key) => expect(nameKey(name)).toBe(key))

test.each([
  ['https://www.example.org/a?b', 'example.org'],
  ['http://kettle.example.org', 'kettle.example.org'],
  ['https://www.facebook.com/kettle', null],
  [undefined, null],
])('the host of %s is %s', (url, host) => expect(hostKey(url)).toBe(host))

test('identity of a listing', () =>
  expect(
    identityOf(
      fields({
        name: 'Kettle On Ltd',
        places: [{ postcode: 'M33 2AB' }],
        phone: { number: '0161 496 0000', visible: true },
        website: 'https://www.example.org/kettle',
      }),
    ),
  ).toEqual({ name: 'kettle on', postcode: 'M33 2AB', phone: '01614960000', host: 'example.org' }))

const side = (name: string, over: Partial<Side> = {}): Side => ({
  names: [name],
  postcodes: [],
  points: [],
  phones: [],
  hosts: [],
  orgIds: [],
  placeWords: [],
  ...over,
})
const matching = readMatching()
const SALE = { postcodes: ['M33 2AB'] }
const BOLTON = { postcodes: ['BL1 1AA'] }
const PHONE = { phones: ['01614960001'] }
const OTHER_PHONE = { phones: ['01614960002'] }
const WEB = { hosts: ['kettle.example.org'] }
const OTHER_WEB = { hosts: ['other.example.org'] }
const DOOR = { points: [{ lat: 53.4242, lng: -2.3187 }] }
/** About 78 m and 156 m north of it. */
const NEAR = { points: [{ lat: 53.4249, lng: -2.3187 }] }
const FAR = { points: [{ lat: 53.4256, lng: -2.3187 }] }

describe('two tellings of one thing?', () => {
  test.each<[string, string, Partial<Side>, string, Partial<Side>, Compared['is']]>([
    ['the name alone', 'Kettle On', {}, 'Kettle On', {}, 'different'],
    ['name and postcode', 'Kettle On', SALE, 'Kettle On', SALE, 'same'],
    ['the place alone', 'Kettle On', SALE, 'Sale Singers', SALE, 'different'],
    ['a name elsewhere', 'Kettle On', SALE, 'Kettle On', BOLTON, 'different'],
    ['doors 78 m apart', 'Kettle On', DOOR, 'Kettle On', NEAR, 'same'],
    ['doors 156 m apart', 'Kettle On', DOOR, 'Kettle On', FAR, 'different'],
    [
      'near doors beside other postcodes',
      'Kettle On',
      { ...SALE, ...DOOR },
      'Kettle On',
      { ...BOLTON, ...NEAR },
      'same',
    ],
    [
      'a chain with one website',
      'Kettle On',
      { ...SALE, ...WEB },
      'Kettle On',
      { ...BOLTON, ...WEB },
      'different',
    ],
    [
      'one that moved',
      'Kettle On',
      { ...SALE, ...WEB, ...PHONE },
      'Kettle On',
      { ...BOLTON, ...WEB, ...PHONE },
      'ask',
    ],
    ['no place, but the same telephone', 'Kettle On', PHONE, 'Kettle On', { ...PHONE, ...SALE }, 'ask'],
    [
      'another telephone alone',
      'Kettle On',
      { ...SALE, ...PHONE },
      'Kettle On',
      { ...SALE, ...OTHER_PHONE },
      'same',
    ],
    [
      'another telephone and another website',
      'Kettle On',
      { ...SALE, ...PHONE, ...WEB },
      'Kettle On',
      { ...SALE, ...OTHER_PHONE, ...OTHER_WEB },
      'ask',
    ],
    [
      'one number of a register',
      'Kettle On',
      { orgIds: ['GB-CHC-1'] },
      'Kettle On Ltd',
      { orgIds: ['GB-CHC-1'] },
      'same',
    ],
    [
      'branches of one charity',
      'Kettle On',
      { orgIds: ['GB-CHC-1'], ...SALE },
      'Kettle On',
      { orgIds: ['GB-CHC-1'], ...BOLTON },
      'different',
    ],
    [
      'two numbers of one register',
      'Kettle On',
      { orgIds: ['GB-CHC-1'], ...SALE },
      'Kettle On',
      { orgIds: ['GB-CHC-2'], ...SALE },
      'different',
    ],
    [
      'numbers of two registers',
      'Kettle On',
      { orgIds: ['GB-CHC-1'], ...SALE },
      'Kettle On',
      { orgIds: ['GB-COH-2'], ...SALE },
      'same',
    ],
    ['only words that all have', 'Food Bank', SALE, 'Foodbank', SALE, 'same'],
    ['nothing but such words, each', 'Community Club', SALE, 'Community Association', SALE, 'ask'],
  ])('%s', (_, a, at, b, beside, expected) => {
    expect(compare(side(a, at), side(b, beside), matching).is).toBe(expected)
    expect(compare(side(b, beside), side(a, at), matching).is).toBe(expected)
  })
})

/** Of the same postcode, and nothing else to go by. */
test.each<[string, string, Compared['is']]>([
  ['Broadheath Central FC', 'Broadheath Central Football Club', 'same'],
  ['Broadheath Central A.F.C. Limited', 'Broadheath Central Football Club', 'same'],
  ['St Mark’s Lunch Club', "Saint Mark's Lunch Club", 'same'],
  ['Walk & Talk', 'Walk and Talk', 'same'],
  ['Singers of Sale', 'Sale Singers', 'same'],
  ['Knit and Natter', 'Knitt and Nater', 'different'],
  ['Mawsley Cricket Club', 'Mansley C C', 'same'],
  ['Kettle On Bowling Clu b', 'Kettle On Bowling Club', 'same'],
  ['Talk Listen Change (TLC)', 'TLC: Talk, Listen, Change', 'same'],
  ['Home-Start Sale', 'Homestart Sale', 'same'],
  ['Kettle On Ladies', 'Kettle On', 'different'],
  ['Kettle On Ladies Choir', 'Kettle On Mens Choir', 'different'],
  ['Sale United Under 12s', 'Sale United Under 14s', 'different'],
  ['Sale United FC Juniors', 'Sale United FC', 'different'],
  ['1st Sale Scout Group', '2nd Sale Scout Group', 'different'],
  ['21 Club', '12 Club', 'different'],
  ['Sale Cricket Club', 'Sale Hockey Club', 'different'],
  ['Friends of Sale Library', 'Sale Library', 'different'],
  ['Kettle On (Dementia Service)', 'Kettle On', 'different'],
  ['Kettle On Altrincham Office', 'Kettle On Altrincham', 'ask'],
])('%s and %s in one building: %s', (a, b, expected) => {
  expect(compare(side(a, SALE), side(b, SALE), matching).is).toBe(expected)
  expect(compare(side(b, SALE), side(a, SALE), matching).is).toBe(expected)
})

test('a name is what it is like in all its parts, or not at all: the same words are 1, none are 0', () => {
  const share = (a: string, b: string) => likenessOf(a, b, new Set(), matching).share
  expect(share('Kettle On', 'KETTLE ON')).toBe(1)
  expect(share('Kettle On', 'Sale Singers')).toBe(0)
  expect(share('', 'Sale Singers')).toBe(0)
})

test.each(['constructor', 'Constructor Club', 'valueOf the isPrototypeOf', '__proto__ hasOwnProperty'])(
  '%s is a name like others',
  (name) => {
    expect(likenessOf(name, name, new Set(), matching).share).toBe(1)
    expect(likenessOf(name, `${name} Tango`, new Set(), matching).share).toBeGreaterThan(0.3)
  },
)

describe('which of several listings', () => {
  const at = (listing: string, name: string, over: Partial<Side>) => ({ listing, side: side(name, over) })
  test.each<[string, ReturnType<typeof at>[], string]>([
    ['none', [], 'none'],
    ['the one', [at('A', 'Kettle On', SALE), at('B', 'Sale Singers', SALE)], 'same A'],
    ['two of one name and place', [at('A', 'Kettle On', SALE), at('B', 'Kettle On', SALE)], 'ask A B'],
    [
      'of the two, the one of the same telephone',
      [at('A', 'Kettle On', SALE), at('B', 'Kettle On', { ...SALE, ...PHONE })],
      'same B',
    ],
    [
      'the likelier one first',
      [at('A', 'Kettle On', PHONE), at('B', 'Kettle On', { ...PHONE, ...WEB })],
      'ask B A',
    ],
  ])('%s', (_, known, expected) => {
    const found = match(side('Kettle On', { ...SALE, ...PHONE, ...WEB }), known, matching)
    const ids =
      found.is === 'same'
        ? [found.listing]
        : found.is === 'ask'
          ? found.listings.map(({ listing }) => listing)
          : []
    expect([found.is, ...ids].join(' ')).toBe(expected)
  })
})

describe('a place that is kept secret', () => {
  const place = { postcode: 'M33 2AB', point: { lat: 53.4242, lng: -2.3187 }, precision: 'exact' as const }
  test('is not compared, whoever else tells it', () => {
    expect(sideOf({ name: 'Haven', places: [place] })).toMatchObject({
      postcodes: ['M33 2AB'],
      points: [place.point],
    })
    expect(sideOf({ name: 'Haven', places: [{ ...place, masked: true }] })).toMatchObject({
      postcodes: [],
      points: [],
    })
    const said = (source: string, masked: boolean): Statement => ({
      listing: 'A',
      source,
      fields: {
        places: { value: [{ ...place, masked }], at: '2026-11-22T09:00:00Z', by: 'source', how: 'file' },
      },
    })
    expect(sideOfStatements([said('one', false), said('two', true)], [])).toMatchObject({
      postcodes: [],
      points: [],
    })
  })
  test('finds nothing: its identity has no postcode', () =>
    expect(identityOf(fields({ places: [{ ...place, masked: true }] })).postcode).toBeNull())
})

test.each<[string, object, string]>([
  [
    'a limit to ask above the limit to merge',
    { limits: { ask: { value: 90, unit: 'points', why: 'x' } } },
    'ask',
  ],
  ['a weight without a reason', { points: { name: { value: 60, unit: 'points', why: '' } } }, 'why'],
  ['points that nobody counts', { points: { colour: { value: 1, unit: 'points', why: 'x' } } }, 'colour'],
])('data/matching.json is refused with %s', (_, over, word) => {
  const file = JSON.parse(readFileSync(inRoot('data/matching.json'), 'utf8'))
  for (const [part, change] of Object.entries(over)) Object.assign(file[part], change)
  const read = matchingSchema.safeParse(file)
  expect(JSON.stringify(read.error?.issues ?? [])).toContain(word)
})

test.each([
  ["St Mary's Café & Co.", 'st-marys-cafe-co'],
  ['Tŷ Mawr', 'ty-mawr'],
  ['東京', 'listing'],
  ['a'.repeat(100), 'a'.repeat(60)],
])('the address of %s', (name, slug) => expect(slugOf(name)).toBe(slug))

test('addresses to try, the last one surely free', () =>
  expect(slugChoices('Kettle On', '12345678-9abc-4def', 'M33 2AB').map((choice) => choice())).toEqual([
    'kettle-on',
    'kettle-on-m33',
    'kettle-on-789abc4def',
  ]))
