/** A matter is decided: by which use case is the affair of its kind. One act each, which asks again who may. */
import { acceptKeeper, refuseKeeper } from '../people/keepers/decide.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { acceptChange, refuseChange } from '../upkeep/edit/decide-change.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { decisionGiven, type Decided, type DecisionGiven } from './decision.ts'
import { KINDS, type Kind } from './kinds.ts'
import { decideConflict } from './conflict/decide-conflict.ts'
import { decideLook } from './look.ts'
import { decideMatch } from './match/decide-match.ts'
import { decidesAs, listingOf } from './reach.ts'
import { decideSameGroup } from './same-group.ts'

type Decide = (who: SignedIn, given: DecisionGiven, workshop: Workshop) => Promise<Decided>

/** How each kind of matter is decided. A new kind is one more entry. */
const DECIDE: { [K in Kind]: Decide } = {
  change: decideChange,
  keeper: decideKeeper,
  report: decideLook,
  signal: decideLook,
  review: decideLook,
  'same-group': decideSameGroup,
  conflict: decideConflict,
  match: decideMatch,
}
export const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind)

async function decideChange(
  who: SignedIn,
  { matter, decision, reason, despite }: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  const decided = await (decision === 'accepted'
    ? acceptChange(who, matter, workshop, { despite })
    : refuseChange(who, matter, reason, workshop))
  if (decided.is === 'changed-meanwhile')
    return { is: 'clashes', fields: decided.clashes.map(({ field }) => field) }
  if (decided.is === 'decided') return { is: 'decided' }
  return decided.is === 'no-reason' ? { is: 'needs', what: 'reason' } : decided
}

async function decideKeeper(
  who: SignedIn,
  { matter, decision, reason }: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  const decided = await (decision === 'accepted' ? acceptKeeper : refuseKeeper)(who, matter, reason, workshop)
  if (decided.is === 'saved') return { is: 'decided' }
  if (decided.is === 'decided') return { is: 'before' }
  return decided.is === 'no-reason' ? { is: 'needs', what: 'reason' } : decided
}

const MISSING: { [field: string]: 'reason' | 'ended-on' } = { reason: 'reason', endedOn: 'ended-on' }

/** Nothing is written unless it is "decided". */
export async function decide(
  who: SignedIn | null,
  given: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  const read = decisionGiven.safeParse(given)
  if (!read.success)
    return { is: 'needs', what: MISSING[String(read.error.issues[0]?.path[0])] ?? 'decision' }
  const { store } = workshop
  const matter = await store.matters.get(given.matter)
  if (matter === null || !isKind(matter.kind)) return { is: 'unknown' }
  if (who === null || (await decidesAs(store, who, await listingOf(store, matter.listing))) === null)
    return { is: 'refused' }
  if (matter.state !== 'open') return { is: 'before' }
  const decisions: readonly string[] = KINDS[matter.kind].decisions
  if (!decisions.includes(given.decision)) return { is: 'needs', what: 'decision' }
  if (given.decision === 'refused' && read.data.reason === '') return { is: 'needs', what: 'reason' }
  return DECIDE[matter.kind](who, read.data, workshop)
}
