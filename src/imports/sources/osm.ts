/** OpenStreetMap: GeoJSON or what Overpass answers. A named thing whose tags are wanted is a listing; the rest is counted. */
import type { Feature } from 'geojson'
import { importFiles } from '../apply.ts'
import { featuresOfElements } from '../osm/elements.ts'
import { wantedOf, type OsmData } from '../osm/tags.ts'
import { Refused } from '../refused.ts'
import type { RunSource } from '../workshop.ts'
import { featuresIn, isKeyed, jsonOf, recordsOf } from './geojson.ts'
import type { Open } from './records.ts'

/** Columns that follow from the tags: ids of the taxonomy, parted by ";". "@wanted" is empty where it is no listing. */
const WANTED = '@wanted'
const KINDS = '@kinds'
const NEEDS = '@needs'

const openOsm =
  (data: OsmData): Open =>
  async (path, wanted, read) => {
    const { name, json } = await jsonOf(path, wanted.encoding, read)
    const features = featuresOf(name, json)
    if (features.length === 0) throw new Refused(`${name} has no elements with tags.`)
    const records = recordsOf(
      name,
      features.map((feature) => tagged(feature, data)),
      wanted.known,
    )
    const nameless = features.filter(({ properties }) => !properties?.['name']).length
    const problem =
      nameless === 1 ? '1 thing has no name' : `${nameless.toLocaleString('en-GB')} things have no name`
    const about = {
      row: 0,
      field: 'name',
      value: '',
      problem,
      did: 'skipped: what has no name is no listing',
    }
    return { ...records, problems: nameless === 0 ? [] : [about] }
  }

function featuresOf(name: string, json: unknown): Feature[] {
  if (!isKeyed(json) || !Array.isArray(json.elements)) return featuresIn(name, json)
  // Overpass answers 200 with what it had when its time or memory ran out: the rest would look as though it had gone.
  if (typeof json.remark === 'string' && /error/i.test(json.remark))
    throw new Refused(`${name} is not whole: Overpass says "${json.remark.slice(0, 120)}".`)
  return featuresOfElements(json.elements)
}

function tagged(feature: Feature, data: OsmData): Feature {
  const own = feature.properties ?? {}
  const found = wantedOf(own, data)
  if (found === null) return { ...feature, properties: { '@id': own['@id'] ?? own.id } }
  const { kinds, needs } = found
  return {
    ...feature,
    properties: { ...own, [WANTED]: 'yes', [KINDS]: kinds.join(';'), [NEEDS]: needs.join(';') },
  }
}

/** Licence and attribution are of the source's record: OpenStreetMap asks for both wherever its data is shown. */
export const importOsm: RunSource = ({ at, source, ...errand }, workshop) => {
  const { osm } = workshop
  if (osm === undefined) throw new Refused('There is no data/osm.json to say which things are listings.')
  return importFiles({ ...errand, files: at, profile: osm.profile, source }, workshop, openOsm(osm))
}
