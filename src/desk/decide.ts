/** A matter is decided: who may is asked here, what follows is the affair of its kind. One act each. */
import type { SignedIn } from '../people/signed-in.ts'
import { keepersOf, type Keeper } from '../upkeep/keepers.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { decisionGiven, type Decided, type Deciding, type DecisionGiven } from './decision.ts'
import { KINDS, type Kind } from './kinds.ts'
import { decideLook } from './look.ts'
import { decidesAs, listingOf } from './reach.ts'

/** How each kind of matter is decided. A new kind is one more entry. */
const DECIDE: { [K in Kind]: (deciding: Deciding, keepers: readonly Keeper[]) => Promise<Decided> } = {
  change: async () => ({ is: 'needs', what: 'decision' }),
  keeper: async () => ({ is: 'needs', what: 'decision' }),
  report: decideLook,
  signal: decideLook,
  review: decideLook,
}
export const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind)

export async function decide(
  who: SignedIn | null,
  given: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  const read = decisionGiven.safeParse(given)
  if (!read.success) return { is: 'needs', what: 'decision' }
  const { store } = workshop
  const first = await store.matters.get(given.matter)
  if (first === null || !isKind(first.kind)) return { is: 'unknown' }
  if (who === null || (await decidesAs(store, who, await listingOf(store, first.listing))) === null)
    return { is: 'refused' }
  const { kind } = first
  const decisions: readonly string[] = KINDS[kind].decisions
  if (!decisions.includes(given.decision)) return { is: 'needs', what: 'decision' }
  if (given.decision === 'refused' && read.data.reason === '') return { is: 'needs', what: 'reason' }
  const keepers = await keepersOf(store, first.group)
  return store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter === null) return { is: 'unknown' }
    if (matter.state !== 'open') return { is: 'before', matter }
    const found = matter.listing === null ? null : await act.byId(matter.listing)
    const known = found?.is === 'listing' ? found.known : null
    const role = await decidesAs(act, who, known)
    if (role === null) return { is: 'refused' }
    const at = workshop.now()
    return DECIDE[kind]({ act, who, role, matter, known, given: read.data, at, workshop }, keepers)
  })
}
