/** Somebody keeps a group no longer: they left, or another keeper or the desk took them out. The listings stay as they are. */
import type { Workshop } from '../../upkeep/workshop.ts'
import { allowedGroup } from '../allowed.ts'
import { recentlyChecked } from '../lasting.ts'
import type { SignedIn } from '../signed-in.ts'
import type { KeepOutcome } from './invite.ts'
import { keepersIn, tell } from './letters.ts'

/** "last": nobody would keep it then, and they have not said that they know. */
export type Left = KeepOutcome | { is: 'last' }

/** `grant`: of the one who goes; one's own to leave. */
export async function endKeeper(
  who: SignedIn | null,
  { group, grant, evenIfLast }: { group: string; grant: string; evenIfLast: boolean },
  workshop: Workshop,
): Promise<Left> {
  const { store, now, newId } = workshop
  const at = now()
  const name = (await store.group(group))?.name ?? ''
  return store.act(async (act): Promise<Left> => {
    const role = await allowedGroup(act, who, 'keep-people', group)
    if (who === null || role === null) return { is: 'refused' }
    if (!recentlyChecked(who, at)) return { is: 'check-first' }
    const keepers = await keepersIn(act, group)
    // The grant is looked for in the group they may keep: another group's is none of theirs.
    const going = keepers.find((it) => it.grant === grant)
    if (going === undefined) return { is: 'unknown' }
    if (keepers.length === 1 && !evenIfLast) return { is: 'last' }
    await act.grants.end(grant, at.toISOString())
    const left = going.person === who.person
    // Whoever was taken out brings nobody in after them; whoever left by themselves may have asked their successor.
    const waiting = left ? [] : await act.keepers.waiting(group, at)
    for (const { id, madeBy } of waiting)
      if (madeBy === going.person) await act.keepers.answer(id, 'withdrawn')
    await act.audit({
      id: newId(),
      at: at.toISOString(),
      person: who.person,
      role,
      did: left ? 'left-group' : 'removed',
      listing: null,
      group,
      about: grant,
    })
    const news = { lang: 'en', key: `ended:${grant}` } as const
    if (!left)
      await tell(act, workshop, { ...news, to: going.email, kind: 'keeper-removed', about: { group: name } })
    for (const { grant: other, email: to, person } of keepers) {
      if (other === grant || person === who.person) continue
      const about = {
        group: name,
        what: left ? 'left' : 'removed',
        email: going.email,
        path: `/groups/people/${group}`,
      } as const
      await tell(act, workshop, { ...news, to, kind: 'keepers-changed', about, key: `ended:${grant}:${to}` })
    }
    return { is: 'saved' }
  })
}
