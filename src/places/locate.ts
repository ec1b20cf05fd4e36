/** Where somebody means: a postcode or a part of one, a town, a ward or a district, as typed into "where". */
import { areaIndex } from './areas.ts'
import { metresBetween } from './geo.ts'
import { parsePostcode, postcodeInside } from './postcode.ts'
import { foldName, slipsAllowed, slipsBetween } from './place-name.ts'
import type { LatLng } from '../listings/listing.ts'
import type { GazetteerTables, Located, PlaceNameRow } from './gazetteer.ts'
import type { ParsedPostcode } from './postcode.ts'

/** Two entries of one name nearer than this are one place seen twice (a town and its ward). Metres. */
const SAME_PLACE = 15_000
/** Names read when looking for one that was mistyped: all that begin with its letter, up to this many. */
const NAMES_READ = 20_000
/** A mistyped name is only looked for so far from home: beyond, "not understood" serves better than another county. Metres. */
const SLIPS_REACH = 80_000
const KINDS = ['town', 'district', 'area', 'ward'] as const
/** "Hale ward", "Trafford council": what people add to say which kind they mean. */
const SAID_KIND = /\s+(ward|district|borough|council|area|town)$/i

type Kind = PlaceNameRow['kind']

/**
 * What a text means, or null where nothing is understood. `home` is the middle of the deployment's own place: among
 * places of one name the nearest to it is meant. The label says what was understood, and precision how well.
 */
export async function locate(
  text: string,
  tables: GazetteerTables,
  home: LatLng | null,
): Promise<Located | null> {
  const said = text.trim()
  if (said === '') return null
  const parsed = parsePostcode(said)
  if (parsed.is !== 'none') return byPostcode(parsed, tables)
  return (await byName(said, tables, home)) ?? (await byParts(said, tables, home))
}

async function byPostcode(parsed: ParsedPostcode, tables: GazetteerTables): Promise<Located | null> {
  if (parsed.is === 'none') return null
  const written =
    parsed.is === 'full' ? parsed.postcode : parsed.is === 'sector' ? parsed.sector : parsed.outcode
  if (parsed.is === 'full') {
    const row = (await tables.postcodes([written])).get(written)
    if (row) {
      const point = { lat: row.lat, lng: row.lng }
      const areaCodes = row.areaCodes.length > 0 ? row.areaCodes : await codesAt(point, tables)
      return { label: written, kind: 'postcode', point, precision: 'postcode', areaCodes, postcode: written }
    }
  }
  const sector = parsed.is === 'outcode' ? null : parsed.sector
  const starts = [sector, parsed.outcode].filter((start) => start !== null)
  const rows = await tables.outcodes(starts)
  for (const start of starts) {
    const row = rows.get(start)
    if (!row) continue
    const point = { lat: row.lat, lng: row.lng }
    const areaCodes = await codesAt(point, tables, 'district')
    const kind = start === sector ? 'sector' : 'outcode'
    return { label: start, kind, point, precision: 'area', areaCodes, postcode: written }
  }
  return null
}

async function codesAt(point: LatLng, tables: GazetteerTables, only?: 'district'): Promise<string[]> {
  const areas = areaIndex(await tables.areasAround(point)).at(point)
  return areas.filter((area) => !only || area.kind === only).map((area) => area.code)
}

async function byName(said: string, tables: GazetteerTables, home: LatLng | null): Promise<Located | null> {
  const kind = saidKind(said)
  const whole = choose(await named(said, tables, home), home, null)
  if (whole) return fromName(whole, tables)
  if (!kind) return null
  const part = choose(await named(said.replace(SAID_KIND, ''), tables, home), home, kind)
  return part ? fromName(part, tables) : null
}

function saidKind(said: string): Kind | null {
  const word = SAID_KIND.exec(said)?.[1]?.toLowerCase()
  if (!word) return null
  return word === 'ward' || word === 'town' || word === 'area' ? word : 'district'
}

