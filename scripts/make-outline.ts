/** Cuts the coast of the United Kingdom, Ireland and the islands out of Natural Earth, for a map without tiles. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** ISO 3166-1 numbers in the world atlas. */
const COUNTRIES = new Map([
  ['826', 'United Kingdom'],
  ['372', 'Ireland'],
  ['833', 'Isle of Man'],
  ['831', 'Guernsey'],
  ['832', 'Jersey'],
])
/** Decimals of a degree: three are about 100 metres, finer than the atlas itself. */
const DECIMALS = 3

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>
const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const world: World = JSON.parse(readFileSync(atlas, 'utf8'))

const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))
/** Rounded corners, each said once. */
function ring(positions: Position[]): Position[] {
  const corners = positions.map(([lng = 0, lat = 0]) => [round(lng), round(lat)])
  return corners.filter((corner, i) => i === 0 || String(corner) !== String(corners[i - 1]))
}
function cut(shape: Polygon | MultiPolygon): MultiPolygon {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(ring)) }
}

const outline: FeatureCollection<MultiPolygon, { name: string }> = {
  type: 'FeatureCollection',
  features: feature(world, world.objects.countries).features.flatMap(({ id, geometry }) => {
    const name = COUNTRIES.get(String(id))
    if (!name || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return []
    return [{ type: 'Feature', properties: { name }, geometry: cut(geometry) }]
  }),
}
const text = `${JSON.stringify(outline)}\n`
mkdirSync('data/outline', { recursive: true })
writeFileSync('data/outline/uk-50m.json', text)
const points = outline.features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(2).length, 0)
console.log(
  `data/outline/uk-50m.json: ${outline.features.length} countries, ${points} points, ${text.length} bytes`,
)
