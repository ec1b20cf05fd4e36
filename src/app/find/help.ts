/**
 * What the results page says where little, nothing or nothing with room was found: ways on, the nearest for the same
 * need, lists to join, whom to ring. At most ASKED_MOST + 1 searches more, each for a handful of ids without facets.
 */
import { publicFields } from '../../listings/public-fields.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { EVERYTHING, type Query } from '../../search/query.ts'
import { texts } from '../../text/texts.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'
import { inLanguage } from '../in-language.ts'
import { askOf } from './ask.ts'
import type { Found, Help, Result } from './found.ts'
import { isPublic } from './find.ts'
import { movePlace } from './move-place.ts'
import { poorness } from './poor.ts'
import { resultOf } from './result.ts'
import { understood } from './understood.ts'
import { waysOn } from './ways-on.ts'
import { spotOf, type Spot } from './where.ts'

/** Others shown at most, of how many that are nearest; lists to join, and numbers to ring. */
const OTHERS = 4
const LOOKED_AT = 8
const WAITING = 4
const RING = 3

/** What the person needs stays; what can be arranged otherwise (when, cost, how to join) goes. */
const KEPT = ['who', 'access', 'language'] as const

export async function helpFor(house: House, found: Found, lang: Lang): Promise<Help | null> {
  const { total, results, widened } = found
  const why = poorness(
    { total, results, widened, page: found.query.page },
    { few: house.site.search.few, narrowed: isNarrowed(found.query) },
  )
  if (why === null) return null
  const text = texts(lang)
  const asked = await spotOf(house, found.query, text.finding.here)
  const { query, spot } = movePlace(found.query, asked)
  const means = understood(house.taxonomy, query)
  // Where the words mean nothing to us, what was found by them says what they were after.
  const [best] = results
  const needs = means.needs.length + means.kinds.length > 0 ? means.needs : (best?.listing.needs ?? [])
  const base = lang === 'cy' ? '/cy/search' : '/search'
  const [ways, others] = await Promise.all([
    why === 'full'
      ? []
      : waysOn(house, query, spot, text, { base, found: total, inDanger: found.crisis !== null }),
    nearest(house, { query, spot, needs, kinds: means.kinds, room: why === 'full' }, results, lang),
  ])
  const label = (id: string) => ({ id, label: labelOf(house.taxonomy, 'needs', id, lang) ?? id })
  return {
    why,
    ways,
    needs: means.needs.map(label),
    kinds: means.kinds,
    others,
    waiting: results.filter(({ capacity }) => capacity.state === 'waiting').slice(0, WAITING),
    ring: why === 'unsure' ? results.flatMap(numberOf).slice(0, RING) : [],
  }
}

/** The number that everybody may ring; what is hidden never comes here. */
function numberOf({ listing }: Result): Help['ring'] {
  const { phone, contacts } = publicFields(listing)
  const shown = phone ?? contacts.find((it) => it.phone !== undefined)?.phone
  return shown === undefined ? [] : [{ id: listing.id, name: listing.name, phone: shown.number }]
}

/** All that there is may be little: only what was narrowed can be widened. */
const isNarrowed = ({ what, where, point, bbox, age, term, filters }: Query): boolean =>
  what !== '' ||
  where !== '' ||
  point !== null ||
  bbox !== null ||
  age !== null ||
  term.length > 0 ||
  Object.values(filters).some((values) => values.length > 0)

type Wanted = { query: Query; spot: Spot | null; needs: string[]; kinds: string[]; room: boolean }

/** Nearest first, however far; those that stand on the page already are left out. One search. */
async function nearest(
  house: House,
  { query, spot, needs, kinds, room }: Wanted,
  shown: readonly Result[],
  lang: Lang,
): Promise<Result[]> {
  if (needs.length + kinds.length === 0) return []
  const filters = { ...EVERYTHING.filters }
  for (const facet of KEPT) filters[facet] = query.filters[facet]
  if (needs.length > 0) filters.need = needs
  else filters.kind = kinds
  if (room) filters.room = ['1']
  const there = new Set(shown.map(({ listing }) => listing.id))
  const sort = spot?.point ? ('near' as const) : ('best' as const)
  const size = LOOKED_AT + (room ? 0 : there.size)
  const like = { ...EVERYTHING, filters, age: query.age, sort, size }
  const { hits } = await house.engine.search({ ...askOf(house, like, spot, []), withinMetres: null })
  const wanted = hits.filter(({ id }) => !there.has(id))
  const known = new Map((await house.listings(wanted.map(({ id }) => id))).map((it) => [it.listing.id, it]))
  const [now, text] = [house.now(), texts(lang)]
  const near = wanted.flatMap((hit, i) => {
    const it = known.get(hit.id)
    return it === undefined || !isPublic(it)
      ? []
      : [resultOf(house, inLanguage(it, lang), hit, i + 1, spot, now, text)]
  })
  // What rests or is full is no alternative where there is another; the nearest stay in their order.
  const takes = ({ capacity }: Result) => capacity.state !== 'full' && capacity.state !== 'paused'
  const first = near.filter(takes).slice(0, OTHERS)
  return first.length > 0 ? first : near.slice(0, OTHERS)
}
