/** The places a directory knows before anybody has imported a table: data/places.json of the deployment. */
import { z } from 'zod'
import { latLng } from '../listings/listing.ts'
import { boxOf, metresBetween, middleOf } from './geo.ts'
import type { AreaRow, GazetteerTables, OutcodeRow, PlaceNameRow } from './gazetteer.ts'

/** A place of that name and kind as near as this is already known. Metres. */
const SAME_PLACE = 5_000

const kind = z.enum(['town', 'ward', 'district', 'area'])
const polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([z.number(), z.number()])).min(4)),
})

export const homePlacesSchema = z.object({
  about: z.string(),
  licence: z.string(),
  outcodes: z.array(latLng.extend({ outcode: z.string(), town: z.string().nullable().default(null) })),
  sectors: z.array(latLng.extend({ sector: z.string() })),
  places: z.array(latLng.extend({ name: z.string(), kind, weight: z.number() })),
  areas: z.array(
    z.object({ code: z.string(), name: z.string(), kind: kind.exclude(['town']), outline: polygon }),
  ),
})

/**
 * Adds what is not there yet; nothing that a postcode table or a boundary file brought is touched. Safe to repeat.
 * Where all is there nothing is written: a site must start while another program is in the middle of a long import.
 */
export async function loadHomePlaces(tables: GazetteerTables, json: unknown): Promise<void> {
  const home = homePlacesSchema.parse(json)
  const outcodes: OutcodeRow[] = [
    ...home.outcodes,
    ...home.sectors.map(({ sector, lat, lng }) => ({ outcode: sector, lat, lng, town: null })),
  ]
  const known = await tables.outcodes(outcodes.map((row) => row.outcode))
  const unknown = outcodes.filter((row) => !known.has(row.outcode))
  if (unknown.length > 0) await tables.putOutcodes(unknown)

  const codes = new Set((await tables.areas()).map((area) => area.code))
  const areas = home.areas.filter((area) => !codes.has(area.code))
  if (areas.length > 0) await tables.putAreas(areas.map(areaRow))

  const names: PlaceNameRow[] = []
  for (const place of home.places) {
    const same = await tables.named(place.name)
    if (!same.some((row) => row.kind === place.kind && metresBetween(row, place) < SAME_PLACE))
      names.push(place)
  }
  if (names.length > 0) await tables.putPlaceNames(names)
}

function areaRow({ code, name, kind, outline }: z.infer<typeof homePlacesSchema>['areas'][number]): AreaRow {
  const middle = middleOf(outline)
  if (!middle) throw new Error(`The outline of ${name} has no area.`)
  return { code, name, kind, ...middle, box: boxOf(outline), outline: JSON.stringify(outline) }
}
