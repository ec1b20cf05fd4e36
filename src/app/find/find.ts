/** One search, whole: the place understood, ids found, listings filled in, sentences ready. */
import type { Text } from '../../text/en.ts'
import { texts } from '../../text/texts.ts'
import { mayLeaveQuickly } from '../../listings/taxonomy.ts'
import type { Lang } from '../../text/format.ts'
import { foldName } from '../../places/place-name.ts'
import type { Practice } from '../../places/practices.ts'
import type { Query } from '../../search/query.ts'
import type { Known } from '../../store/store.ts'
import type { House } from '../house.ts'
import { inLanguage } from '../in-language.ts'
import { askOf, withinMiles } from './ask.ts'
import { facetChoices } from './choices.ts'
import type { Found } from './found.ts'
import { movePlace } from './move-place.ts'
import { resultOf } from './result.ts'
import { understood } from './understood.ts'
import { spotOf } from './where.ts'

export async function find(house: House, query: Query, lang: Lang): Promise<Found> {
  const text = texts(lang)
  const now = house.now()
  await Promise.all([house.follower.catchUp(), house.notices.refresh(), house.fair.refresh()])
  const spot = await spotOf(house, query, text.finding.here)
  const answer = await house.engine.search(askOf(house, query, spot))
  const { query: asked } = movePlace(query, spot)
  const { warned } = understood(house.taxonomy, asked)
  const crisis = house.crisis(query.what, warned, lang)
  const listings = new Map(
    (await house.listings(answer.hits.map((hit) => hit.id))).map((it) => [it.listing.id, it]),
  )
  const first = (query.page - 1) * query.size + 1
  const results = answer.hits.flatMap((hit, i) => {
    const known = listings.get(hit.id)
    return known === undefined || !isPublic(known)
      ? []
      : [resultOf(house, inLanguage(known, lang), hit, first + i, spot, now, text)]
  })
  const notes: string[] = []
  if (query.where !== '' && query.point === null && spot === null)
    notes.push(text.finding.notes.whereUnknown(query.where))
  if (answer.widened && answer.total > 0 && crisis === null) notes.push(text.finding.notes.widened)
  if (spot?.also) notes.push(alsoSaid(spot.also, query.where, text))
  if (spot?.practice && spot.point === null) notes.push(text.why.practiceOnly(spot.practice.name))
  if (query.sort === 'near' && !spot?.point) notes.push(text.finding.notes.needsPlace)
  return {
    query: asked,
    taken:
      spot?.asWords === undefined
        ? null
        : { place: spot.label, asWords: { ...query, what: spot.asWords, page: 1 } },
    withinMiles: withinMiles(house, query, spot),
    where: spot?.point ? { label: spot.label, ...spot.point, precision: spot.precision } : null,
    practice: spot?.practice?.name ?? null,
    total: answer.total,
    pages: Math.ceil(answer.total / query.size),
    engine: answer.by,
    results,
    facets: facetChoices(house.taxonomy, answer.facets, asked, text),
    notes,
    crisis,
    leaveQuickly: mayLeaveQuickly(house.taxonomy, warned),
    widened: answer.widened && answer.total > 0,
    points: results.flatMap((it) =>
      it.place?.point
        ? [{ ...it.place.point, number: it.number, slug: it.listing.slug, name: it.listing.name }]
        : [],
    ),
  }
}

/** Its code, or as much of its name as tells it from the place. */
function alsoSaid({ name, code }: Practice, where: string, { why }: Text): string {
  const own = foldName(name) === foldName(where) ? why.asPractice(name) : name
  return why.alsoPractice(name, code ?? own)
}

/** The store decides what is shown, whatever the index still says. */
export function isPublic({ listing }: Known): boolean {
  return listing.status === 'published' || listing.status === 'paused'
}
