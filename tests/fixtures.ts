/** Builders for tests: the smallest thing that is valid, with what the test is about on top. */
import { listingFields, type Listing, type ListingFields } from '../src/listings/listing.ts'
import type { Known } from '../src/store/store.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')

export function fields(over: Partial<ListingFields> = {}): ListingFields {
  return listingFields.parse({ name: 'Kettle On', ...over })
}

export function aListing(over: Partial<Listing> = {}): Listing {
  return {
    ...fields(),
    id: '00000000-0000-4000-8000-000000000001',
    slug: 'kettle-on',
    revision: 1,
    change: 1,
    group: { id: 'g1', name: 'Kettle Friends' },
    editedAt: '2026-11-01T09:00:00.000Z',
    importedAt: null,
    ...over,
  }
}

export function known(over: Partial<Omit<Known, 'listing'>> & { listing?: Partial<Listing> } = {}): Known {
  const { listing, ...rest } = over
  return {
    confirmation: null,
    capacity: null,
    capacities: [],
    funding: null,
    fundingTold: null,
    signals: [],
    sources: [],
    ...rest,
    listing: aListing(listing),
  }
}
