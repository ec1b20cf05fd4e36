/** Whoever was invited joins: with the link from the letter, signed in with the address it went to. Looking joins nobody. */
import type { Act } from '../../store/act.ts'
import type { Invitation } from '../../store/keepers/keeper.ts'
import type { OnceLooked } from '../../store/once.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import type { SignedIn } from '../signed-in.ts'
import { keepersIn, tell } from './letters.ts'

export type InvitationFound =
  | { is: 'good'; invitation: Invitation; group: string; theirs: boolean; hint: string }
  | { is: 'used' | 'expired' | 'withdrawn' | 'unknown' }

const idIn = (looked: OnceLooked): string =>
  looked.is === 'unknown' ? '' : String(looked.once.about['invitation'] ?? '')

/** `group`: its name. `theirs`: they are signed in with the address it went to, of which `hint` tells a little. */
export async function invitationOf(
  who: SignedIn | null,
  token: string,
  { store, now }: Workshop,
): Promise<InvitationFound> {
  const looked = await store.once(token, 'invitation', now())
  const invitation = await store.keepers.invitation(idIn(looked))
  if (invitation === null) return { is: 'unknown' }
  if (invitation.state === 'withdrawn') return { is: 'withdrawn' }
  if (looked.is !== 'good') return { is: looked.is }
  const group = await store.group(invitation.group)
  if (group === null) return { is: 'unknown' }
  const { email } = invitation
  const hint = `${email.slice(0, 1)}…@${email.split('@')[1] ?? ''}`
  return { is: 'good', invitation, group: group.name, theirs: who?.email === email, hint }
}

export type Joined =
  | { is: 'saved'; group: string }
  /** Signed in with another address than the one it went to. */
  | { is: 'refused' }
  | { is: 'used' | 'expired' | 'withdrawn' | 'unknown' }

export async function joinGroup(who: SignedIn | null, token: string, workshop: Workshop): Promise<Joined> {
  const found = await invitationOf(who, token, workshop)
  if (found.is !== 'good') return found
  if (who === null || !found.theirs) return { is: 'refused' }
  const { store, now, newId } = workshop
  const at = now().toISOString()
  return store.act(async (act): Promise<Joined> => {
    const used = await act.once.use(token, 'invitation', now())
    if (used.is !== 'good') return { is: used.is }
    const invitation = await act.keepers.invitation(idIn(used))
    if (invitation === null) return { is: 'unknown' }
    if (!(await act.keepers.answer(invitation.id, 'accepted'))) return { is: 'withdrawn' }
    const { group, madeBy } = invitation
    const others = await keepersIn(act, group)
    await act.grants.give({
      id: newId(),
      person: who.person,
      role: 'group',
      scope: group,
      givenAt: at,
      givenBy: madeBy,
      endedAt: null,
    })
    const entry = { at, person: who.person, role: 'group', listing: null, group, about: invitation.id }
    await act.audit({ ...entry, id: newId(), did: 'joined' })
    const handed = invitation.handOver ? others.find(({ person }) => person === madeBy) : undefined
    if (handed !== undefined && handed.person !== who.person) {
      await act.grants.end(handed.grant, at)
      await act.audit({ ...entry, id: newId(), person: madeBy, did: 'handed-over' })
    }
    await tellAll(act, { invitation, name: found.group, email: who.email, others }, workshop)
    return { is: 'saved', group }
  })
}

type Told = {
  invitation: Invitation
  name: string
  email: string
  others: { person: string; email: string }[]
}

async function tellAll(
  act: Act,
  { invitation, name, email, others }: Told,
  workshop: Workshop,
): Promise<void> {
  const { id, group, madeBy, handOver } = invitation
  for (const { person, email: to } of others) {
    if (to === email) continue
    const what = handOver && person === madeBy ? 'handed-over' : 'added'
    const path = what === 'added' ? `/groups/people/${group}` : null
    await tell(act, workshop, {
      to,
      lang: 'en',
      kind: 'keepers-changed',
      about: { group: name, what, email, path },
      key: `joined:${id}:${to}`,
    })
  }
}
