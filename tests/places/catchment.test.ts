import { expect, test } from 'vitest'
import { postcodeBeginsWith, serves, type Person } from '../../src/places/catchment.ts'
import type { Catchment } from '../../src/listings/listing.ts'

const SALE: Person = {
  point: { lat: 53.424, lng: -2.322 },
  areaCodes: ['E05015254', 'E08000009'],
  postcode: 'M33 2AA',
}
const NOBODY: Person = { point: null, areaCodes: [], postcode: null }
const WELSH: Person = { point: null, areaCodes: ['W06000015'], postcode: 'CF10 1AA' }
const STRETFORD = [{ point: { lat: 53.447, lng: -2.309 } }]

test.each<[string, Catchment | undefined, Person, boolean]>([
  ['no catchment promises nothing', undefined, SALE, false],
  ['anyone', { kind: 'anyone' }, NOBODY, true],
  ['the whole country', { kind: 'country', code: 'GB' }, NOBODY, true],
  ['Wales, from Cardiff', { kind: 'country', code: 'GB-WLS' }, WELSH, true],
  ['Wales by its ONS code', { kind: 'country', code: 'W92000004' }, WELSH, true],
  ['Wales, from Sale', { kind: 'country', code: 'GB-WLS' }, SALE, false],
  ['Wales, from nobody knows', { kind: 'country', code: 'GB-WLS' }, NOBODY, false],
  ['2 miles', { kind: 'radius', miles: 2 }, SALE, true],
  ['1.5 miles', { kind: 'radius', miles: 1.5 }, SALE, false],
  ['2 miles from an unknown home', { kind: 'radius', miles: 2 }, NOBODY, false],
  ['its ward', { kind: 'areas', codes: ['E05015254'], names: [] }, SALE, true],
  ['its district', { kind: 'areas', codes: ['E08000009'], names: [] }, SALE, true],
  ['another ward', { kind: 'areas', codes: ['E05015239'], names: [] }, SALE, false],
  ['its outcode', { kind: 'postcodes', starts: ['WA14', 'M33'] }, SALE, true],
  ['another outcode', { kind: 'postcodes', starts: ['M3'] }, SALE, false],
  ['some practices', { kind: 'practices', codes: ['P91001'], names: [] }, SALE, false],
])('%s', (_, catchment, person, is) => expect(serves(catchment, STRETFORD, person)).toBe(is))

test('a radius counts from any of the places, and from none where there is none', () => {
  const far = { point: { lat: 51.5, lng: -0.1 } }
  expect(serves({ kind: 'radius', miles: 2 }, [far, ...STRETFORD], SALE)).toBe(true)
  expect(serves({ kind: 'radius', miles: 2 }, [far, {}], SALE)).toBe(false)
  expect(serves({ kind: 'radius', miles: 500 }, [], SALE)).toBe(false)
})

test.each([
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
  ['M33', 'M33 2', true],
  ['M33', 'M33', true],
  ['M33 2', 'M33 2AA', true],
  ['M33 3', 'M33 2AA', false],
  [null, 'M33', false],
  ['Sale', 'M33', false],
  ['M33 2AA', '', false],
])('%s lies in %s: %s', (postcode, start, is) => expect(postcodeBeginsWith(postcode, start)).toBe(is))
