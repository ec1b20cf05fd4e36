import { expect, it } from 'vitest'
import { coarse } from '../../src/places/coarse.ts'
import type { Outline } from '../../src/places/geo.ts'

/** A wiggling border from south to north, a corner each two metres or so. */
const border = Array.from({ length: 500 }, (_, i) => [-2.3 + Math.sin(i / 9) * 0.0004, 53.4 + i * 0.00002])
const west: Outline = {
  type: 'Polygon',
  coordinates: [[[-2.32, 53.4], ...border, [-2.32, 53.41], [-2.32, 53.4]]],
}
const east: Outline = {
  type: 'Polygon',
  coordinates: [[[-2.28, 53.4], ...border, [-2.28, 53.41], [-2.28, 53.4]]],
}

it('has far fewer corners', () => {
  const corners = coarse(west).coordinates.flat(2).length
  expect(corners).toBeLessThan(200)
})

it('keeps the border that two areas share the same for both', () => {
  const inner = (outline: Outline) =>
    JSON.stringify(
      outline.coordinates
        .flat(1)
        .filter((it) => Number((it as number[])[0]) > -2.31 && Number((it as number[])[0]) < -2.29),
    )
  expect(inner(coarse(west))).toBe(inner(coarse(east)))
})

it('closes its rings', () => {
  const [ring] = coarse(west).coordinates as number[][][]
  expect(ring?.at(0)).toEqual(ring?.at(-1))
})

it('drops an island smaller than the grid', () => {
  const tiny = [
    [
      [-2.3, 53.4],
      [-2.30001, 53.4],
      [-2.30001, 53.40001],
      [-2.3, 53.4],
    ],
  ]
  const islands: Outline = { type: 'MultiPolygon', coordinates: [west.coordinates as number[][][], tiny] }
  expect(coarse(islands).coordinates.length).toBe(1)
})
