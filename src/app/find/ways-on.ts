/** When little or nothing was found: what to change, and how much each change would find. Never an empty page. */
import { METRES_PER_MILE } from '../../places/geo.ts'
import type { EngineAnswer } from '../../search/engine.ts'
import { FACETS, type Query } from '../../search/query.ts'
import { dropped, writeQuery } from '../../search/write-query.ts'
import { miles as inMiles } from '../../text/format.ts'
import type { Text } from '../../text/en.ts'
import type { House } from '../house.ts'
import { askOf, withinMiles } from './ask.ts'
import { choiceLabel } from './choices.ts'
import type { WayOn } from './found.ts'
import type { Spot } from './where.ts'

/** Searches made for ways on at most, whatever was asked: a page that found nothing must not cost a dozen. */
export const ASKED_MOST = 6
/** The distance is doubled so often at most; what is farther away than that is "everywhere". */
const DOUBLINGS = 4
/** Miles: the widest that can be asked for. */
const WIDEST = 500
/** So many are looked at beyond those that are there, for the first that is farther away. */
const AHEAD = 4

type Way = { label: string; query: Query; spot: Spot | null }
type Asking = { house: House; query: Query; spot: Spot | null; text: Text }

const search = (
  { house }: Asking,
  query: Query,
  spot: Spot | null,
  { everywhere = null }: { everywhere?: number | null } = {},
): Promise<EngineAnswer> => {
  const asked = askOf(house, { ...query, page: 1, size: everywhere ?? 1 }, spot, [])
  return house.engine.search(everywhere === null ? asked : { ...asked, withinMetres: null })
}

/** Twice the distance, or four, eight, sixteen times it: the first that reaches the nearest one. Two searches. */
async function farther(asking: Asking, found: number): Promise<(Way & { total: number })[]> {
  const { house, query, spot, text } = asking
  const within = withinMiles(house, query, spot)
  if (within === null || spot === null) return []
  const { ways } = text.finding
  const all = await search(asking, { ...query, sort: 'near' }, spot, { everywhere: found + AHEAD })
  if (all.total === 0) return []
  const sort = query.sort === 'near' ? ('best' as const) : query.sort
  const anywhere = { ...query, page: 1, where: '', point: null, within: null, sort }
  const everywhere = { label: ways.anywhere, query: anywhere, spot: null, total: all.total }
  // The nearest of those that are not there yet; none of these few: only "everywhere" is sure to have one.
  const beyond = all.hits.flatMap(({ metres }) => (metres === null ? [] : metres / METRES_PER_MILE))
  const nearest = Math.min(...beyond.filter((miles) => miles > within))
  const times = Array.from({ length: DOUBLINGS }, (_, i) => 2 ** (i + 1)).find((it) => within * it >= nearest)
  if (times === undefined) return [everywhere]
  const wider = { ...query, page: 1, within: Math.min(WIDEST, within * times) }
  const { total } = await search(asking, wider, spot)
  const label = ways.wider(inMiles(wider.within, text))
  return [{ label, query: wider, spot, total }, ...(all.total > total ? [everywhere] : [])]
}

/** One thing less each time, in the order of the page. Nobody in danger is told to leave out their words or their need. */
function less({ house, query, spot, text }: Asking, inDanger: boolean): Way[] {
  const { ways: words } = text.finding
  const all: Way[] = []
  const add = (label: string, changed: Partial<Query>) =>
    all.push({ label, query: { ...query, page: 1, ...changed }, spot })
  if (query.bbox !== null) add(words.wholeMap, { bbox: null })
  for (const facet of FACETS.filter((it) => !inDanger || it !== 'need'))
    for (const value of query.filters[facet])
      add(words.without(choiceLabel(house.taxonomy, facet, value, text)), dropped(query, facet, value))
  if (query.age !== null) add(words.age(query.age), { age: null })
  if (query.term.length > 0 && !inDanger) add(words.without(query.term.join(', ')), { term: [] })
  if (query.what !== '' && !inDanger && (all.length > 0 || spot !== null))
    add(words.withoutWhat(query.what), { what: '' })
  return all
}

/** Several filters at once may be in the way: all of them at the end, where leaving out one is not enough. */
function noFilters({ query, spot, text }: Asking): Way[] {
  const chosen = FACETS.reduce((sum, facet) => sum + query.filters[facet].length, 0)
  if (chosen < 2) return []
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Query['filters']
  return [{ label: text.finding.ways.noFilters, query: { ...query, page: 1, filters }, spot }]
}

/** Only what finds more than `found`. `base`: the page's own address. At most `ASKED_MOST` searches. */
export async function waysOn(
  house: House,
  query: Query,
  spot: Spot | null,
  text: Text,
  { base, found, inDanger = false }: { base: string; found: number; inDanger?: boolean },
): Promise<WayOn[]> {
  const asking = { house, query, spot, text }
  const all = inDanger ? [] : noFilters(asking)
  const one = less(asking, inDanger).slice(0, ASKED_MOST - 2 - all.length)
  const counted = await Promise.all([
    farther(asking, found),
    ...[...one, ...all].map(async (way) => [
      { ...way, total: (await search(asking, way.query, way.spot)).total },
    ]),
  ])
  return counted
    .flat()
    .filter(({ total }) => total > found)
    .map(({ label, query: next, total }) => ({ label, href: `${base}?${writeQuery(next)}`, total }))
}
