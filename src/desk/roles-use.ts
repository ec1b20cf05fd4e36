/** Giving and ending the roles that are no group's own. Whose role ends is signed out everywhere. */
import { z } from 'zod'
import { recentlyChecked } from '../people/lasting.ts'
import { liveGrants, mayHere, NEEDS_SECOND } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Grant } from '../store/people/grant.ts'
import type { Workshop } from '../upkeep/workshop.ts'

/** Roles of groups are given by groups: see people/keepers. */
export const GIVEN_HERE = ['link-worker', 'umbrella', 'desk', 'administrator'] as const

const area = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d{8})$/)

export const roleGiven = z
  .object({
    email: z.email().max(254),
    role: z.enum(GIVEN_HERE),
    /** An area; the id of an umbrella body; "": the whole directory. */
    scope: z.string().trim().max(60),
  })
  .refine(({ role, scope }) => role !== 'umbrella' || scope !== '', { path: ['scope'] })
  .refine(({ role, scope }) => role === 'umbrella' || scope === '' || area.safeParse(scope).success, {
    path: ['scope'],
  })
  .transform(({ email, role, scope }) => ({
    email,
    role,
    scope:
      role === 'administrator' || scope === '' ? null : role === 'umbrella' ? scope : scope.toUpperCase(),
  }))
export type RoleGiven = z.input<typeof roleGiven>

export type Given =
  | { is: 'given' }
  | { is: 'wrong'; field: 'email' | 'role' | 'scope' }
  /** They signed in long ago: they say again who they are. */
  | { is: 'check' }
  | { is: 'refused' }

export async function giveRole(
  who: SignedIn | null,
  given: RoleGiven,
  { store, now, newId }: Workshop,
): Promise<Given> {
  const by = mayHere(who, 'give-roles')
  if (who === null || by === null) return { is: 'refused' }
  const read = roleGiven.safeParse(given)
  if (!read.success)
    return { is: 'wrong', field: read.error.issues[0]?.path[0] as 'email' | 'role' | 'scope' }
  const { email, role, scope } = read.data
  if (role === 'umbrella' && (await store.umbrellas.get(scope ?? '')) === null)
    return { is: 'wrong', field: 'scope' }
  if (!recentlyChecked(who, now())) return { is: 'check' }
  const at = now().toISOString()
  await store.act(async (act) => {
    const person = await act.people.for({ email, id: newId(), at })
    await act.grants.give({
      id: newId(),
      person: person.id,
      role,
      scope,
      givenAt: at,
      givenBy: who.person,
      endedAt: null,
    })
    await act.audit({
      id: newId(),
      at,
      person: who.person,
      role: by,
      did: 'gave-role',
      listing: null,
      group: null,
      about: `${role} ${scope ?? ''} ${person.id}`,
    })
  })
  return { is: 'given' }
}

export type Ended = { is: 'ended' } | { is: 'own' } | { is: 'check' } | { is: 'refused' } | { is: 'unknown' }

export async function endRole(
  who: SignedIn | null,
  { grant: id, person }: { grant: string; person: string },
  { store, now, newId }: Workshop,
): Promise<Ended> {
  const by = mayHere(who, 'give-roles')
  if (who === null || by === null) return { is: 'refused' }
  const grant = (await store.grants.of(person)).find((it) => it.id === id)
  if (grant === undefined) return { is: 'unknown' }
  // Nobody locks the last door behind themselves.
  if (person === who.person && isAdministrator(grant) && liveGrants(who).filter(isAdministrator).length <= 1)
    return { is: 'own' }
  if (!recentlyChecked(who, now())) return { is: 'check' }
  const at = now().toISOString()
  return store.act(async (act): Promise<Ended> => {
    if (!(await act.grants.end(id, at))) return { is: 'unknown' }
    if (NEEDS_SECOND.includes(grant.role)) {
      await act.people.endSignIns(person, null)
      // Whoever lost their phone is given the role anew, and sets up a second step again.
      await act.people.dropSecondFactor(person)
    }
    await act.audit({
      id: newId(),
      at,
      person: who.person,
      role: by,
      did: 'ended-role',
      listing: null,
      group: null,
      about: `${grant.role} ${grant.scope ?? ''} ${person}`,
    })
    return { is: 'ended' }
  })
}

const isAdministrator = ({ role }: Grant) => role === 'administrator'
