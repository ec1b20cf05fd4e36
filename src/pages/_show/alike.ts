/** The address of a search for something like a listing. */
import { EVERYTHING } from '../../search/query.ts'
import { writeQuery } from '../../search/write-query.ts'
import type { Listing } from '../../listings/listing.ts'

export function alike({ listing }: { listing: Pick<Listing, 'needs' | 'kinds' | 'places'> }): string {
  const { needs, kinds, places } = listing
  const where = places[0]?.town ?? places[0]?.postcode ?? ''
  const filters = { ...EVERYTHING.filters, ...(needs.length > 0 ? { need: needs } : { kind: kinds }) }
  return `/search?${writeQuery({ ...EVERYTHING, where, filters })}`
}
