import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openSignIns } from '../../src/people/sign-ins.ts'
import { connect } from '../../src/store/database.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'

const SECRET = 'a secret of at least thirty-two characters'
const MINUTE = 60_000

async function opened({ empty, open }: DatabaseUnderTest, secure = false) {
  const url = await empty()
  const store = await open(url)
  const clock = { now: new Date() }
  const site = { secret: SECRET, base: 'http://127.0.0.1', secure, now: () => clock.now }
  const signIns = openSignIns(store, site)
  const person = await store.act(({ people }) =>
    people.for({ email: 'Ann@Example.org', id: randomUUID(), at: clock.now.toISOString() }),
  )
  const begin = async (second = false) => {
    const { id, cookies } = await signIns.begin({
      person: person.id,
      second,
      checkedAt: clock.now,
      userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    })
    return {
      id,
      header: cookies[0] ?? '',
      headers: new Headers({ cookie: (cookies[0] ?? '').split(';')[0] ?? '' }),
    }
  }
  return { url, store, clock, signIns, person, begin }
}

onEachDatabase('sign-ins', (database) => {
  test('say who somebody is, with the roles they hold', async () => {
    const { signIns, begin, person, store } = await opened(database)
    const { id, headers } = await begin()
    const grant = {
      id: 'g',
      person: person.id,
      role: 'group',
      scope: 'g1',
      givenAt: 'a',
      givenBy: null,
      endedAt: null,
    } as const
    await store.act(({ grants }) => grants.give(grant))
    expect(await signIns.of(headers)).toMatchObject({
      id,
      person: person.id,
      email: 'ann@example.org',
      second: false,
      grants: [grant],
    })
    expect(await signIns.of(new Headers())).toBeNull()
    expect((await store.people.signIns(person.id)).map((it) => it.browser)).toEqual(['Firefox,Android'])
  })

  test('have a new secret each, of which the database holds only the hash', async () => {
    const { url, begin } = await opened(database)
    const [first, second] = [await begin(), await begin()]
    const tokens = [first, second].map(
      ({ headers }) =>
        decodeURIComponent(headers.get('cookie') ?? '')
          .replace(/^fingerpost=/, '')
          .split('.')[0] ?? '',
    )
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(24)
    const { read, close } = await connect(url)
    onTestFinished(close)
    const { rows } = await sql`select * from sign_in`.execute(read)
    expect(rows).toHaveLength(2)
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('end: the old cookie is refused', async () => {
    const { signIns, begin, person, store } = await opened(database)
    const [here, there] = [await begin(), await begin()]
    expect(await store.act(({ people }) => people.endSignIns(person.id, here.id))).toBe(1)
    expect(await signIns.of(here.headers)).toBeNull()
    expect(await signIns.of(there.headers)).not.toBeNull()
    expect(await store.act(({ people }) => people.endSignIns('somebody else', there.id))).toBe(0)
  })

  test('a cookie that was changed is nobody’s', async () => {
    const { signIns, begin } = await opened(database)
    const { headers } = await begin()
    const cookie = headers.get('cookie') ?? ''
    for (const forged of [cookie.slice(0, -3), cookie.replace('=', '=x'), 'fingerpost=x', 'fingerpost='])
      expect(await signIns.of(new Headers({ cookie: forged })), forged).toBeNull()
  })

  test('that somebody was here is noted at most once a minute', async () => {
    const { signIns, begin, clock, person, store } = await opened(database)
    const { headers } = await begin()
    const began = clock.now.toISOString()
    const seenAt = async () => (await store.people.signIns(person.id))[0]?.seenAt
    clock.now = new Date(clock.now.getTime() + 50_000)
    await signIns.of(headers)
    expect(await seenAt()).toBe(began)
    clock.now = new Date(clock.now.getTime() + 20_000)
    await signIns.of(headers)
    await expect.poll(seenAt).toBe(clock.now.toISOString())
  })

  test('of the desk end after half an hour without a page', async () => {
    const { signIns, begin, clock, person, store } = await opened(database)
    const { headers } = await begin(true)
    const desk = {
      id: 'd',
      person: person.id,
      role: 'desk',
      scope: null,
      givenAt: 'a',
      givenBy: null,
      endedAt: null,
    } as const
    await store.act(({ grants }) => grants.give(desk))
    clock.now = new Date(clock.now.getTime() + 29 * MINUTE)
    expect(await signIns.of(headers)).not.toBeNull()
    await expect
      .poll(async () => (await store.people.signIns(person.id))[0]?.seenAt)
      .toBe(clock.now.toISOString())
    clock.now = new Date(clock.now.getTime() + 31 * MINUTE)
    expect(await signIns.of(headers)).toBeNull()
    expect(await store.people.signIns(person.id)).toEqual([])
  })

  test.for([false, true])('their cookie has every flag, with https: %s', async (secure) => {
    const { begin } = await opened(database, secure)
    const { header } = await begin()
    expect(header.startsWith(secure ? '__Host-fingerpost=' : 'fingerpost=')).toBe(true)
    expect(header).toMatch(/; Max-Age=15552000; Path=\/; HttpOnly;/)
    expect(header).toMatch(/; SameSite=Lax/)
    expect(/; Secure/.test(header)).toBe(secure)
    expect(header).not.toContain('Domain')
  })
})
