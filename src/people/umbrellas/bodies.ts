/** The umbrella bodies somebody acts for, and the groups that each of them invited or supports. Reads only. */
import type { Organisation } from '../../listings/organisation.ts'
import type { Known, Store } from '../../store/store.ts'
import type { Tie, Umbrella } from '../../store/umbrellas/umbrella.ts'
import { liveGrants } from '../roles.ts'
import type { SignedIn } from '../signed-in.ts'

/** An administrator may act for every body. */
export const actsFor = (who: SignedIn | null, umbrella: string): boolean =>
  liveGrants(who).some(
    ({ role, scope }) => role === 'administrator' || (role === 'umbrella' && scope === umbrella),
  )

/** By name. */
export async function bodiesOf(
  who: SignedIn | null,
  { umbrellas }: Pick<Store, 'umbrellas'>,
): Promise<Umbrella[]> {
  return (await umbrellas.all()).filter(({ id }) => actsFor(who, id))
}

export type TiedGroup = { tie: Tie; group: Organisation; listings: Known[] }
export type BodyGroups = { umbrella: Umbrella; invited: TiedGroup[]; accepted: TiedGroup[] }

/** Groups by name. Of a group that has not accepted, nothing but its name and its public listings is anybody's business. */
export async function bodyGroups(who: SignedIn | null, store: Store): Promise<BodyGroups[]> {
  const bodies = await bodiesOf(who, store)
  return await Promise.all(bodies.map((umbrella) => groupsOf(umbrella, store)))
}

async function groupsOf(umbrella: Umbrella, store: Store): Promise<BodyGroups> {
  const ties = (await store.umbrellas.ties({ umbrella: umbrella.id })).filter(
    ({ state }) => state !== 'ended',
  )
  const tied = await Promise.all(
    ties.map(async (tie): Promise<TiedGroup[]> => {
      const group = await store.group(tie.group)
      if (group === null) return []
      return [{ tie, group, listings: tie.state === 'accepted' ? await store.ofGroup(tie.group) : [] }]
    }),
  )
  const all = tied.flat().sort((a, b) => a.group.name.localeCompare(b.group.name, 'en'))
  return {
    umbrella,
    invited: all.filter(({ tie }) => tie.state === 'invited'),
    accepted: all.filter(({ tie }) => tie.state === 'accepted'),
  }
}
