/** What pages ask about umbrella bodies. */
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { makeUmbrella, type NewUmbrella } from '../../people/umbrellas/make.ts'
import { endHelp, inviteGroup } from '../../people/umbrellas/tie.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'
import type { Typed } from '../keepers/form-answer.ts'
import { findGroups } from './find-groups.ts'
import { roundOf } from './round.ts'
import { saveRound } from './round-form.ts'

export function umbrellaDoors(house: House) {
  return {
    /** Whether the pages of umbrella bodies are theirs. */
    mayUse: (who: SignedIn | null): boolean => mayHere(who, 'invite-groups') !== null,
    all: () => house.store.umbrellas.all(),
    make: (who: SignedIn, given: NewUmbrella) => makeUmbrella(who, given, house),
    round: (who: SignedIn, lang: Lang) => roundOf(house, who, lang),
    saveRound: (who: SignedIn, sent: { listings: readonly string[]; form: Typed }) =>
      saveRound(who, sent, house),
    find: (who: SignedIn, asked: { what: string; where: string }, lang: Lang) =>
      findGroups(house, who, asked, lang),
    invite: (who: SignedIn, both: { umbrella: string; group: string }) => inviteGroup(who, both, house),
    end: (who: SignedIn, both: { umbrella: string; group: string }) => endHelp(who, both, house),
  }
}
