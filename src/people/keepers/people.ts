/** Who keeps a group: what its keepers and the desk may see, nobody else. Reads only. */
import type { Invitation } from '../../store/keepers/keeper.ts'
import type { Organisation } from '../../listings/organisation.ts'
import type { Known } from '../../store/store.ts'
import type { Tie, Umbrella } from '../../store/umbrellas/umbrella.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { allowedGroup } from '../allowed.ts'
import type { SignedIn } from '../signed-in.ts'

export type Keeper = { grant: string; person: string; email: string; since: string; you: boolean }
export type GroupPeople = {
  group: Organisation
  listings: Known[]
  /** First come first. */
  keepers: Keeper[]
  invitations: Invitation[]
  /** Bodies that offered help or give it. */
  bodies: { tie: Tie; umbrella: Umbrella }[]
  /** They keep it themselves: they may leave. */
  mine: boolean
  /** They may answer a body: a keeper may; the desk only while nobody keeps the group. */
  answers: boolean
}
export type PeopleFound = { is: 'people'; people: GroupPeople } | { is: 'refused' } | { is: 'unknown' }

export async function groupPeople(
  who: SignedIn | null,
  id: string,
  workshop: Workshop,
): Promise<PeopleFound> {
  const { store, now } = workshop
  const role = await allowedGroup(store, who, 'keep-people', id)
  // Whoever may not see it is not told either whether there is such a group.
  if (who === null || role === null) return { is: 'refused' }
  const group = await store.group(id)
  if (group === null) return { is: 'unknown' }
  const [listings, keepers, invitations, ties] = await Promise.all([
    store.ofGroup(id),
    keepersSeen(who, id, workshop),
    store.keepers.waiting(id, now()),
    store.umbrellas.ties({ group: id }),
  ])
  const live = ties.filter(({ state }) => state !== 'ended')
  const bodies = await Promise.all(
    live.map(async (tie) => ({ tie, umbrella: await store.umbrellas.get(tie.umbrella) })),
  )
  if (role !== 'group') await readByDesk(who, id, role, workshop)
  return {
    is: 'people',
    people: {
      group,
      listings,
      keepers,
      invitations,
      bodies: bodies.flatMap(({ tie, umbrella }) => (umbrella === null ? [] : [{ tie, umbrella }])),
      mine: keepers.some(({ you }) => you),
      answers: role === 'group' || role === 'administrator' || keepers.length === 0,
    },
  }
}

async function keepersSeen(who: SignedIn, group: string, { store }: Workshop): Promise<Keeper[]> {
  const grants = await store.grants.holders('group', group)
  const seen = await Promise.all(
    grants.map(async ({ id, person, givenAt }) => {
      const known = await store.people.byId(person)
      return known === null
        ? []
        : [{ grant: id, person, email: known.email, since: givenAt, you: person === who.person }]
    }),
  )
  return seen.flat()
}

/** Addresses of people are private: that somebody of the desk read them stands in the record. */
async function readByDesk(
  { person }: SignedIn,
  group: string,
  role: 'link-worker' | 'umbrella' | 'desk' | 'administrator',
  { store, newId, now }: Workshop,
): Promise<void> {
  const at = now().toISOString()
  await store.act((act) =>
    act.audit({ id: newId(), at, person, role, did: 'read-private', listing: null, group, about: 'keepers' }),
  )
}
