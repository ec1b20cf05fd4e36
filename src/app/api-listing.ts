/** One listing as /api/listing/<id> answers it: what its page shows, as data. */
import type { Lang } from '../text/format.ts'
import { listingViewOf } from './listing-view.ts'
import type { House } from './house.ts'

const whole = (said: { main: string; detail: string }): string =>
  [said.main, said.detail].filter(Boolean).join(' ')

export async function listingBody(
  house: House,
  id: string,
  lang: Lang,
  base: string,
): Promise<object | 'unknown' | 'erased'> {
  const found = await house.store.byId(id)
  if (found.is === 'erased') return 'erased'
  if (found.is !== 'listing' || found.known.listing.status === 'draft') return 'unknown'
  const view = await listingViewOf(house, found.known, lang)
  const { change: _change, ...listing } = view.listing
  return {
    ...listing,
    url: `${base}/listing/${listing.slug}`,
    next: view.next,
    when: view.when,
    capacity: {
      state: view.capacity.state,
      weeks: view.capacity.weeks,
      until: view.capacity.until,
      said_at: view.capacity.saidAt,
      sentence: whole(view.capacitySaid),
    },
    funding: view.funding && { sentence: view.funding.sentence },
    standing: {
      state: view.standing.state,
      confirmed_at: view.standing.confirmedAt,
      confirmed_by: view.standing.confirmedBy,
      sentence: whole(view.standingSaid),
    },
    notices: view.notices,
    provenance: view.provenance,
    sources: view.sources.map(({ id: source, name, publisher, licence, licence_url, attribution, url }) => ({
      id: source,
      name,
      publisher,
      licence,
      licence_url,
      attribution,
      url,
    })),
    successor: view.successor,
  }
}
