/** Where somebody lives, as typed: a place, or the GP practice they are patients of, or both. */
import { locate } from './locate.ts'
import { parsePostcode } from './postcode.ts'
import { findPractice, type Practice } from './practices.ts'
import type { LatLng } from '../listings/listing.ts'
import type { GazetteerTables, Located } from './gazetteer.ts'

export type Home = {
  place: Located | null
  /** What serves its patients is meant. */
  practice: Practice | null
  /** A practice of that name that was not meant, since a place has it. */
  also: Practice | null
}

/**
 * A postcode is a postcode. A town, ward or district of just that name is meant before a practice of it; a practice
 * before a place that is only spelt nearly so. "Firsway Health Centre, Sale" is both. null: nothing is understood.
 */
export async function locateHome(
  text: string,
  tables: GazetteerTables,
  middle: LatLng | null,
): Promise<Home | null> {
  const said = text.trim()
  if (said === '') return null
  if (parsePostcode(said).is !== 'none') return placed(await locate(said, tables, middle))
  const practices = await tables.practices()
  const whole = findPractice(said, practices)
  if ((await tables.named(said)).length > 0) {
    const place = await locate(said, tables, middle)
    return place && { place, practice: null, also: whole?.practice ?? null }
  }
  if (whole) return { place: null, practice: whole.practice, also: null }
  const comma = said.indexOf(',')
  const first = comma < 0 ? null : findPractice(said.slice(0, comma), practices)
  const place = await locate(comma < 0 || !first ? said : said.slice(comma + 1), tables, middle)
  return first ? { place, practice: first.practice, also: null } : placed(place)
}

const placed = (place: Located | null): Home | null => place && { place, practice: null, also: null }
