/** Whom a listing is for, and what that says of one place. */
import { describe, expect, it } from 'vitest'
import type { Catchment, Listing } from '../../src/listings/listing.ts'
import { METRES_PER_MILE } from '../../src/places/geo.ts'
import {
  ANYBODY,
  foundBy,
  isReached,
  practiceTokens,
  servesOf,
  standOf,
  type Living,
} from '../../src/search/serves.ts'

type How = Listing['how']
const areas = (...codes: string[]): Catchment => ({ kind: 'areas', codes, names: [] })
const starts = (...them: string[]): Catchment => ({ kind: 'postcodes', starts: them })
/** It meets somewhere. */
const PLACED = [{ point: { lat: 53.42, lng: -2.32 } }]
const elm: Catchment = { kind: 'practices', codes: ['P91016'], names: ['Elm Surgery'] }

it.each<[string, How, Catchment | undefined, string]>([
  ['nobody said whom', ['in-person'], undefined, 'nothing'],
  ['not even how', [], undefined, 'nothing'],
  ['by telephone, nobody said whom', ['phone'], undefined, 'remote: all'],
  ['at home, nobody said whom', ['home-visit'], undefined, 'nothing'],
  ['in person and online, nobody said whom', ['in-person', 'online'], undefined, 'nothing'],
  ['anybody who comes', ['in-person'], { kind: 'anyone' }, 'visit: all'],
  ['anybody who rings', ['phone'], { kind: 'anyone' }, 'remote: all'],
  ['the whole country', ['phone'], { kind: 'country', code: 'GB' }, 'remote: all'],
  ['Wales', ['phone'], { kind: 'country', code: 'GB-WLS' }, 'remote: country:W'],
  ['Scotland by its own code', ['phone'], { kind: 'country', code: 'S92000003' }, 'remote: country:S'],
  ['England among areas', ['phone'], areas('E92000001'), 'remote: country:E'],
  ['a ward', ['home-visit'], areas('E05000001'), 'remote: area:E05000001'],
  ['postcodes', ['in-person'], starts('m33', 'M'), 'visit: postcode:M33 postcode:M'],
  ['a part of an outcode', ['video'], starts('m332'), 'remote: postcode:M33 2 some:M33'],
  ['one postcode', ['video'], starts('M33 2AB'), 'remote: postcode:M33 2AB some:M33 2 some:M33'],
  ['miles', ['online'], { kind: 'radius', miles: 3 }, 'remote: 3 miles'],
  ['patients', ['in-person'], elm, 'visit: practice:p91016 practice:elm surgery'],
])('says of %s', (_, how, catchment, said) => {
  const serves = servesOf({ how, catchment, places: PLACED })
  const who = serves && (serves.miles === null ? serves.who.join(' ') : `${serves.miles} miles`)
  expect(serves ? `${serves.remote ? 'remote' : 'visit'}: ${who}` : 'nothing').toBe(said)
})

describe('where nobody knows the place', () => {
  const own: Living = { ...ANYBODY, postcode: 'M33 2AA', own: true }
  const away: Living = { ...ANYBODY, postcode: 'LE1 1AA' }
  it.each<[string, How, Catchment | undefined, boolean, boolean]>([
    ['nothing is known', [], undefined, true, false],
    ['in person, somewhere', ['in-person'], undefined, true, false],
    ['in person, for anybody', ['in-person'], { kind: 'anyone' }, true, false],
    ['at home, nobody said whose', ['home-visit'], undefined, true, false],
    ['by telephone: from anywhere', ['phone'], undefined, true, true],
    ['for another district', ['in-person'], areas('E08000006'), false, false],
    ['for Wales', ['in-person'], { kind: 'country', code: 'GB-WLS' }, false, false],
  ])('%s: found in the own area %s', (_, how, catchment, here, there) => {
    for (const places of [[], [{ town: 'Nowhere' }]]) {
      const serves = servesOf({ how, catchment, places })
      const isFound = (living: Living) => isReached(serves, standOf(serves, Infinity, living, []))
      expect([isFound(own), isFound(away)]).toEqual([here, there])
    }
  })
  it('what meets somewhere is not found by it', () => {
    expect(servesOf({ how: ['in-person'], catchment: undefined, places: PLACED })).toBeNull()
  })
})

