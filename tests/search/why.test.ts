/** Why a listing is among what was found, in the words of the card. */
import { expect, it } from 'vitest'
import { whySaid, whySentences } from '../../src/app/find/why-said.ts'
import type { Catchment, Listing, Place } from '../../src/listings/listing.ts'
import { areaNames } from '../../src/places/area-names.ts'
import { METRES_PER_MILE } from '../../src/places/geo.ts'
import { ANYBODY, practiceTokens, type Living } from '../../src/search/serves.ts'
import { whyHere, type Asked } from '../../src/search/why.ts'
import { texts } from '../../src/text/texts.ts'
import { MIDDLE, north } from './listings.ts'
import { SQUARES, squareAreas } from './squares.ts'

const areas = areaNames(squareAreas())
const HOME: Living = {
  ...ANYBODY,
  areaCodes: ['E05000001', 'E08000001'],
  outlines: new Set(squareAreas().map(({ code }) => code)),
  postcode: 'M33 2AA',
}
const asked: Asked = { near: { ...MIDDLE, ...HOME }, practice: [], areas }
const inAreas = (codes: string[], names: string[] = []): Catchment => ({ kind: 'areas', codes, names })
const starts = (...them: string[]): Catchment => ({ kind: 'postcodes', starts: them })
const patients = (...names: string[]): Catchment => ({ kind: 'practices', codes: [], names })

const why = (
  how: Listing['how'],
  catchment: Catchment | undefined,
  miles: number | null,
  at: Asked | null = asked,
) =>
  whyHere(
    { how, catchment, places: [{ point: north(miles ?? 3) }] },
    miles && miles * METRES_PER_MILE,
    false,
    at,
  )

it.each<[string, Listing['how'], Catchment | undefined, number | null, string]>([
  ['near, for all who come', ['in-person'], undefined, 0.6, '0.6 miles'],
  ['near, for anybody', ['in-person'], { kind: 'anyone' }, 0.6, '0.6 miles'],
  [
    'near, for their district',
    ['in-person'],
    inAreas(['E08000001']),
    0.6,
    '0.6 miles. Serves all of Westing',
  ],
  ['far, for their district', ['in-person'], inAreas(['E08000001']), 6.1, '6.1 miles. Serves all of Westing'],
  [
    'two districts',
    ['in-person'],
    inAreas(['E08000001', 'E08000002']),
    1,
    '1.0 miles. Serves Westing and Easting',
  ],
  [
    'many areas, theirs first',
    ['in-person'],
    inAreas(['E08000009', 'E08000008', 'E08000001'], ['Far', 'Farther', 'Westing']),
    1,
    '1.0 miles. Serves Westing and 2 other areas',
  ],
  ['their ward', ['in-person'], inAreas(['E05000001']), 1, '1.0 miles. Serves Brook ward'],
  [
    'two wards',
    ['in-person'],
    inAreas(['E05000001', 'E05000002']),
    1,
    '1.0 miles. Serves Brook and Ford wards',
  ],
  [
    'three wards',
    ['in-person'],
    inAreas(SQUARES.west.slice(0, 3)),
    1,
    '1.0 miles. Serves 3 wards in Westing',
  ],
  ['all of its wards', ['in-person'], inAreas(SQUARES.west), 1, '1.0 miles. Serves all of Westing'],
  [
    'wards of two districts',
    ['in-person'],
    inAreas([...SQUARES.west.slice(0, 3), ...SQUARES.east.slice(0, 2)]),
    1,
    '1.0 miles. Serves 5 wards',
  ],
  [
    'a ward that nobody here knows',
    ['in-person'],
    inAreas(['E05099999'], ['Elsewhere']),
    1,
    '1.0 miles. For people in Elsewhere: ask first',
  ],
  [
    'an area without a name',
    ['in-person'],
    inAreas(['E10000001']),
    1,
    '1.0 miles. For people in some areas only',
  ],
  [
    'another district',
    ['in-person'],
    inAreas(['E08000002']),
    0.3,
    '0.3 miles. For people in Easting: ask first',
  ],
  [
    'wards of another district',
    ['in-person'],
    inAreas(SQUARES.east.slice(0, 3)),
    0.3,
    '0.3 miles. For people in 3 wards in Easting: ask first',
  ],
  ['their outcode', ['home-visit'], starts('M33'), null, 'Comes to you. Serves M33'],
  ['two outcodes', ['home-visit'], starts('M41', 'M33'), null, 'Comes to you. Serves M33 and M41'],
  [
    'more outcodes',
    ['home-visit'],
    starts('M41', 'M33', 'M32'),
    null,
    'Comes to you. Serves M33 and 2 other postcode areas',
  ],
  ['another outcode', ['in-person'], starts('M41'), 0.5, '0.5 miles. For people in M41: ask first'],
  [
    'within miles',
    ['home-visit'],
    { kind: 'radius', miles: 5 },
    null,
    'Comes to you. Serves people within 5 miles',
  ],
  [
    'within fewer miles',
    ['in-person'],
    { kind: 'radius', miles: 2 },
    3,
    '3.0 miles. For people within 2 miles: ask first',
  ],
  ['by telephone, for anybody', ['phone'], { kind: 'anyone' }, null, 'By telephone'],
  ['by telephone, nobody said whom', ['phone'], undefined, null, 'By telephone'],
  [
    'by video, for England',
    ['video'],
    { kind: 'country', code: 'GB-ENG' },
    null,
    'Online. Serves all of England',
  ],
  [
    'by telephone, for Great Britain',
    ['phone'],
    { kind: 'country', code: 'GB' },
    null,
    'By telephone. Serves all of Great Britain',
  ],
  [
    'here, for Wales',
    ['in-person'],
    { kind: 'country', code: 'GB-WLS' },
    1,
    '1.0 miles. For people in Wales: ask first',
  ],
  ['patients', ['in-person'], patients('Elm Surgery'), 1, '1.0 miles. For patients of Elm Surgery'],
  [
    'patients of some',
    ['in-person'],
    { kind: 'practices', codes: ['P1'], names: [] },
    1,
    '1.0 miles. For patients of some GP practices',
  ],
])('%s', (_, how, catchment, miles, said) => {
  const sentences = whySentences(whySaid(why(how, catchment, miles), texts('en')))
  expect(sentences.join('. ')).toBe(said)
})

