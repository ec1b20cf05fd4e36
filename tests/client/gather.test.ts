/** Pins of a map: those of the list keep clear of each other, and none hides the numbers of another. */
import type { LatLng, Point } from 'leaflet'
import { expect, test } from 'vitest'
import { gathered, labelOf, type Pin } from '../../src/client/map/gather.ts'

/** A degree is a pixel here: where the pin stands is where it is drawn. */
const toPixels = ({ lat, lng }: LatLng): Point => {
  const point = {
    x: lng,
    y: lat,
    distanceTo: (other: Point) => Math.hypot(lng - other.x, lat - other.y),
    subtract: (other: Point) => ({ x: lng - other.x, y: lat - other.y }),
  }
  return point as unknown as Point
}
const pin = (number: number | null, x: number, y: number): Pin => ({
  at: { lat: y, lng: x } as LatLng,
  slug: `at-${x}-${y}`,
  name: '',
  number,
  about: false,
})

const TABLE: [says: string, pins: Pin[], labels: string[]][] = [
  ['far apart', [pin(1, 0, 0), pin(2, 100, 0)], ['1', '2']],
  ['under each other', [pin(1, 0, 0), pin(2, 0, 31)], ['1', '2']],
  ['too near to touch', [pin(1, 0, 0), pin(2, 20, 0)], ['1, 2']],
  [
    'three wide numbers reach farther than one',
    [pin(7, 0, 0), pin(8, 5, 0), pin(9, 0, 5), pin(10, 45, 3)],
    ['7, 8 …'],
  ],
  [
    'one that grew meets a third',
    [pin(11, 0, 0), pin(12, 10, 0), pin(13, 40, 0), pin(14, 90, 0)],
    ['11, 12, 13', '14'],
  ],
  ['above a wide one', [pin(11, 0, 0), pin(12, 10, 0), pin(13, 30, 40)], ['11, 12', '13']],
  ['two places of one listing are one number', [pin(3, 0, 0), pin(3, 10, 0)], ['3']],
]

test.each(TABLE)('%s', (_, pins, labels) => {
  const groups = gathered(pins, toPixels)
  expect(groups.map((group) => labelOf(group.pins))).toEqual(labels)
})

test('the rest gathers by itself, and nobody is left out', () => {
  const pins = [pin(null, 0, 0), pin(1, 5, 0), pin(null, 40, 0), pin(null, 200, 0)]
  const groups = gathered(pins, toPixels)
  expect(groups.map(({ numbered, pins: own }) => [numbered, own.length])).toEqual([
    [true, 1],
    [false, 2],
    [false, 1],
  ])
})