/** A door in Sale, all of it known; the town; and where only the district, or nothing, is known. */
const SALE: Living = { ...ANYBODY, areaCodes: ['E05015254', 'E08000009'], postcode: 'M33 2AA' }
const TOWN: Living = {
  ...ANYBODY,
  areaCodes: ['E08000009'],
  perhaps: ['E08000009', 'E08000003', 'E05015254', 'E05015250'],
  outlines: new Set(['E08000009', 'E08000003', 'E08000006', 'E05015254', 'E05015250', 'E05015240']),
  slack: 5000,
}
const M33: Living = { ...ANYBODY, postcode: 'M33', slack: 5000 }
const M332: Living = { ...ANYBODY, postcode: 'M33 2', slack: 2500 }
const CARDIFF: Living = { ...ANYBODY, areaCodes: ['W06000015'], postcode: 'CF10 1AA' }
/** No boundary file here: the outline of one district, and a door outside it. */
const OVER_THE_BORDER: Living = { ...ANYBODY, outlines: new Set(['E08000009']) }

it.each<[string, Catchment, Living, number, 'here' | 'elsewhere' | 'unsaid']>([
  ['anyone', { kind: 'anyone' }, ANYBODY, Infinity, 'here'],
  ['the whole country', { kind: 'country', code: 'GB' }, ANYBODY, Infinity, 'here'],
  ['Wales, from Cardiff', { kind: 'country', code: 'GB-WLS' }, CARDIFF, Infinity, 'here'],
  ['Wales by its ONS code', { kind: 'country', code: 'W92000004' }, CARDIFF, Infinity, 'here'],
  ['Wales, from Sale', { kind: 'country', code: 'GB-WLS' }, SALE, 0.1, 'elsewhere'],
  ['Wales, from nobody knows', { kind: 'country', code: 'GB-WLS' }, ANYBODY, 0.1, 'unsaid'],
  ['England, from a postcode alone', { kind: 'country', code: 'GB-ENG' }, M33, 9, 'here'],
  [
    'Wales, from a postcode on its border',
    { kind: 'country', code: 'GB-WLS' },
    { ...M33, postcode: 'CH4' },
    9,
    'here',
  ],
  ['2 miles, 1.9 away', { kind: 'radius', miles: 2 }, SALE, 1.9, 'here'],
  ['2 miles, 2.1 away', { kind: 'radius', miles: 2 }, SALE, 2.1, 'elsewhere'],
  ['2 miles, 2.1 away from the middle of a town', { kind: 'radius', miles: 2 }, TOWN, 2.1, 'unsaid'],
  ['2 miles, 5.2 away from the middle of a town', { kind: 'radius', miles: 2 }, TOWN, 5.2, 'elsewhere'],
  ['2 miles from nowhere', { kind: 'radius', miles: 2 }, SALE, Infinity, 'unsaid'],
  ['its ward', areas('E05015254'), SALE, 0.1, 'here'],
  ['its district', areas('E08000009'), SALE, 9, 'here'],
  ['another ward', areas('E05015239'), SALE, 0.1, 'elsewhere'],
  ['another ward, or its own', areas('E05015239', 'E05015254'), SALE, 0.1, 'here'],
  ['another district', areas('E08000006'), SALE, 0.1, 'elsewhere'],
  ['a county, of which nothing is known', areas('E10000016'), SALE, 0.1, 'unsaid'],
  ['a district no part of the town lies in', areas('E08000006'), TOWN, 0.1, 'elsewhere'],
  ['a district a part of the town may lie in', areas('E08000003'), TOWN, 0.1, 'unsaid'],
  ['a ward of the town', areas('E05015250'), TOWN, 0.1, 'unsaid'],
  ['a ward that the town surely does not touch', areas('E05015240'), TOWN, 0.1, 'elsewhere'],
  ['a ward without an outline', areas('E05099999'), TOWN, 0.1, 'unsaid'],
  ['a district, from outside its outline', areas('E08000009'), OVER_THE_BORDER, 0.1, 'elsewhere'],
  ['another district, from outside that outline', areas('E08000003'), OVER_THE_BORDER, 0.1, 'unsaid'],
  ['its outcode', starts('WA14', 'M33'), SALE, 9, 'here'],
  ['another outcode', starts('M3'), SALE, 0.1, 'elsewhere'],
  ['an outcode, where no postcode is known', starts('M33'), TOWN, 0.1, 'unsaid'],
  ['a sector of its outcode, which may be theirs', starts('M33 2'), M33, 9, 'here'],
  ['another outcode than theirs', starts('M41'), M33, 0.1, 'elsewhere'],
  ['a postcode of its sector', starts('M33 2AB'), M332, 9, 'here'],
  ['another sector', starts('M33 3'), M332, 0.1, 'elsewhere'],
  ['practices, where theirs is not known', elm, SALE, 0.1, 'unsaid'],
])('%s: %s', (_, catchment, living, miles, stand) => {
  const serves = servesOf({ how: ['in-person'], catchment, places: PLACED })
  expect(standOf(serves, miles * METRES_PER_MILE, living, [])).toBe(stand)
})

