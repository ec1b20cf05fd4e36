/** Sign-ins: who asks, the beginning of one, and its end. */
import type { Store } from '../store/store.ts'
import { makeAuth } from './better-auth.ts'
import { browserName } from './browser-name.ts'
import { cookieNames, cookieOf } from './cookies.ts'
import { stillLasts, worthNoting } from './lasting.ts'
import type { SignedIn } from './signed-in.ts'

export type SignIns = {
  /** Whoever sent this request; null: nobody who is signed in. Reads nothing where there is no cookie. */
  of: (headers: Headers) => Promise<SignedIn | null>
  /** A new sign-in of a person, and the headers that set its cookie. */
  begin: (about: Beginning) => Promise<{ id: string; cookies: string[] }>
  /** Headers that take the cookie away. */
  dropCookie: () => Promise<string[]>
}
export type Beginning = {
  person: string
  second: boolean
  /** When a code from a mail was typed in: now, but for a sign-in that takes the place of another. */
  checkedAt: Date
  userAgent: string | null
}

export type SignInsSettings = { secret: string; base: string; secure: boolean; now: () => Date }

export function openSignIns(store: Store, { secret, base, secure, now }: SignInsSettings): SignIns {
  const auth = makeAuth({ records: store.people.records, secret, base, secure })
  const { signIn } = cookieNames(secure)

  async function of(headers: Headers): Promise<SignedIn | null> {
    const cookie = headers.get('cookie')
    if (cookieOf(cookie, signIn) === null) return null
    const found = await auth.api.getSession({ headers: new Headers({ cookie: cookie ?? '' }) })
    if (found === null) return null
    const { session, user } = found
    const grants = await store.grants.of(user.id)
    const at = now()
    if (!stillLasts(session, grants, at)) {
      await store.act(({ people }) => people.endSignIns(user.id, session.id))
      return null
    }
    // Whoever writes may be busy with an import: the page does not wait for a note that can be made the next time.
    if (worthNoting(session.seenAt, at))
      void store.act(({ people }) => people.seen(session.id, at.toISOString())).catch(() => undefined)
    return {
      id: session.id,
      person: user.id,
      email: user.email,
      grants,
      second: session.second,
      checkedAt: session.checkedAt.toISOString(),
    }
  }

  return {
    of,
    async begin({ person, second, checkedAt, userAgent }) {
      const { headers, response } = await auth.api.beginSignIn({
        body: { person, second, checkedAt, now: now(), browser: browserName(userAgent) },
        headers: new Headers(),
        returnHeaders: true,
      })
      if (response === null) throw new Error('Nobody with this id can be signed in.')
      return { id: response.id, cookies: headers.getSetCookie() }
    },
    async dropCookie() {
      const { headers } = await auth.api.dropCookie({ headers: new Headers(), returnHeaders: true })
      return headers.getSetCookie().filter((it) => it.startsWith(`${signIn}=`))
    },
  }
}
