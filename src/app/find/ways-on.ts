/** When nothing was found: what to change, and how much each change would find. Never an empty page. */
import { FACETS, type Query } from '../../search/query.ts'
import { dropped, writeQuery } from '../../search/write-query.ts'
import { miles as inMiles } from '../../text/format.ts'
import type { Text } from '../../text/en.ts'
import type { House } from '../house.ts'
import { askOf, withinMiles } from './ask.ts'
import { choiceLabel } from './choices.ts'
import type { WayOn } from './found.ts'
import type { Spot } from './where.ts'

/** Ways shown at most; a longer list is no help. */
const MOST = 8
/** How often the distance is doubled before "everywhere" is offered instead. */
const DOUBLINGS = 4

type Way = { label: string; query: Query; spot: Spot | null }

function ways(house: House, query: Query, spot: Spot | null, text: Text): Way[] {
  const { ways: words } = text.finding
  const all: Way[] = []
  const add = (label: string, changed: Partial<Query>, at: Spot | null = spot) =>
    all.push({ label, query: { ...query, page: 1, ...changed }, spot: at })
  const within = withinMiles(house, query, spot)
  if (within !== null)
    for (let i = 1; i <= DOUBLINGS; i++) {
      const wider = Math.min(500, within * 2 ** i)
      add(words.wider(inMiles(wider, text)), { within: wider })
    }
  if (query.bbox !== null) add(words.wholeMap, { bbox: null })
  for (const facet of FACETS)
    for (const value of query.filters[facet])
      add(words.without(choiceLabel(house.taxonomy, facet, value, text)), dropped(query, facet, value))
  if (query.age !== null) add(words.age(query.age), { age: null })
  if (query.term.length > 0) add(words.without(query.term.join(', ')), { term: [] })
  if (query.what !== '') add(words.withoutWhat(query.what), { what: '' })
  if (spot !== null)
    add(
      words.anywhere,
      { where: '', point: null, within: null, sort: query.sort === 'near' ? 'best' : query.sort },
      null,
    )
  return all
}

/** Only what finds something; of the wider distances only the first that does. `base`: the page's own address. */
export async function waysOn(
  house: House,
  query: Query,
  spot: Spot | null,
  text: Text,
  base: string,
): Promise<WayOn[]> {
  const found: WayOn[] = []
  let wider = false
  for (const way of ways(house, query, spot, text)) {
    const isWider = way.query.within !== query.within && way.spot !== null
    if (isWider && wider) continue
    const { total } = await house.engine.search({
      ...askOf(house, way.query, way.spot, []),
      page: 1,
      size: 1,
    })
    if (total === 0) continue
    if (isWider) wider = true
    found.push({ label: way.label, href: `${base}?${writeQuery(way.query).toString()}`, total })
    if (found.length === MOST) break
  }
  return found
}
