/** OpenStreetMap: what is a listing, where its point lies, and that both forms of file say the same. */
import { expect, test } from 'vitest'
import { readData } from '../../src/app/read-data.ts'
import { readSources } from '../../src/app/read-sources.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import { featuresOfElements } from '../../src/imports/osm/elements.ts'
import { osmData, wantedOf } from '../../src/imports/osm/tags.ts'
import { runSource } from '../../src/imports/runs.ts'
import { middleOf } from '../../src/places/geo.ts'
import { NOW } from '../fixtures.ts'
import { all, fileOf, none, workshop } from './workshop.ts'

const osm = readData('data/osm.json', osmData)
const spot = (lat: number, lon: number) => ({ lat, lon })
const SQUARE = [spot(53.4, -2.3), spot(53.4, -2.2), spot(53.5, -2.2), spot(53.5, -2.3), spot(53.4, -2.3)]
const tags = { name: 'Sale Library', amenity: 'library' }

test.each<[string, object[], string]>([
  ['a node', [{ type: 'node', id: 1, lat: 53.4, lon: -2.3, tags }], 'node/1 Point'],
  ['a node without tags', [{ type: 'node', id: 1, lat: 53.4, lon: -2.3 }], ''],
  ['a closed way', [{ type: 'way', id: 2, tags, geometry: SQUARE }], 'way/2 Polygon'],
  ['a path', [{ type: 'way', id: 2, tags, geometry: SQUARE.slice(0, 3) }], 'way/2 LineString'],
  ['a way with its middle only', [{ type: 'way', id: 2, tags, center: spot(53.4, -2.3) }], 'way/2 Point'],
  [
    'a way whose corners stand elsewhere',
    [
      { type: 'way', id: 2, tags, nodes: [1, 2, 3, 4, 1] },
      ...SQUARE.slice(0, 4).map((at, i) => ({ type: 'node', id: i + 1, ...at })),
    ],
    'way/2 Polygon',
  ],
  [
    'a relation of two halves, one of them backwards',
    [
      {
        type: 'relation',
        id: 3,
        tags,
        members: [
          { type: 'way', ref: 8, role: 'outer', geometry: SQUARE.slice(0, 3) },
          { type: 'way', ref: 9, role: 'outer', geometry: SQUARE.slice(2).reverse() },
          { type: 'way', ref: 7, role: 'inner', geometry: SQUARE },
        ],
      },
    ],
    'relation/3 MultiPolygon',
  ],
  [
    'a relation that does not close, with its box',
    [
      {
        type: 'relation',
        id: 3,
        tags,
        members: [{ type: 'way', ref: 8, role: 'outer', geometry: SQUARE.slice(0, 3) }],
        bounds: { minlat: 53.4, minlon: -2.3, maxlat: 53.5, maxlon: -2.2 },
      },
    ],
    'relation/3 Point',
  ],
  ['an element that is none', [{ type: 'node', id: 'x', tags: 'library' }], 'undefined GeometryCollection'],
])('%s', (_, elements, seen) => {
  const features = featuresOfElements(elements)
  expect(features.map(({ id, geometry }) => `${id} ${geometry.type}`).join()).toBe(seen)
})

test('a point lies inside of a crooked shape', () => {
  const horseshoe = [0, 3, 3, 2, 2, 1, 1, 0, 0].map((x, i) => [x, [0, 0, 3, 3, 1, 1, 3, 3, 0][i] ?? 0])
  const point = middleOf({ type: 'Polygon', coordinates: [horseshoe] })
  expect(point !== null && (point.lat < 1 || point.lng < 1 || point.lng > 2)).toBe(true)
})

test.each<[object, string[] | null]>([
  [{ amenity: 'library' }, ['library']],
  [{ amenity: 'library', leisure: 'garden' }, ['library', 'park']],
  [{ amenity: 'library', access: 'private' }, null],
  [{ 'disused:amenity': 'library' }, null],
  [{ leisure: 'sports_centre;pitch' }, ['leisure-centre', 'sports-ground']],
  [{ amenity: 'bench' }, null],
  [JSON.parse('{"__proto__": {"amenity": "library"}}'), null],
])('%o', (own, kinds) =>
  expect(wantedOf(own as object & Record<string, unknown>, osm)?.kinds ?? null).toEqual(kinds),
)

