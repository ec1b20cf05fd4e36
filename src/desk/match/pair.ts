/** The two listings of a match, as they stand now. */
import type { Statement } from '../../listings/claims.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Known, Store } from '../../store/store.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { decidesAs } from '../reach.ts'
import { KINDS, type AboutOf } from '../kinds.ts'
import { keptByDefault } from './together.ts'

export type Half = { known: Known; statements: Statement[] }
export type Pair =
  | { is: 'two'; a: Half; b: Half; kept: Half; about: AboutOf<'match'> }
  /** They were made one meanwhile. */
  | { is: 'one'; half: Half }
  /** One of them was erased, or is not known. */
  | { is: 'unknown' }

export async function pairOf(
  store: Pick<Store, 'byId' | 'statements'>,
  { about: given }: Matter,
): Promise<Pair> {
  const read = KINDS.match.about.safeParse(given)
  if (!read.success) return { is: 'unknown' }
  const about = read.data
  const [a, b] = [await half(store, about.a), await half(store, about.b)]
  if (a === null || b === null) return { is: 'unknown' }
  if (a.known.listing.id === b.known.listing.id) return { is: 'one', half: a }
  return { is: 'two', a, b, kept: keptByDefault(a, b), about }
}

/** As somebody of the desk looks at them: both must be theirs, and that they read the private facts of both is recorded. */
export async function openPair(
  who: SignedIn | null,
  matter: Matter,
  { store, now, newId }: Workshop,
): Promise<Pair | { is: 'refused' }> {
  const pair = await pairOf(store, matter)
  if (pair.is !== 'two' || who === null) return pair
  for (const { known } of [pair.a, pair.b]) {
    const role = await decidesAs(store, who, known)
    if (role === null) return { is: 'refused' }
    const { id: listing, group } = known.listing
    // The other one is recorded where the matter itself is opened.
    if (listing === matter.listing) continue
    const at = now().toISOString()
    const reading = { id: newId(), at, person: who.person, role, did: 'read-private', listing }
    await store.act((act) => act.audit({ ...reading, group: group?.id ?? null, about: matter.id }))
  }
  return pair
}

async function half(store: Pick<Store, 'byId' | 'statements'>, id: string): Promise<Half | null> {
  const found = await store.byId(id)
  if (found.is !== 'listing') return null
  const { id: listing } = found.known.listing
  return { known: found.known, statements: await store.statements(listing) }
}