it.each([
  ['P91016', 'here'],
  ['elm  surgery', 'here'],
  ['Oak Surgery', 'elsewhere'],
])('patients of %s', (named, stand) => {
  const serves = servesOf({ how: ['in-person'], catchment: elm, places: PLACED })
  expect(standOf(serves, Infinity, ANYBODY, practiceTokens([named]))).toBe(stand)
})

describe('found however far away', () => {
  it.each<[string, How, Catchment | undefined, boolean]>([
    ['a meeting for their district', ['in-person'], areas('E08000009'), true],
    ['a meeting for their outcode', ['in-person'], starts('M33'), true],
    ['a meeting for anybody', ['in-person'], { kind: 'anyone' }, false],
    ['a meeting for England', ['in-person'], { kind: 'country', code: 'GB-ENG' }, false],
    ['a meeting of which nobody said whom it is for', ['in-person'], undefined, false],
    ['a line for anybody', ['phone'], { kind: 'anyone' }, true],
    ['a line for England', ['phone'], { kind: 'country', code: 'GB-ENG' }, true],
    ['a line for Wales', ['phone'], { kind: 'country', code: 'GB-WLS' }, false],
    ['a line of which nobody said whom it is for', ['phone'], undefined, true],
    ['visits in another district', ['home-visit'], areas('E08000006'), false],
  ])('%s: %s', (_, how, catchment, is) => {
    const serves = servesOf({ how, catchment, places: PLACED })
    expect(isReached(serves, standOf(serves, 200 * METRES_PER_MILE, SALE, []))).toBe(is)
  })
})

it('finds a meeting by narrow tokens only', () => {
  expect(foundBy({ remote: false, who: ['all', 'country:E', 'area:E08000009'], miles: null })).toEqual([
    'area:E08000009',
  ])
  expect(foundBy({ remote: true, who: ['all'], miles: null })).toEqual(['all'])
})

describe('a place lies in the beginning of a postcode', () => {
  it.each([
    ['M33 2AA', 'M33', true],
    ['M33 2AA', 'm33', true],
    ['m332aa', 'M33 2', true],
    ['M33 2AA', 'M33 3', false],
    ['M33 2AA', 'M33 2AA', true],
    ['M33 2AA', 'M33 2AB', false],
    ['M33 2AA', 'M', true],
    ['M33 2AA', 'M3', false],
    ['M3 3AA', 'M33', false],
    ['ME1 1AA', 'M', false],
    ['WA14 1AA', 'W', false],
    ['WA14 1AA', 'WA1', false],
    ['WA14 1AA', 'WA', true],
    ['W1A 1AA', 'W1', true],
    ['M33', 'M33 2', true],
    ['M33', 'M33', true],
    ['M33 2', 'M33 2AA', true],
    ['M33 3', 'M33 2AA', false],
    [null, 'M33', false],
    ['Sale', 'M33', false],
    ['M33 2AA', '', false],
  ])('%s in %s: %s', (postcode, start, is) => {
    const serves = servesOf({ how: ['phone'], catchment: starts(start), places: PLACED })
    expect(standOf(serves, Infinity, { ...ANYBODY, postcode }, []) === 'here').toBe(is)
  })
})
