/** A matter is taken by one of the desk, or given back: a courtesy to colleagues, not a lock. */
import type { SignedIn } from '../people/signed-in.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { decidesAs, listingOf } from './reach.ts'

export type Taken =
  { is: 'taken' } | { is: 'given-back' } | { is: 'decided' } | { is: 'refused' } | { is: 'unknown' }

export async function take(
  who: SignedIn | null,
  { matter: id, back }: { matter: string; back: boolean },
  { store }: Workshop,
): Promise<Taken> {
  const matter = await store.matters.get(id)
  if (matter === null) return { is: 'unknown' }
  if (who === null || (await decidesAs(store, who, await listingOf(store, matter.listing))) === null)
    return { is: 'refused' }
  const done = await store.act((act) => act.matters.assign(id, back ? null : who.person))
  if (!done) return { is: 'decided' }
  return { is: back ? 'given-back' : 'taken' }
}
