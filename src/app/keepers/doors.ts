/** What pages ask about who keeps a group. */
import { KINDS } from '../../desk/kinds.ts'
import { invitationOf, joinGroup } from '../../people/keepers/join.ts'
import { groupPeople } from '../../people/keepers/people.ts'
import { waysToKeep } from '../../people/keepers/ways.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { House } from '../house.ts'
import { keepForm, type KeepSent } from './keep-form.ts'
import { leaveForm, peopleForm, type PeopleSent } from './people-form.ts'

export function keepersDoors(house: House) {
  return {
    /** Days in which the desk means to answer somebody who asks. */
    deskDays: KINDS.keeper.target_days,
    /** How many listings of a group anybody can see: more is told to nobody who only asks. */
    size: async (group: string): Promise<number> =>
      (await house.store.ofGroup(group)).filter(({ listing }) => listing.status !== 'draft').length,
    ways: (who: SignedIn | null, slug: string) => waysToKeep(who, slug, house),
    keep: (who: SignedIn, sent: KeepSent) => keepForm(who, sent, house),
    people: (who: SignedIn | null, group: string) => groupPeople(who, group, house),
    changePeople: (who: SignedIn, sent: PeopleSent) => peopleForm(who, sent, house),
    leave: (who: SignedIn, sent: PeopleSent & { grant: string; self: boolean }) =>
      leaveForm(who, sent, house),
    invitation: (who: SignedIn | null, token: string) => invitationOf(who, token, house),
    join: (who: SignedIn, token: string) => joinGroup(who, token, house),
  }
}
