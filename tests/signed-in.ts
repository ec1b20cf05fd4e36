/** People for tests: signed in on a running site, or just as the rules see them. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { keepSecret } from '../src/app/secret.ts'
import type { SignedIn } from '../src/people/signed-in.ts'
import { openSignIns } from '../src/people/sign-ins.ts'
import { openStore } from '../src/store/open.ts'
import type { Grant, Role } from '../src/store/people/grant.ts'

export type Holding = { role: Role; scope?: string | null }

/** The folder of a running site (Running.dataDir, or BROWSER_TEST_DATA); its database, where it is not in there. */
export type Where = { dataDir: string; databaseUrl?: string }

export type Who = {
  /** Made up where it is left out; the same address is the same person. */
  email?: string
  holds?: readonly Holding[]
  /** A second factor was given: without it roles of the desk do not count. */
  second?: boolean
  /** When a code from a mail was typed in; now where it is left out. */
  checkedAt?: Date
}

/** What a browser would send: `headers: { cookie }`; for playwright `{ name, value }` in `context.addCookies`. */
export type SignedInThere = { person: string; email: string; cookie: string; name: string; value: string }

/** Makes the person, gives the roles, and signs them in on the site that uses this folder. */
export async function signInOn({ dataDir, databaseUrl }: Where, who: Who = {}): Promise<SignedInThere> {
  const { email = `p-${randomUUID().slice(0, 8)}@example.org`, holds = [], second = false } = who
  const store = await openStore(databaseUrl ?? join(dataDir, 'fingerpost.db'))
  try {
    const now = new Date()
    const person = await store.act(async ({ people, grants }) => {
      const made = await people.for({ email, id: randomUUID(), at: now.toISOString() })
      for (const grant of grantsFor(made.id, holds)) await grants.give(grant)
      return made
    })
    const { secret } = keepSecret({ authSecret: null, dataDir })
    const signIns = openSignIns(store, {
      secret,
      base: 'http://127.0.0.1',
      secure: false,
      now: () => new Date(),
    })
    const { cookies } = await signIns.begin({
      person: person.id,
      second,
      checkedAt: who.checkedAt ?? now,
      userAgent: null,
    })
    const [cookie = ''] = (cookies[0] ?? '').split(';')
    const [name = '', value = ''] = cookie.split('=')
    return { person: person.id, email: person.email, cookie, name, value }
  } finally {
    await store.close()
  }
}

function grantsFor(person: string, holds: readonly Holding[]): Grant[] {
  return holds.map(({ role, scope = null }) => ({
    id: randomUUID(),
    person,
    role,
    scope,
    givenAt: '2026-11-01T00:00:00.000Z',
    givenBy: null,
    endedAt: null,
  }))
}

/** Somebody as rules and use cases see them, without any store. */
export function aSignedIn(holds: readonly Holding[] = [], more: Partial<SignedIn> = {}): SignedIn {
  const person = more.person ?? 'p1'
  return {
    id: 's1',
    person,
    email: `${person}@example.org`,
    grants: grantsFor(person, holds),
    second: true,
    checkedAt: new Date().toISOString(),
    ...more,
  }
}
