/** The two listings of a match, as they stand now. */
import type { Statement } from '../../listings/claims.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Known, Store } from '../../store/store.ts'
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

async function half(store: Pick<Store, 'byId' | 'statements'>, id: string): Promise<Half | null> {
  const found = await store.byId(id)
  if (found.is !== 'listing') return null
  const { id: listing } = found.known.listing
  return { known: found.known, statements: await store.statements(listing) }
}
