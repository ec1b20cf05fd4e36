/** What of the desk's matters somebody may see and decide: those of their area, and those that lie in none. */
import { allowed, type KnowsUmbrellas } from '../people/allowed.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Role } from '../store/people/grant.ts'
import type { Known, Store } from '../store/store.ts'

/** `known`: the listing it is about; null: about none, or about one that was erased. The role in which they may. */
export async function decidesAs(
  store: KnowsUmbrellas,
  who: SignedIn | null,
  known: Known | null,
): Promise<Role | null> {
  return known === null ? mayHere(who, 'see-desk') : allowed(store, who, 'decide', known.listing)
}

export async function listingOf(store: Pick<Store, 'byId'>, id: string | null): Promise<Known | null> {
  if (id === null) return null
  const found = await store.byId(id)
  return found.is === 'listing' ? found.known : null
}
