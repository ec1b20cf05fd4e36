/** Small rules of the pages, as tables. */
import { describe, expect, test } from 'vitest'
import { jsonLd } from '../../src/components/listing/json-ld.ts'
import { inLang, spoken } from '../../src/components/path.ts'
import { grouped, split } from '../../src/components/search/groups.ts'
import { around } from '../../src/components/search/paging.ts'
import { costAndJoining, placeLine } from '../../src/components/words.ts'
import { en } from '../../src/text/en.ts'
import { aListing } from '../fixtures.ts'

test.each([
  ['en', '/', '/'],
  ['cy', '/', '/cy'],
  ['cy', '/?a=1', '/cy?a=1'],
  ['cy', '/search', '/cy/search'],
  ['cy', '/search?what=a', '/cy/search?what=a'],
  ['cy', '/cy/search', '/cy/search'],
  ['cy', '/cycling', '/cy/cycling'],
  ['en', '/cy', '/cy'],
] as const)('in %s %s is %s', (lang, path, expected) => {
  expect(inLang(lang, path)).toBe(expected)
})

test.each([
  ['/search', 'en', '/search'],
  ['/cy', 'cy', '/'],
  ['/cy/', 'cy', '/'],
  ['/cy/listing/a', 'cy', '/listing/a'],
  ['/cycling', 'en', '/cycling'],
  ['//example.org', 'en', '/example.org'],
  ['/cy//example.org', 'cy', '/example.org'],
  ['/cy/\\example.org', 'cy', '/example.org'],
])('%s is %s and %s', (path, lang, rest) => {
  expect(spoken(path)).toEqual({ lang, path: rest })
})

test.each([
  [1, 1, '1'],
  [1, 2, '1 2'],
  [1, 9, '1 2 … 9'],
  [3, 9, '1 2 3 4 … 9'],
  [4, 9, '1 2 3 4 5 … 9'],
  [5, 9, '1 … 4 5 6 … 9'],
  [9, 9, '1 … 8 9'],
])('page %i of %i shows %s', (page, pages, expected) => {
  expect(
    around(page, pages)
      .map((one) => one ?? '…')
      .join(' '),
  ).toBe(expected)
})

const choices = (count: number, chosen: number[] = []) =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    label: `Choice ${i}`,
    count: count - i,
    chosen: chosen.includes(i),
  }))

describe('filters', () => {
  test.each([
    ['ten', choices(10), 10, 0],
    ['eleven', choices(11), 8, 3],
    ['one of the rest is chosen', choices(20, [15]), 9, 11],
  ])('%s', (_name, list, first, rest) => {
    const parts = split(list)
    expect([parts.first.length, parts.rest.length]).toEqual([first, rest])
  })

  test('a group with something chosen stands open, an empty one is left out', () => {
    const groups = grouped({ cost: choices(3, [1]), access: choices(2), language: [] }, false)
    expect(groups.map(({ id, open, count }) => `${id} ${open ? 'open' : 'shut'} ${count}`)).toEqual([
      'who shut 0',
      'cost open 1',
      'access shut 0',
    ])
  })
})

test.each([
  [{}, 'Cost not known: ask them'],
  [{ cost: { kind: 'free' as const } }, 'Free'],
  [
    { cost: { kind: 'free' as const }, join: { ways: ['turn-up' as const], referral_by: [] } },
    'Free · Just turn up',
  ],
])('cost and joining of %j', (over, expected) => {
  expect(costAndJoining(aListing(over), en)).toBe(expected)
})

const hall = { name: 'The Hall', town: 'Sale', postcode: 'M33 2AB' }
test.each([
  ['one place', [hall], 'The Hall, Sale, M33\u00a02AB'],
  ['the town is the name', [{ ...hall, name: 'Sale' }], 'Sale, M33\u00a02AB'],
  ['hidden', [{ town: 'Sale', postcode: 'M33', masked: true }], 'Address kept secret, Sale'],
  ['two places', [hall, hall], 'The Hall, Sale, M33\u00a02AB and 1 other place'],
])('where: %s', (_name, places, expected) => {
  expect(placeLine(aListing({ places }), places[0] ?? null, en)).toBe(expected)
})

test.each([
  [['phone' as const], 'By telephone'],
  [['phone' as const, 'home-visit' as const], 'By telephone · They come to your home'],
  [['in-person' as const], null],
])('without a place, %j is said as %s', (how, expected) => {
  expect(placeLine(aListing({ how, places: [] }), null, en)).toBe(expected)
})

describe('JSON-LD', () => {
  const shown = (over: Parameters<typeof aListing>[0]) =>
    jsonLd({ listing: aListing(over), group: null, address: null })

  test('no value can end the script it stands in', () => {
    expect(shown({ name: '</script><script>alert(1)</script>' })).not.toContain('<')
  })

  test('a hidden place is not told, nor a point that is no door', () => {
    const point = { lat: 53.4, lng: -2.3 }
    expect(shown({ places: [{ town: 'Sale', point, precision: 'area', masked: true }] })).not.toContain(
      'Sale',
    )
    expect(shown({ places: [{ ...hall, point, precision: 'postcode' }] })).not.toContain('latitude')
    expect(shown({ places: [{ ...hall, point, precision: 'exact' }] })).toContain('"latitude":53.4')
  })
})
