import { expect, test } from 'vitest'
import { project, type IdPoint } from '../../src/places/cells.ts'
import { CLOSEST_ZOOM, clusterIndex, nearestName, type NameCluster } from '../../src/places/clusters.ts'
import type { Box } from '../../src/places/geo.ts'
import { seeded } from '../../bench/generate.ts'

const BOX: Box = [-3, 53, -2, 54]
const name = (count: number) => `${count} places`
/** A grid of 10 by 10 points, about 700 m apart, round Sale. */
const POINTS = Array.from({ length: 100 }, (_, i) => ({
  id: `l${i}`,
  lat: 53.39 + Math.floor(i / 10) * 0.0065,
  lng: -2.38 + (i % 10) * 0.0105,
}))
/** One view of points that are used once. */
const clustersIn = (points: readonly IdPoint[], box: Box, zoom: number, name: NameCluster) =>
  clusterIndex(project(points)).in(box, zoom, name)
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

test('a cluster is open for certain at the zoom it names, and closed three before', () => {
  const [cluster] = clustersIn(POINTS, BOX, 5, name).features
  const opens = cluster && 'expand_zoom' in cluster.properties ? cluster.properties.expand_zoom : NaN
  expect(clustersIn(POINTS, BOX, opens - 3, name).features).toHaveLength(1)
  expect(clustersIn(POINTS, BOX, opens, name).features.length).toBeGreaterThan(1)
})

test('whatever the points, a cluster opens at its zoom, and no view is larger than a page can draw', () => {
  const random = seeded(7)
  for (let round = 0; round < 60; round++) {
    const wide = 10 ** -(random() * 3)
    const points = Array.from({ length: 2 + Math.floor(random() * 900) }, (_, i) => ({
      id: `l${i}`,
      lat: 53.4 + random() ** 2 * wide,
      lng: -2.5 + random() ** 3 * wide,
    }))
    const zoom = 4 + Math.floor(random() * 14)
    const features = clustersIn(points, [-4, 52, 0, 55], zoom, name).features
    expect(features.length).toBeLessThanOrEqual(600)
    for (const { properties, geometry } of features) {
      if (!('count' in properties)) continue
      const [lng = 0, lat = 0] = geometry.coordinates
      const around: Box = [lng - wide, lat - wide, lng + wide, lat + wide]
      const open = clustersIn(points, around, properties.expand_zoom, name).features
      expect({ round, properties, open: open.length > 1 }).toMatchObject({ open: true })
    }
  }
})

test('a cluster is the same whichever part of it the map shows', () => {
  const [west, south, east, north] = BOX
  const whole = clustersIn(POINTS, BOX, 12, name).features
  for (const shift of [0.01, 0.03, 0.05]) {
    const moved: Box = [west + 0.6 + shift, south + 0.38, east, north]
    const seen = clustersIn(POINTS, moved, 12, name).features
    for (const feature of seen) expect(whole).toContainEqual(feature)
  }
})

test('a view of the whole world asked for door by door is gathered as from afar', () => {
  const many = Array.from({ length: 30_000 }, (_, i) => ({
    id: `l${i}`,
    lat: 50 + (i % 173) * 0.05,
    lng: -6 + Math.floor(i / 173) * 0.04,
  }))
  const drawn = clustersIn(many, [-180, -90, 180, 90], 20, name).features
  expect(drawn.length).toBeLessThanOrEqual(600)
  expect(total(20, many, [-180, -90, 180, 90])).toBe(30_000)
})

test('those of the page that is read are in no cluster, at any zoom', () => {
  const apart = new Set(['l3', 'l77', 'nobody'])
  for (const zoom of [5, 9, 14, 20]) {
    const { features } = clusterIndex(project(POINTS)).in(BOX, zoom, name, apart)
    const ids = features.flatMap(({ properties }) => ('id' in properties ? [properties.id] : []))
    expect(ids).toEqual(expect.arrayContaining(['l3', 'l77']))
    const sum = features.reduce((n, { properties }) => n + ('count' in properties ? properties.count : 1), 0)
    expect(sum).toBe(100)
  }
  const index = clusterIndex(project(POINTS))
  index.in(BOX, 9, name, apart)
  expect(index.in(BOX, 9, name)).toEqual(clusterIndex(project(POINTS)).in(BOX, 9, name))
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

test('of a very great many in one building fifty are named, and all are counted', () => {
  const tower = Array.from({ length: 80 }, (_, i) => ({ id: `t${i}`, lat: 53.42, lng: -2.32 }))
  const [cluster] = clustersIn(tower, BOX, CLOSEST_ZOOM, name).features
  expect(cluster?.properties).toMatchObject({ count: 80, ids: tower.slice(0, 50).map(({ id }) => id) })
})

test('one index serves any number of views and tells the namer where', () => {
  const index = clusterIndex(project(POINTS))
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
