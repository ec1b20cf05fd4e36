/** Which wards, districts and other areas a point lies in. */
import { z } from 'zod'
import { inBox, isInside, type Outline } from './geo.ts'
import type { LatLng } from '../listings/listing.ts'
import type { AreaRow } from './gazetteer.ts'

const position = z.array(z.number()).min(2)
const outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
])

/** The outline kept with an area; throws where the text is no GeoJSON polygon. */
export function readOutline(area: Pick<AreaRow, 'outline'>): Outline {
  return outline.parse(JSON.parse(area.outline))
}

/** Small areas first, so that the first name is the one nearest to people's own. */
const BY_SIZE = { ward: 0, area: 1, district: 2 } as const

export type AreaIndex = { at: (point: LatLng) => AreaRow[] }

/** Areas ready to be asked many times: a box is tried first, an outline is read when a point first falls in its box. */
export function areaIndex(areas: readonly AreaRow[]): AreaIndex {
  const sorted = areas.toSorted((a, b) => BY_SIZE[a.kind] - BY_SIZE[b.kind])
  const read = new Map<AreaRow, Outline>()
  const outlineFor = (area: AreaRow) => {
    const known = read.get(area) ?? readOutline(area)
    read.set(area, known)
    return known
  }
  return {
    at: (point) => sorted.filter((area) => inBox(point, area.box) && isInside(point, outlineFor(area))),
  }
}

/** The areas a point lies in: wards first, districts last. */
export function areasAt(point: LatLng, areas: readonly AreaRow[]): AreaRow[] {
  return areaIndex(areas).at(point)
}
