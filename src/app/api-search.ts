/** A search as /api/search answers it: the shape of contract.md, nothing hidden in it. */
import type { Choice, Found, Result } from './find/found.ts'
import { whySentences } from './find/why-said.ts'

type Facets = Record<string, Record<string, number>>

const counts = (choices: readonly Choice[]): Record<string, number> =>
  Object.fromEntries(choices.map((it) => [it.id, it.count]))
const whole = (said: { main: string; detail: string }): string =>
  [said.main, said.detail].filter(Boolean).join(' ')
/** Miles to a hundredth: finer than any point is known. */
const rounded = (miles: number | null): number | null =>
  miles === null ? null : Math.round(miles * 100) / 100

function listingOf(result: Result, base: string): object {
  const { listing, place, capacity, standing } = result
  return {
    id: listing.id,
    slug: listing.slug,
    url: `${base}/listing/${listing.slug}`,
    name: listing.name,
    summary: listing.summary ?? null,
    group: listing.group?.name ?? null,
    place: place && {
      name: place.name ?? null,
      postcode: place.postcode ?? null,
      lat: place.point?.lat ?? null,
      lng: place.point?.lng ?? null,
      precision: place.precision ?? null,
    },
    distance_miles: rounded(result.miles),
    why: whySentences(result.why),
    next: result.next,
    capacity: {
      state: capacity.state,
      weeks: capacity.weeks,
      until: capacity.until,
      said_at: capacity.saidAt,
      sentence: whole(result.capacitySaid),
    },
    standing: {
      state: standing.state,
      confirmed_at: standing.confirmedAt,
      confirmed_by: standing.confirmedBy,
      sentence: whole(result.standingSaid),
    },
    notices: result.notices,
    needs: listing.needs,
    kinds: listing.kinds,
  }
}

/** `base`: the public address of the site without a slash at its end. */
export function searchBody(found: Found, base: string): object {
  const facets: Facets = Object.fromEntries(
    Object.entries(found.facets).map(([facet, choices]) => [facet, counts(choices)]),
  )
  return {
    total: found.total,
    page: found.query.page,
    pages: found.pages,
    size: found.query.size,
    engine: found.engine,
    searched: { what: found.query.what, where: found.where, practice: found.practice },
    listings: found.results.map((it) => listingOf(it, base)),
    facets,
    notes: found.notes,
    crisis: found.crisis,
  }
}
