/** Outlines for a small map: corners on a grid, so that wards that share a border still share it. */
import type { Position } from 'geojson'
import type { Outline } from './geo.ts'

/** Degrees between corners that are told apart: some 20 to 30 metres, less than a line is wide on any map of ours. */
const GRID = 0.0003
const DECIMALS = 4

const snap = (degrees: number): number => Number((Math.round(degrees / GRID) * GRID).toFixed(DECIMALS))

function ring(corners: Position[]): Position[] {
  const snapped = corners.map(([lng = 0, lat = 0]): Position => [snap(lng), snap(lat)])
  return snapped.filter((corner, i) => i === 0 || String(corner) !== String(snapped[i - 1]))
}

/** A ring of fewer than four corners is an island smaller than the grid: it goes. */
const rings = (all: Position[][]): Position[][] => all.map(ring).filter((it) => it.length >= 4)

/** The same outline with fewer corners; an area that vanishes on the grid has no rings. */
export function coarse(outline: Outline): Outline {
  if (outline.type === 'Polygon') return { type: 'Polygon', coordinates: rings(outline.coordinates) }
  return { type: 'MultiPolygon', coordinates: outline.coordinates.map(rings).filter((it) => it.length > 0) }
}
