/** Who rings: somebody who knows and is not of the group, whose own word is another use case. */
import type { Knower } from '../listings/claims.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Act } from '../store/act.ts'
import type { Role } from '../store/people/grant.ts'
import type { Known } from '../store/store.ts'
import type { Rung } from './rung.ts'
import type { Workshop } from './workshop.ts'

export type Ringer = Extract<Knower, 'link-worker' | 'umbrella' | 'desk'>

/** Everything they hold besides groups of their own: a keeper who is also a link worker rings as a link worker. */
export function ringing(who: SignedIn | null): SignedIn | null {
  return who === null ? null : { ...who, grants: who.grants.filter(({ role }) => role !== 'group') }
}

export function ringerOf(role: Role | null): Ringer | null {
  if (role === null || role === 'group') return null
  return role === 'administrator' ? 'desk' : role
}

/** One answer in hand: everything that what follows from it needs. */
export type Rings = {
  act: Act
  who: SignedIn
  by: Ringer
  /** As it was before. */
  known: Known
  given: Rung
  at: Date
  workshop: Workshop
}
