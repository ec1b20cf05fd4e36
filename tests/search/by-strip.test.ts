/** What lies in a box, by strips, against looking at every point. */
import { expect, it } from 'vitest'
import { seeded } from '../../bench/generate.ts'
import { inBox, type Box } from '../../src/places/geo.ts'
import { eachAbout } from '../../src/search/embedded/by-strip.ts'
import { noPoints, pointAt, putPoints } from '../../src/search/embedded/points.ts'

const SEED = 20261122
const random = seeded(SEED)
const between = (from: number, to: number) => from + random() * (to - from)
/** Many in a few towns, some all over the country, some on the very edges of strips and of the world. */
const place = (n: number) =>
  n % 50 === 0
    ? { lat: Math.round(between(1250, 1500)) * 0.04, lng: Math.round(between(-8000, 1800)) * 1e-3 }
    : n % 3 === 0
      ? { lat: between(49, 61), lng: between(-8.7, 1.8) }
      : { lat: between(53.3, 53.5), lng: between(-2.6, -2.1) }
const ends = [
  { lat: -90, lng: -180 },
  { lat: 90, lng: 180 },
]

const points = noPoints(9000)
for (let row = 1; row <= 6000; row++)
  putPoints(points, row, row % 7 === 0 ? [place(row), place(row + 1)] : [place(row)])
putPoints(points, 6001, ends)
/** Puts them in order; what comes after that is in none. */
eachAbout(points, [0, 0, 0, 0], () => undefined)
for (let row = 6002; row <= 6500; row++) putPoints(points, row, [place(row)])

const boxes: [string, Box][] = [
  ['the world', [-180, -90, 180, 90]],
  ['more than the world', [-200, -95, 200, 95]],
  ['nothing', [5, 5, 6, 6]],
  ...Array.from({ length: 200 }, (_, n): [string, Box] => {
    const { lat, lng } = place(n)
    const wide = between(0, n % 5 === 0 ? 4 : 0.1)
    return [`box ${n}`, [lng - wide, lat - wide / 2, lng + wide, lat + wide / 2]]
  }),
  ...Array.from({ length: 50 }, (_, n): [string, Box] => {
    const { lat, lng } = pointAt(points, n * 100)
    return [`the spot of point ${n * 100}`, [lng, lat, lng, lat]]
  }),
]

it.each(boxes)('%s', (_, box) => {
  const seen: number[] = []
  eachAbout(points, box, (at) => {
    if (inBox(pointAt(points, at), box)) seen.push(at)
  })
  const all = Array.from({ length: points.used }, (_, at) => at).filter((at) =>
    inBox(pointAt(points, at), box),
  )
  expect(points.ordered.length).toBeGreaterThan(6000)
  expect(seen.sort((a, b) => a - b)).toEqual(all)
})
