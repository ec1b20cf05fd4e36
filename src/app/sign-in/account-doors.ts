/** Somebody's own page: what we know of them, and what they can do about it. */
import { endBrowsers, leave } from '../../people/account.ts'
import { makeCipher, type Cipher } from '../../people/cipher.ts'
import { recentlyChecked } from '../../people/lasting.ts'
import {
  beginSecond,
  confirmSecond,
  dropSecond,
  needsSecond,
  secondState,
  showSecond,
} from '../../people/second.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Grant } from '../../store/people/grant.ts'
import type { Lang } from '../../text/format.ts'
import { keepSecret } from '../secret.ts'
import type { SignInHouse } from './doors.ts'

/** A role, and the name of what it reaches; null: everything, or nothing one could name. */
export type RoleShown = { role: Grant['role']; of: string | null }

export function accountDoors(house: SignInHouse) {
  const { store } = house
  let cipher: Cipher | null = null
  const shop = () => ({ ...house, cipher: (cipher ??= makeCipher(keepSecret(house.config).secret)) })

  async function roleShown({ role, scope }: Grant): Promise<RoleShown> {
    if (scope === null) return { role, of: null }
    if (role === 'group') return { role, of: (await store.group(scope))?.name ?? scope }
    if (role === 'umbrella') return { role, of: (await store.umbrellas.get(scope))?.name ?? scope }
    return { role, of: scope }
  }

  return {
    view: async (who: SignedIn) => ({
      email: who.email,
      roles: await Promise.all(who.grants.map(roleShown)),
      browsers: (await store.people.signIns(who.person)).map((it) => ({ ...it, here: it.id === who.id })),
      second: await secondState(who, shop()),
      needsSecond: needsSecond(who),
      checked: recentlyChecked(who, house.now()),
    }),
    /** Whether a code from a mail was typed in within the last half hour: asked before contacts are changed. */
    recentlyChecked: (who: SignedIn): boolean => recentlyChecked(who, house.now()),
    /** A browser of theirs by its id; null: all but this one. */
    endBrowsers: (who: SignedIn, signIn: string | null) => endBrowsers(who, signIn, house),
    leave: (who: SignedIn, lang: Lang) => leave(who, lang, house),
    second: {
      state: (who: SignedIn) => secondState(who, shop()),
      begin: (who: SignedIn) => beginSecond(who, shop()),
      confirm: (who: SignedIn, typed: string, lang: Lang) => confirmSecond(who, typed, lang, shop()),
      show: (who: SignedIn, typed: string) => showSecond(who, typed, shop()),
      drop: (who: SignedIn, lang: Lang) => dropSecond(who, lang, shop()),
    },
  }
}
