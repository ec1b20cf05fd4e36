/** One matter with everything the desk needs beside it. That somebody read a listing's private facts stands in the record. */
import { mayHere } from '../people/roles.ts'
import type { Listing } from '../listings/listing.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import { keepersOf } from '../upkeep/keepers.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { KINDS } from './kinds.ts'
import { decidesAs, listingOf } from './reach.ts'

export type OpenMatter =
  | {
      is: 'matter'
      matter: Matter
      known: Known | null
      /** What else waits for the same listing, oldest first. */
      others: Matter[]
      /** Addresses of those who keep it. */
      keepers: string[]
      /** Listings of the group that goes on in its group's place, where a register names one. */
      instead: Listing[]
    }
  | { is: 'refused' }
  | { is: 'unknown' }

export async function openMatter(
  who: SignedIn | null,
  id: string,
  { store, now, newId }: Workshop,
): Promise<OpenMatter> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const matter = await store.matters.get(id)
  if (matter === null) return { is: 'unknown' }
  const known = await listingOf(store, matter.listing)
  const role = await decidesAs(store, who, known)
  if (who === null || role === null) return { is: 'refused' }
  if (known === null) return { is: 'matter', matter, known, others: [], keepers: [], instead: [] }
  const { id: listing, group } = known.listing
  await store.act((act) =>
    act.audit({
      id: newId(),
      at: now().toISOString(),
      person: who.person,
      role,
      did: 'read-private',
      listing,
      group: group?.id ?? null,
      about: matter.id,
    }),
  )
  const others = await store.matters.list({ state: 'open', listing })
  const keepers = await keepersOf(store, group?.id ?? null)
  return {
    is: 'matter',
    matter,
    known,
    others: others.filter((it) => it.id !== matter.id),
    keepers: keepers.map(({ email }) => email),
    instead: await successorsOf(matter, store),
  }
}

async function successorsOf({ kind, about }: Matter, store: Workshop['store']): Promise<Listing[]> {
  const read = kind === 'signal' ? KINDS.signal.about.safeParse(about) : undefined
  const next = read?.data?.register?.successor
  if (next == null) return []
  const ids = await store.registers.listingsOf([next.org_id])
  return (await store.listings(ids)).map(({ listing }) => listing)
}
