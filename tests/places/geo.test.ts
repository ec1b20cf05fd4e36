import { expect, test } from 'vitest'
import {
  boxAround,
  boxOf,
  checkPoint,
  inBox,
  isInside,
  METRES_PER_MILE,
  metresBetween,
  middleOf,
  milesBetween,
  type Outline,
} from '../../src/places/geo.ts'
import { fromGrid } from '../../src/places/grid.ts'

const SALE = { lat: 53.424, lng: -2.322 }

test.each([
  // One degree of a meridian of the mean sphere is 111,195 m; of the 60th parallel nearly half of that.
  ['a degree north', { lat: 53, lng: -2 }, { lat: 54, lng: -2 }, 111_195],
  ['a degree east at 60', { lat: 60, lng: -2 }, { lat: 60, lng: -1 }, 55_595],
  ['nowhere', SALE, SALE, 0],
  ['half round the earth', { lat: 0, lng: 0 }, { lat: 0, lng: 180 }, 20_015_115],
])('metres: %s', (_, a, b, metres) => {
  expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThan(5)
  expect(metresBetween(b, a)).toBe(metresBetween(a, b))
  expect(milesBetween(a, b)).toBe(metresBetween(a, b) / METRES_PER_MILE)
})

test.each([100, 5_000, 40_000])('a box of %i m holds everything so near, and not much more', (metres) => {
  const box = boxAround(SALE, metres)
  const corners = { n: { ...SALE, lat: box[3] }, e: { ...SALE, lng: box[2] } }
  expect(metresBetween(SALE, corners.n)).toBeCloseTo(metres, 3)
  expect(metresBetween(SALE, corners.e)).toBeGreaterThanOrEqual(metres)
  expect(metresBetween(SALE, corners.e)).toBeLessThan(metres * 1.001)
  expect(inBox(SALE, box)).toBe(true)
})

test.each([
  ['Sale', 53.424, -2.322, 'ok'],
  ['Belfast', 54.597, -5.93, 'ok'],
  ['Jersey', 49.186, -2.106, 'ok'],
  ['Unst in Shetland', 60.8, -0.88, 'ok'],
  ['Lowestoft', 52.48, 1.75, 'ok'],
  ['the Gulf of Guinea', 0, 0, 'zero'],
  ['longitude first', -2.322, 53.424, 'swapped'],
  ['longitude first, east of Greenwich', 1.75, 52.48, 'swapped'],
  ['National Grid metres', 391634, 378412, 'grid'],
  ['New York', 40.71, -74, 'outside'],
  ['Paris', 48.86, 2.35, 'outside'],
  ['Galway is in no UK box', 53.27, -9.05, 'outside'],
  ['ONS for "no place"', 99.999999, 0, 'outside'],
  ['latitude 100', 100, -2, 'outside'],
  ['not a number', NaN, -2.3, 'outside'],
  ['infinite', 53, Infinity, 'outside'],
])('%s is %s', (_, lat, lng, is) => {
  const check = checkPoint(lat, lng)
  expect(check.is === 'ok' ? 'ok' : check.why).toBe(is)
  if (check.is === 'ok') expect(check.point).toEqual({ lat, lng })
})

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const SHAPES: Record<string, Outline> = {
  square: { type: 'Polygon', coordinates: [square(0, 0, 10)] },
  ring: { type: 'Polygon', coordinates: [square(0, 0, 10), square(2, 2, 6)] },
  two: { type: 'MultiPolygon', coordinates: [[square(0, 0, 10)], [square(20, 0, 2)]] },
  horseshoe: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [8, 10],
        [8, 2],
        [2, 2],
        [2, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  },
}

test.each([
  ['square', 5, 5, true],
  ['square', 11, 5, false],
  ['square', -0.001, 5, false],
  ['ring', 5, 5, false],
  ['ring', 1, 1, true],
  ['ring', 9, 5, true],
  ['two', 21, 1, true],
  ['two', 15, 1, false],
  ['horseshoe', 5, 5, false],
  ['horseshoe', 1, 9, true],
  ['horseshoe', 9, 9, true],
  ['horseshoe', 5, 1, true],
])('%s: %d east, %d north is inside: %s', (shape, lng, lat, inside) =>
  expect(isInside({ lat, lng }, SHAPES[shape] ?? fail(shape))).toBe(inside),
)

test.each(Object.keys(SHAPES))('the middle of the %s lies inside it', (shape) => {
  const outline = SHAPES[shape] ?? fail(shape)
  const middle = middleOf(outline)
  expect(middle && isInside(middle, outline)).toBe(true)
})

test('the middle of a square is its middle, of a line there is none', () => {
  expect(middleOf(SHAPES['square'] ?? fail('square'))).toEqual({ lat: 5, lng: 5 })
  const line: Outline = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  }
  expect(middleOf(line)).toBeNull()
  expect(boxOf(SHAPES['two'] ?? fail('two'))).toEqual([0, 0, 22, 10])
})

test.each([
  // Ordnance Survey's worked example, "A guide to coordinate systems in Great Britain".
  ['Caister water tower', 651409.903, 313177.27, 52.658008, 1.716074, 5],
  ['false origin far out at sea', 0, 0, null, null, 0],
  ['metres that are no place in the kingdom', 9_000_000, 9_000_000, null, null, 0],
  ['nothing', NaN, 3, null, null, 0],
])('grid: %s', (_, easting, northing, lat, lng, within) => {
  const point = fromGrid(easting, northing)
  if (lat === null || lng === null) expect(point).toBeNull()
  else expect(point && metresBetween(point, { lat, lng })).toBeLessThan(within)
})

function fail(what: string): never {
  throw new Error(`no ${what}`)
}