/** Rows of that very name, else those near home that are fewest slips away. */
async function named(said: string, tables: GazetteerTables, home: LatLng | null): Promise<PlaceNameRow[]> {
  const exact = await tables.named(said)
  const folded = foldName(said)
  const allowed = slipsAllowed(folded.length)
  if (exact.length > 0 || allowed === 0) return exact
  let best: PlaceNameRow[] = []
  let fewest = allowed
  for (const row of await tables.beginning(folded.slice(0, 1), NAMES_READ)) {
    if (home && metresBetween(home, row) > SLIPS_REACH) continue
    const slips = slipsBetween(folded, foldName(row.name), fewest)
    if (slips > fewest) continue
    if (slips < fewest) best = []
    fewest = slips
    best.push(row)
  }
  return best
}

/** Nearest to home first; of what lies together there, a town before a district, an area, a ward; then by weight. */
export function choose(
  rows: readonly PlaceNameRow[],
  home: LatLng | null,
  kind: Kind | null,
): PlaceNameRow | null {
  const ofKind = rows.filter((row) => row.kind === kind)
  const candidates = ofKind.length > 0 ? ofKind : rows
  const byWeight = candidates.toSorted((a, b) => b.weight - a.weight)
  const anchor = home
    ? candidates.toSorted((a, b) => metresBetween(home, a) - metresBetween(home, b))[0]
    : byWeight[0]
  if (!anchor) return null
  const together = byWeight.filter((row) => metresBetween(anchor, row) <= SAME_PLACE)
  return together.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))[0] ?? null
}

async function fromName(row: PlaceNameRow, tables: GazetteerTables): Promise<Located> {
  const point = { lat: row.lat, lng: row.lng }
  const around = areaIndex(await tables.areasAround(point)).at(point)
  const itself = around.filter(
    (area) =>
      area.kind === 'district' || (area.kind === row.kind && foldName(area.name) === foldName(row.name)),
  )
  return {
    label: row.kind === 'ward' ? `${row.name} ward` : row.name,
    kind: row.kind,
    point,
    precision: 'area',
    areaCodes: itself.map((area) => area.code),
    postcode: null,
  }
}

/** "12 School Road, Sale M33 7XZ", "Sale M33", "Sale, Greater Manchester": the part that is understood best. */
async function byParts(said: string, tables: GazetteerTables, home: LatLng | null): Promise<Located | null> {
  const inside = postcodeInside(said)
  if (inside) return byPostcode(inside, tables)
  const words = said.split(/[\s,]+/)
  for (const count of [2, 1]) {
    const tail = parsePostcode(words.slice(-count).join(' '))
    const found = words.length > count ? await byPostcode(tail, tables) : null
    if (found) return found
  }
  const [first = '', ...rest] = said.split(',').map((part) => part.trim())
  if (rest.length === 0 || first === '') return null
  const context = await byName(rest.join(', '), tables, home)
  return (await byName(first, tables, context?.point ?? home)) ?? context
}

export type PlaceSuggestion = { label: string; kind: Kind; point: LatLng }

/** Names that begin so, the deployment's neighbours first, each label once. At most `limit`. */
export async function placesBeginning(
  text: string,
  tables: GazetteerTables,
  home: LatLng | null,
  limit: number,
): Promise<PlaceSuggestion[]> {
  const folded = foldName(text)
  if (folded.length < 2) return []
  // How far from home, in steps so wide that a small town next door does not push out a large one near by.
  const rings = (row: PlaceNameRow) => (home ? Math.floor(metresBetween(home, row) / SAME_PLACE) : 0)
  const groups = Map.groupBy(await tables.beginning(folded, limit * 10), (row) => foldName(row.name))
  return [...groups.values()]
    .map((rows) => choose(rows, home, null))
    .filter((row) => row !== null)
    .toSorted(
      (a, b) => rings(a) - rings(b) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.weight - a.weight,
    )
    .slice(0, limit)
    .map((row) => ({
      label: row.kind === 'ward' ? `${row.name} ward` : row.name,
      kind: row.kind,
      point: { lat: row.lat, lng: row.lng },
    }))
}