const OVERPASS = {
  version: 0.6,
  elements: [
    {
      type: 'node',
      id: 1,
      lat: 53.4235,
      lon: -2.3181,
      tags: { ...tags, opening_hours: 'Mo-Fr 09:00-17:00' },
    },
    { type: 'way', id: 2, center: spot(53.43, -2.31), tags: { name: 'Worthington Park', leisure: 'park' } },
    { type: 'way', id: 3, center: spot(53.44, -2.31), tags: { leisure: 'pitch' } },
    { type: 'node', id: 4, lat: 53.42, lon: -2.3, tags: { name: 'A bench', amenity: 'bench' } },
    { type: 'node', id: 5, lat: 53.42, lon: -2.3 },
  ],
}
const GEOJSON = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'node/1',
      properties: { ...tags, opening_hours: 'Mo-Fr 09:00-17:00' },
      geometry: { type: 'Point', coordinates: [-2.3181, 53.4235] },
    },
    {
      type: 'Feature',
      properties: { '@id': 'way/2', name: 'Worthington Park', leisure: 'park' },
      geometry: { type: 'Point', coordinates: [-2.31, 53.43] },
    },
    { type: 'Feature', properties: { '@id': 'way/3', leisure: 'pitch' }, geometry: null },
    { type: 'Feature', properties: { '@id': 'node/4', name: 'A bench', amenity: 'bench' }, geometry: null },
  ],
}

test('Overpass and GeoJSON give the same listings under the same ids', async () => {
  const bench = { ...(await workshop()), osm }
  const source = sourceOf(readSources(), 'osm')
  const run = (json: object) =>
    runSource({ kind: 'osm', at: [fileOf(JSON.stringify(json), 'map.json')], source, now: NOW }, bench)
  const first = await run(OVERPASS)
  expect(first.problems[0]).toMatchObject({ row: 0, problem: '1 thing has no name' })
  expect([first.why, first.read, first.listings]).toEqual([null, 4, { ...noMissing, added: 2, skipped: 2 }])
  const [library, park] = (await all(bench.store)).map(({ listing }) => listing)
  expect(library).toMatchObject({ name: 'Sale Library', kinds: ['library'], needs: ['reading-and-writing'] })
  expect(library?.sessions).toHaveLength(1)
  expect(park?.places[0]).toMatchObject({ point: { lat: 53.43, lng: -2.31 }, precision: 'exact' })
  const again = await run(GEOJSON)
  expect(again.listings).toEqual({ ...noMissing, unchanged: 2, skipped: 2 })
  expect((await bench.store.sources())[0]).toMatchObject({ id: 'osm', licence: 'Open Database License v1.0' })
  expect((await bench.store.sources())[0]?.attribution).toContain('© OpenStreetMap contributors')
})
const { missing: _missing, ...noMissing } = none

test.each<[string, string]>([
  ['{"elements": []}', 'map.json has no elements with tags.'],
  ['{"no": "list"}', 'map.json is not GeoJSON: it has no list of features.'],
  [
    '{"remark": "runtime error: Query timed out", "elements": [{"type": "node", "id": 1, "tags": {"name": "A"}}]}',
    'map.json is not whole: Overpass says "runtime error: Query timed out".',
  ],
  ['{"elements": [', 'map.json is not whole JSON: Unexpected end of JSON input.'],
])('%s is refused', async (text, why) => {
  const bench = { ...(await workshop()), osm }
  const source = sourceOf(readSources(), 'osm')
  const report = await runSource({ kind: 'osm', at: [fileOf(text, 'map.json')], source, now: NOW }, bench)
  expect([report.state, report.why]).toEqual(['refused', why])
})
