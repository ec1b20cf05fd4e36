/** The ways somebody can come to keep a listing, as its page offers them. Reads only. */
import { hides } from '../../listings/masked.ts'
import type { Matter, WhichMatters } from '../../store/matters/matter.ts'
import type { Known } from '../../store/store.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import type { SignedIn } from '../signed-in.ts'
import { hintOf, isOneOf, proving } from './addresses.ts'

export type Ways =
  | { is: 'signed-out' }
  | { is: 'keeper'; group: string }
  /** The address they signed in with is one the listing has: one press is enough. */
  | { is: 'own-address' }
  | Stranger

/** Their address is not one that the listing has. */
export type Stranger = {
  is: 'stranger'
  /** "offered" with a hint of the address; "hidden": with none; "none": there is no address to send one to. */
  code: 'offered' | 'hidden' | 'none'
  hint: string | null
  /** A code that they asked for waits to be typed in. */
  typing: boolean
  /** Day by which the desk means to answer what they said of themselves; null: they asked nothing. */
  answerBy: string | null
}

export type Keeping =
  | { is: 'listing'; known: Known; ways: Ways }
  | { is: 'moved'; slug: string }
  | { is: 'erased' }
  | { is: 'unknown' }

export async function waysToKeep(who: SignedIn | null, slug: string, workshop: Workshop): Promise<Keeping> {
  const found = await workshop.store.bySlug(slug)
  if (found.is !== 'listing') return found
  const { known } = found
  if (known.listing.status === 'draft') return { is: 'unknown' }
  return { is: 'listing', known, ways: await waysFor(who, known, workshop) }
}

async function waysFor(who: SignedIn | null, { listing }: Known, { store, now }: Workshop): Promise<Ways> {
  if (who === null) return { is: 'signed-out' }
  const { group } = listing
  if (group !== null && keeps(who, group.id)) return { is: 'keeper', group: group.id }
  const addresses = await proving(store, listing)
  if (isOneOf(who.email, addresses)) return { is: 'own-address' }
  const answerBy = (await askedBefore(store, who, listing.id))?.targetOn ?? null
  const typing = (await store.keepers.code(listing.id, who.person, now())) !== null
  const [best] = addresses
  // The same words whether it has an address or not: a refuge's page tells nothing of the refuge.
  if (hides(listing.places)) return { is: 'stranger', code: 'hidden', hint: null, typing, answerBy }
  if (best === undefined) return { is: 'stranger', code: 'none', hint: null, typing: false, answerBy }
  return { is: 'stranger', code: 'offered', hint: hintOf(listing, best), typing, answerBy }
}

export const keeps = ({ grants }: SignedIn, group: string): boolean =>
  grants.some(({ role, scope, endedAt }) => role === 'group' && scope === group && endedAt === null)

/** What they asked the desk and nobody has decided yet. */
export async function askedBefore(
  { matters }: { matters: { list: (which: WhichMatters) => Promise<Matter[]> } },
  { person }: SignedIn,
  listing: string,
): Promise<Matter | null> {
  const open = await matters.list({ state: 'open', kind: 'keeper', listing })
  return open.find((it) => it.person === person) ?? null
}