it('names the practice that was asked about, and asks where it is another', () => {
  const of = (name: string): Asked => ({ near: null, practice: practiceTokens([name]), areas })
  const said = (name: string) =>
    whySaid(
      why(['in-person'], patients('Oak Surgery', 'Elm Surgery', 'Ash Surgery'), null, of(name)),
      texts('en'),
    )
  expect(said('Elm Surgery')).toMatchObject({
    whom: 'Serves patients of Elm Surgery and 2 other practices',
    leftOut: false,
  })
  expect(said('Fir Surgery')).toMatchObject({
    whom: 'For patients of Oak Surgery and 2 other practices: ask first',
    leftOut: true,
  })
})

it('promises nothing to a town on a border, of which only the middle is known to lie in the district', () => {
  const border: Asked = { ...asked, near: { ...MIDDLE, ...HOME, slack: 5000, sure: false } }
  const said = whySaid(why(['in-person'], inAreas(['E08000001']), 6.1, border), texts('en'))
  expect(said).toMatchObject({ arm: '6.1 miles', whom: 'For people in Westing', leftOut: false })
})

it('says how it comes to people where no place was asked about, and nothing of whom it is for', () => {
  expect(whySentences(whySaid(why(['phone'], inAreas(['E08000002']), null, null), texts('en')))).toEqual([
    'By telephone',
  ])
})

it('says that nobody knows how far it is where no place is said, to whoever asked from somewhere', () => {
  const said = (how: Listing['how'], at: Asked | null, lang: 'en' | 'cy' = 'en') =>
    whySentences(
      whySaid(
        whyHere({ how, catchment: undefined, places: [{ town: 'Sale' }] }, null, false, at),
        texts(lang),
      ),
    )
  expect(said(['in-person'], asked)).toEqual(['Distance not known'])
  expect(said([], asked, 'cy')).toEqual(['Pellter anhysbys'])
  expect(said(['phone'], asked)).toEqual(['By telephone'])
  expect(said(['in-person'], null)).toEqual([])
})

it('says about how far it is where only the area is known', () => {
  const listing = { how: ['in-person' as const], catchment: undefined, places: [] }
  expect(whySaid(whyHere(listing, 1000, true, asked), texts('en')).arm).toBe('about 1 mile')
})

it('never tells how far a secret door is from somewhere', () => {
  const DOOR = { lat: 53.42781, lng: -2.31234 }
  const secret: Place = { town: 'Sale', postcode: 'M33 9ZZ', point: DOOR, precision: 'exact', masked: true }
  const listing = {
    how: ['home-visit' as const],
    catchment: { kind: 'radius' as const, miles: 0.1 },
    places: [secret],
  }
  const there: Asked = { ...asked, near: { ...DOOR, ...HOME } }
  expect(whyHere(listing, null, true, there).find((it) => it.is === 'for')?.stand).not.toBe('here')
})

it('has Welsh words for all of it', () => {
  const said = (catchment: Catchment) =>
    whySentences(whySaid(why(['in-person'], catchment, 1), texts('cy'))).join('. ')
  expect(said(inAreas(['E08000001']))).toBe('1.0 filltir. Yn gwasanaethu Westing i gyd')
  expect(said(inAreas(['E08000002']))).toContain('gofynnwch yn gyntaf')
})

it.each<[string, Listing['how'], Catchment | undefined, number | null, boolean]>([
  ['near, for all who come', ['in-person'], undefined, 0.6, true],
  ['near, for their district', ['in-person'], inAreas(['E08000001']), 0.6, true],
  ['far, for their district', ['in-person'], inAreas(['E08000001']), 6.1, false],
  ['near, for another district', ['in-person'], inAreas(['E08000002']), 0.6, false],
  ['near, for patients', ['in-person'], patients('Elm Surgery'), 0.6, false],
  ['comes to them, for their district', ['home-visit'], inAreas(['E08000001']), null, false],
  ['by telephone, for the country', ['phone'], { kind: 'country', code: 'gb' }, null, true],
])('a card is told whether the arm says enough: %s', (_, how, catchment, miles, plain) => {
  expect(whySaid(why(how, catchment, miles), texts('en'), 5).plain).toBe(plain)
})
