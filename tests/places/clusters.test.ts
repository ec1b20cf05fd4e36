import { expect, test } from 'vitest'
import { CLOSEST_ZOOM, clusterIndex, clustersIn, nearestName } from '../../src/places/clusters.ts'
import type { Box } from '../../src/places/geo.ts'

const BOX: Box = [-3, 53, -2, 54]
const name = (count: number) => `${count} places`
/** A grid of 10 by 10 points, about 700 m apart, round Sale. */
const POINTS = Array.from({ length: 100 }, (_, i) => ({
  id: `l${i}`,
  lat: 53.39 + Math.floor(i / 10) * 0.0065,
  lng: -2.38 + (i % 10) * 0.0105,
}))
const total = (zoom: number, points = POINTS, box = BOX) =>
  clustersIn(points, box, zoom, name).features.reduce(
    (sum, { properties }) => sum + ('count' in properties ? properties.count : 1),
    0,
  )

test.each([0, 5, 8, 10, 12, 14, 16, 18, 20, 11.7])('at zoom %d every point is drawn once', (zoom) =>
  expect(total(zoom)).toBe(100),
)

test('far off all are one, close by each is itself', () => {
  const far = clustersIn(POINTS, BOX, 5, name).features
  expect(far).toHaveLength(1)
  expect(far[0]?.properties).toMatchObject({ count: 100, name: '100 places' })
  const near = clustersIn(POINTS, BOX, CLOSEST_ZOOM, name).features
  expect(new Set(near.map(({ properties }) => ('id' in properties ? properties.id : '')))).toEqual(
    new Set(POINTS.map(({ id }) => id)),
  )
})

test('a cluster opens at the zoom it names, and not one before', () => {
  const [cluster] = clustersIn(POINTS, BOX, 5, name).features
  const opens = cluster && 'expand_zoom' in cluster.properties ? cluster.properties.expand_zoom : NaN
  expect(clustersIn(POINTS, BOX, opens - 1, name).features).toHaveLength(1)
  expect(clustersIn(POINTS, BOX, opens, name).features.length).toBeGreaterThan(1)
})

test('only the box is drawn', () => {
  const [west, south] = [-2.381, 53.389]
  const box: Box = [west, south, west + 0.002, south + 0.002]
  expect(clustersIn(POINTS, box, 18, name).features.map(({ properties }) => properties)).toEqual([
    { id: 'l0' },
  ])
  expect(clustersIn(POINTS, [10, 50, 11, 51], 10, name).features).toEqual([])
  expect(clustersIn([], BOX, 10, name).features).toEqual([])
})

test('groups in one building say which they are, since no zoom parts them', () => {
  const hall = ['choir', 'chess', 'lunch'].map((id) => ({ id, lat: 53.42, lng: -2.32 }))
  const [cluster, ...others] = clustersIn(hall, BOX, CLOSEST_ZOOM, name).features
  expect(others).toEqual([])
  expect(cluster?.properties).toEqual({
    count: 3,
    expand_zoom: CLOSEST_ZOOM + 1,
    name: '3 places',
    ids: ['choir', 'chess', 'lunch'],
  })
  expect(total(CLOSEST_ZOOM + 1, [...hall, ...POINTS])).toBe(103)
})

test('one index serves any number of views and tells the namer where', () => {
  const index = clusterIndex(POINTS)
  const near = nearestName([{ name: 'Sale', lat: 53.424, lng: -2.322 }], 20_000)
  const [cluster] = index.in(BOX, 6, (count, middle) => `${count} places near ${near(middle)}`).features
  expect(cluster?.properties).toMatchObject({ name: '100 places near Sale' })
  expect(index.in(BOX, 6, name)).toEqual(index.in(BOX, 6, name))
})

test.each([
  [{ lat: 53.42, lng: -2.32 }, 'Sale'],
  [{ lat: 53.39, lng: -2.35 }, 'Altrincham'],
  [{ lat: 51.5, lng: -0.1 }, null],
])('nearest to %j is %s', (point, is) => {
  const towns = [
    { name: 'Sale', lat: 53.424, lng: -2.322 },
    { name: 'Altrincham', lat: 53.388, lng: -2.349 },
  ]
  expect(nearestName(towns, 5_000)(point)).toBe(is)
})
