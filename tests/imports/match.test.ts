/** When two sources speak of one thing: a table of what is sure, what is doubtful, and what is not. */
import { describe, expect, test } from 'vitest'
import { hostKey, identityOf, nameKey } from '../../src/imports/matching/identity.ts'
import { match, type Likeness } from '../../src/imports/matching/match.ts'
import { slugChoices, slugOf } from '../../src/imports/matching/slug.ts'
import type { Candidate } from '../../src/store/import-store.ts'
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

const SALE = { lat: 53.4242, lng: -2.3187 }
/** About 78 m and 156 m north of it. */
const NEAR = { lat: 53.4249, lng: -2.3187 }
const FAR = { lat: 53.4256, lng: -2.3187 }

const row = (over: Partial<Likeness>): Likeness => ({
  name: 'kettle on',
  postcode: null,
  phone: null,
  host: null,
  place: undefined,
  ...over,
})
const one = (over: Partial<Candidate>): Candidate => ({
  key: '',
  listing: 'A',
  name: 'kettle on',
  postcode: null,
  point: null,
  phone: null,
  host: null,
  ...over,
})
const at = (point: typeof SALE, precision: 'exact' | 'area' = 'exact') => ({ place: { point, precision } })

describe('match', () => {
  test.each<[string, Likeness, Candidate[], string]>([
    ['nobody of the name', row({}), [], 'none'],
    ['the name alone', row({}), [one({})], 'none'],
    ['name and postcode', row({ postcode: 'M33 2AB' }), [one({ postcode: 'M33 2AB' })], 'sure A'],
    ['another postcode', row({ postcode: 'M33 2AB' }), [one({ postcode: 'M33 2AC' })], 'none'],
    ['points 78 m apart', row(at(SALE)), [one({ point: NEAR })], 'sure A'],
    ['points 156 m apart', row(at(SALE)), [one({ point: FAR })], 'none'],
    ['the middle of an area is no point', row(at(SALE, 'area')), [one({ point: SALE })], 'none'],
    [
      'a point beside another postcode',
      row({ postcode: 'M33 2AB', ...at(SALE) }),
      [one({ postcode: 'M33 2AC', point: NEAR })],
      'sure A',
    ],
    [
      'two of one name and postcode',
      row({ postcode: 'M33 2AB' }),
      [one({ postcode: 'M33 2AB' }), one({ listing: 'B', postcode: 'M33 2AB' })],
      'doubtful A B',
    ],
    [
      'of the two, the one of the same telephone',
      row({ postcode: 'M33 2AB', phone: '1' }),
      [one({ postcode: 'M33 2AB', phone: '2' }), one({ listing: 'B', postcode: 'M33 2AB', phone: '1' })],
      'sure B',
    ],
    [
      'said of one listing by two sources',
      row({ postcode: 'M33 2AB' }),
      [one({ postcode: 'M33 2AB' }), one({ postcode: 'M33 2AB' })],
      'sure A',
    ],
    [
      'another telephone alone',
      row({ postcode: 'M33 2AB', phone: '1' }),
      [one({ postcode: 'M33 2AB', phone: '2' })],
      'sure A',
    ],
    [
      'another telephone and another website',
      row({ postcode: 'M33 2AB', phone: '1', host: 'a' }),
      [one({ postcode: 'M33 2AB', phone: '2', host: 'b' })],
      'doubtful A',
    ],
    [
      'no place, but the same telephone',
      row({ phone: '1' }),
      [one({ phone: '1', postcode: 'M33 2AB' })],
      'doubtful A',
    ],
    [
      'another place and the same website: a chain',
      row({ postcode: 'M33 2AB', host: 'a' }),
      [one({ postcode: 'BL1 1AA', host: 'a' })],
      'none',
    ],
  ])('%s', (_, it, candidates, expected) => {
    const found = match(it, candidates)
    const said =
      found.is === 'sure'
        ? `sure ${found.listing}`
        : found.is === 'doubtful'
          ? `doubtful ${found.listings.join(' ')}`
          : 'none'
    expect(said).toBe(expected)
  })
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
