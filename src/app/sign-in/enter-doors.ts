/** Coming in and going out, as pages do it: what the use cases say, with the cookies that belong to it. */
import type { Lang } from '../../text/format.ts'
import { ASKING_SECONDS } from '../../people/codes.ts'
import { cookieOf, setCookie, type CookieNames } from '../../people/cookies.ts'
import { askForCode, codeState, redeemCode, type CodeState, type Redeemed } from '../../people/enter.ts'
import { needsSecond } from '../../people/second.ts'
import { entry } from '../../people/account.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { SignIns } from '../../people/sign-ins.ts'
import type { SignInHouse } from './doors.ts'

export type Browser = { who: SignedIn | null; headers: Headers }
export type CameIn =
  { is: 'in'; cookies: string[]; second: boolean; address: boolean } | Exclude<Redeemed, { is: 'good' }>

type Parts = { house: SignInHouse; names: CookieNames; secure: boolean; signIns: () => Promise<SignIns> }

export function enterDoors({ house, names, secure, signIns }: Parts) {
  const nonceOf = (headers: Headers): string | null => cookieOf(headers.get('cookie'), names.asking)
  const asking = (nonce: string): string =>
    setCookie(names.asking, nonce, { seconds: ASKING_SECONDS, secure })

  return {
    /** Sends a code; the cookie makes this the browser that asked. `page`: the path of the page that takes the code. */
    ask: async (email: string, lang: Lang, page: string): Promise<string[]> => {
      const { nonce } = await askForCode({ email, lang, page, purpose: 'sign-in', person: null }, house)
      return [asking(nonce)]
    },
    /** A code to an address that somebody wants to sign in with from now on. */
    askNewAddress: async (who: SignedIn, email: string, lang: Lang, page: string): Promise<string[]> => {
      const { nonce } = await askForCode({ email, lang, page, purpose: 'address', person: who.person }, house)
      return [asking(nonce)]
    },
    state: (headers: Headers): Promise<CodeState> => codeState(nonceOf(headers), house),
    /** `second`: a role of theirs waits for a second factor. `address`: their address is now another one. */
    redeem: async (typed: string, lang: Lang, { who, headers }: Browser): Promise<CameIn> => {
      const redeemed = await redeemCode({ nonce: nonceOf(headers), typed, who, lang }, house)
      if (redeemed.is !== 'good') return redeemed
      const { person, purpose } = redeemed
      // A new sign-in each time, so that a cookie somebody planted before is worth nothing (OWASP ASVS 7.2.4).
      const second = who !== null && who.person === person.id && who.second
      const { cookies } = await (
        await signIns()
      ).begin({ person: person.id, second, checkedAt: house.now(), userAgent: headers.get('user-agent') })
      if (who !== null) await house.store.act(({ people }) => people.endSignIns(who.person, who.id))
      const grants = await house.store.grants.of(person.id)
      return { is: 'in', cookies, second: needsSecond({ grants, second }), address: purpose === 'address' }
    },
    /** After a second factor was shown: a new sign-in in place of this one. */
    raise: async ({ who, headers }: { who: SignedIn; headers: Headers }): Promise<string[]> => {
      const { cookies } = await (
        await signIns()
      ).begin({
        person: who.person,
        second: true,
        checkedAt: new Date(who.checkedAt),
        userAgent: headers.get('user-agent'),
      })
      await house.store.act(async ({ people, audit }) => {
        await people.endSignIns(who.person, who.id)
        await audit({ ...entry(who, house.newId(), house.now().toISOString()), did: 'came-in' })
      })
      return cookies
    },
    /** Ends this sign-in on the server, and takes both cookies away. */
    out: async (who: SignedIn | null): Promise<string[]> => {
      if (who !== null) await house.store.act(({ people }) => people.endSignIns(who.person, who.id))
      return [names.signIn, names.asking].map((name) => setCookie(name, '', { seconds: 0, secure }))
    },
  }
}
