/** Whether somebody may do this to that listing, with what the table needs to know read from the store. */
import type { Listing } from '../listings/listing.ts'
import type { Role } from '../store/people/grant.ts'
import { liveGrants, may, targetOf, type Action } from './roles.ts'
import type { SignedIn } from './signed-in.ts'

/** The store, or an act on it. */
export type KnowsUmbrellas = {
  /** Ids of the umbrella bodies whose help a group has accepted. */
  umbrellas: { of: (group: string) => Promise<string[]> }
}

/** The role in which they may; null: they may not. The store is asked only where the answer depends on it. */
export async function allowed(
  store: KnowsUmbrellas,
  who: SignedIn | null,
  action: Action,
  listing: Pick<Listing, 'group' | 'places'>,
): Promise<Role | null> {
  const asks = listing.group !== null && liveGrants(who).some(({ role }) => role === 'umbrella')
  const bodies = asks && listing.group !== null ? await store.umbrellas.of(listing.group.id) : []
  return may(who, action, targetOf(listing, bodies))
}

/** The same for a group itself: its people, its umbrella bodies. A group lies in no area: a desk of any area may. */
export async function allowedGroup(
  store: KnowsUmbrellas,
  who: SignedIn | null,
  action: Action,
  group: string,
): Promise<Role | null> {
  return may(who, action, { group, umbrellas: await store.umbrellas.of(group), areas: [] })
}
