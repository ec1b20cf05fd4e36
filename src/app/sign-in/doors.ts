/** What pages ask about people: who is here, whether they try too often, how they come in. */
import { cookieNames, cookieOf } from '../../people/cookies.ts'
import { makeLimits, memoryCounter, type Limited } from '../../people/count.ts'
import type { LimitKind } from '../../people/limits.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { SignIns } from '../../people/sign-ins.ts'
import type { House } from '../house.ts'
import { keepSecret } from '../secret.ts'
import { accountDoors } from './account-doors.ts'
import { enterDoors } from './enter-doors.ts'

/** What this needs of the house. */
export type SignInHouse = Pick<House, 'store' | 'config' | 'now' | 'newId'>

const isSecure = ({ siteUrl }: { siteUrl: string | null }): boolean => siteUrl?.startsWith('https:') ?? false

/** Sign-ins of a house. better-auth is large: it is read when the first person has a cookie. */
async function signInsOf({ store, config, now }: SignInHouse): Promise<SignIns> {
  const { openSignIns } = await import('../../people/sign-ins.ts')
  const base = (config.siteUrl ?? `http://${config.host}:${config.port}`).replace(/\/$/, '')
  const { secret } = keepSecret(config)
  return openSignIns(store, { secret, base, secure: isSecure(config), now })
}

export function signInDoors(house: SignInHouse) {
  const { store, config, now } = house
  const secure = isSecure(config)
  const names = cookieNames(secure)
  let made: Promise<SignIns> | null = null
  const signIns = () => (made ??= signInsOf(house))
  const count = store.dialect === 'postgres' ? store.people.press : memoryCounter(config.processes)
  let limits: ReturnType<typeof makeLimits> | null = null
  return {
    /** Whoever sent a request with these headers. */
    who: async (headers: Headers): Promise<SignedIn | null> =>
      cookieOf(headers.get('cookie'), names.signIn) === null ? null : (await signIns()).of(headers),
    /** Null, or after how many seconds to come again. `from`: `Astro.locals.from`. */
    limited: (kind: LimitKind, from: string, address?: string, person?: string): Promise<Limited> => {
      limits ??= makeLimits({ count, secret: keepSecret(config).secret, now })
      return limits(kind, { from, address, person })
    },
    signIn: enterDoors({ house, names, secure, signIns }),
    account: accountDoors(house),
  }
}
