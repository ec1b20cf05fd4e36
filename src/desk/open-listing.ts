/** One listing with all that is known of it. That somebody read its private facts stands in the record. */
import type { Statement } from '../listings/claims.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import { keepersOf } from '../upkeep/keepers.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { decidesAs, listingOf } from './reach.ts'

export type OpenListing =
  | {
      is: 'listing'
      known: Known
      /** What each source says of it, those taken back left out. */
      statements: Statement[]
      /** What waits for it, oldest first. */
      waits: Matter[]
      /** Addresses of those who keep it. */
      keepers: string[]
    }
  | { is: 'refused' }
  | { is: 'unknown' }

export async function openListing(
  who: SignedIn | null,
  id: string,
  { store, now, newId }: Workshop,
): Promise<OpenListing> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const known = await listingOf(store, id)
  if (known === null) return { is: 'unknown' }
  const role = await decidesAs(store, who, known)
  if (who === null || role === null) return { is: 'refused' }
  const group = known.listing.group?.id ?? null
  const at = now().toISOString()
  const reading = { id: newId(), at, person: who.person, role, did: 'read-private', listing: id, group }
  await store.act((act) => act.audit({ ...reading, about: null }))
  const [statements, waits, keepers] = await Promise.all([
    store.statements(id),
    store.matters.list({ state: 'open', listing: id }),
    keepersOf(store, group),
  ])
  return { is: 'listing', known, statements, waits, keepers: keepers.map(({ email }) => email) }
}
