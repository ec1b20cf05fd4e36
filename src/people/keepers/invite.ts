/** Somebody who keeps a group asks somebody else to: by letter, with a link that is good once. */
import { z } from 'zod'
import { newToken } from '../../store/once.ts'
import type { Lang } from '../../text/format.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { allowedGroup } from '../allowed.ts'
import { recentlyChecked } from '../lasting.ts'
import type { SignedIn } from '../signed-in.ts'
import { keeps } from './ways.ts'
import { keepersIn } from './letters.ts'

/** A fortnight: people who do this once a week see it twice. Days. */
export const INVITATION_DAYS = 14
const DAY_MS = 86_400_000
/** More at a time than any group needs. */
const WAITING_MAX = 20

export const invited = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  handOver: z.boolean(),
})
export type Invited = z.infer<typeof invited>

/** "check-first": the code in the mail was typed too long ago. */
export type KeepOutcome = { is: 'saved' } | { is: 'refused' } | { is: 'unknown' } | { is: 'check-first' }

export async function inviteKeeper(
  who: SignedIn | null,
  { group, email, handOver, lang }: Invited & { group: string; lang: Lang },
  workshop: Workshop,
): Promise<KeepOutcome | { is: 'keeps-already' } | { is: 'too-many' }> {
  const { store, now, newId } = workshop
  const at = now()
  const found = await store.group(group)
  return store.act(async (act) => {
    const role = await allowedGroup(act, who, 'keep-people', group)
    if (who === null || role === null) return { is: 'refused' }
    if (found === null) return { is: 'unknown' }
    if (!recentlyChecked(who, at)) return { is: 'check-first' }
    if ((await keepersIn(act, group)).some((it) => it.email === email)) return { is: 'keeps-already' }
    const waiting = await act.keepers.waiting(group, at)
    if (waiting.length >= WAITING_MAX) return { is: 'too-many' }
    // Invited again: the new link counts, the old one does not.
    for (const old of waiting.filter((it) => it.email === email))
      await act.keepers.answer(old.id, 'withdrawn')
    const id = newId()
    const token = newToken()
    const madeAt = at.toISOString()
    const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS).toISOString()
    // Only who keeps it can hand it over.
    const hands = handOver && keeps(who, group)
    await act.keepers.invite({ id, group, email, handOver: hands, madeAt, madeBy: who.person, expiresAt })
    await act.once.make(token, { kind: 'invitation', about: { invitation: id }, madeAt, expiresAt })
    await act.post({
      id: newId(),
      key: `invitation:${id}`,
      to: email,
      lang,
      kind: 'keeper-invited',
      about: { group: found.name, path: `/groups/invitation/${token}` },
      postedAt: madeAt,
      expiresAt,
    })
    await act.audit({
      id: newId(),
      at: madeAt,
      person: who.person,
      role,
      did: 'invited',
      listing: null,
      group,
      about: id,
    })
    return { is: 'saved' }
  })
}

/** Its link opens nothing any more. */
export async function withdrawInvitation(
  who: SignedIn | null,
  id: string,
  workshop: Workshop,
): Promise<KeepOutcome> {
  const { store, now, newId } = workshop
  return store.act(async (act): Promise<KeepOutcome> => {
    const given = await act.keepers.invitation(id)
    const role = given === null ? null : await allowedGroup(act, who, 'keep-people', given.group)
    if (who === null || given === null || role === null) return { is: 'refused' }
    if (!(await act.keepers.answer(id, 'withdrawn'))) return { is: 'unknown' }
    await act.audit({
      id: newId(),
      at: now().toISOString(),
      person: who.person,
      role,
      did: 'withdrew-invitation',
      listing: null,
      group: given.group,
      about: id,
    })
    return { is: 'saved' }
  })
}
