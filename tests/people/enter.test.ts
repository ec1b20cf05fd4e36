/** Codes, addresses and leaving, on each database: all of it or nothing, and once. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { changeAddress, leave } from '../../src/people/account.ts'
import { makeCipher } from '../../src/people/cipher.ts'
import { askForCode, redeemCode } from '../../src/people/enter.ts'
import { beginSecond, confirmSecond, secondState, showSecond } from '../../src/people/second.ts'
import { codeOf, stepAt } from '../../src/people/totp.ts'
import { connect } from '../../src/store/database.ts'
import { aSignedIn } from '../signed-in.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'

async function opened({ empty, open }: DatabaseUnderTest) {
  const url = await empty()
  const store = await open(url)
  const clock = { now: new Date('2026-11-22T10:00:00Z') }
  const shop = {
    store,
    now: () => clock.now,
    newId: () => randomUUID(),
    cipher: makeCipher('a secret of at least thirty-two characters'),
  }
  const ask = async (email: string) => {
    const { nonce } = await askForCode(
      { email, lang: 'en', page: '/sign-in/code', purpose: 'sign-in', person: null },
      shop,
    )
    const letters = await store.outbox.due(clock.now, 100)
    return {
      nonce,
      code: String(letters.findLast(({ to }) => to === email)?.about.code),
      who: null,
      lang: 'en' as const,
    }
  }
  return { url, store, clock, shop, ask }
}

onEachDatabase('coming in', (database) => {
  test('of five presses at once one comes in, and an account comes into being then', async () => {
    const { store, shop, ask } = await opened(database)
    const { code, ...asked } = await ask('ann@example.org')
    expect(await store.people.byEmail('ann@example.org')).toBeNull()
    const presses = await Promise.all(
      Array.from({ length: 5 }, () => redeemCode({ ...asked, typed: code }, shop)),
    )
    expect(presses.map(({ is }) => is).sort()).toEqual(['good', 'used', 'used', 'used', 'used'])
    expect(await store.people.all()).toHaveLength(1)
  })

  test('ten minutes, five tries, one browser', async () => {
    const { clock, shop, ask } = await opened(database)
    const is = async (it: Awaited<ReturnType<typeof ask>>, typed = it.code) =>
      (await redeemCode({ ...it, typed }, shop)).is
    const late = await ask('ann@example.org')
    expect(await is({ ...late, nonce: 'another' })).toBe('elsewhere')
    clock.now = new Date(clock.now.getTime() + 10 * 60_000)
    expect(await is(late)).toBe('expired')
    const tried = await ask('ben@example.org')
    const wrong = tried.code === '111111' ? '222222' : '111111'
    const answers: string[] = []
    for (let n = 0; n < 6; n++) answers.push(await is(tried, wrong))
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'too-many', 'too-many'])
    expect(await is(tried)).toBe('too-many')
    clock.now = new Date(clock.now.getTime() + 2 * 3_600_000)
    await ask('cat@example.org')
    expect(await is(late), 'codes that are long over are not kept').toBe('elsewhere')
  })

  test('no code, and no secret of a browser, is in the database but in its letter', async () => {
    const { url, ask, store, clock } = await opened(database)
    const { code, nonce } = await ask('ann@example.org')
    for (const { id } of await store.outbox.due(clock.now, 10))
      await store.outbox.tried({ id, at: clock.now.toISOString(), is: 'sent' })
    const { read, close } = await connect(url)
    onTestFinished(close)
    for (const table of ['asking', 'outbox']) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(read)
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain(code)
      expect(JSON.stringify(rows)).not.toContain(nonce)
    }
  })

  test('an address that somebody else has is not taken from them', async () => {
    const { store, shop, clock } = await opened(database)
    const at = clock.now.toISOString()
    const [ann, ben] = await store.act(async ({ people }) => [
      await people.for({ email: 'ann@example.org', id: 'ann', at }),
      await people.for({ email: 'ben@example.org', id: 'ben', at }),
    ])
    const who = aSignedIn([], { person: ann?.id ?? '' })
    const change = (email: string) =>
      store.act((act) => changeAddress(act, who, email, { lang: 'en', id: shop.newId(), at }))
    expect(await change('ben@example.org')).toBeNull()
    expect((await store.people.byId('ben'))?.email).toBe(ben?.email)
    expect((await change('Ann.New@example.org'))?.id).toBe('ann')
    expect((await store.people.byId('ann'))?.email).toBe('ann.new@example.org')
    const told = (await store.outbox.due(clock.now, 10)).map(({ to }) => to).sort()
    expect(told).toEqual(['Ann.New@example.org', 'ann@example.org'])
  })

  test('who leaves is gone, and what they decided stays', async () => {
    const { store, shop, clock } = await opened(database)
    const at = clock.now.toISOString()
    const who = aSignedIn([{ role: 'desk' }], { person: 'ann', checkedAt: at })
    const entry = {
      id: 'e',
      at,
      person: 'ann',
      role: 'desk',
      did: 'accepted',
      listing: null,
      group: null,
      about: null,
    }
    await store.act(async ({ people, grants, audit }) => {
      await people.for({ email: 'ann@example.org', id: 'ann', at })
      for (const grant of who.grants) await grants.give(grant)
      await audit(entry)
    })
    await beginSecond(who, shop)
    expect((await leave(who, 'en', shop)).is).toBe('left')
    expect(await store.people.byId('ann')).toBeNull()
    expect(await store.people.secondFactor('ann')).toBeNull()
    expect(await store.grants.of('ann')).toEqual([])
    expect((await store.audit({ limit: 9 })).map(({ did }) => did).sort()).toEqual(['accepted', 'left'])
  })

  test('a code of the app works once, also when it is shown five times at once', async () => {
    const { store, shop, clock } = await opened(database)
    const at = clock.now.toISOString()
    const who = aSignedIn([{ role: 'desk' }], { person: 'ann', checkedAt: at })
    await store.act(({ people }) => people.for({ email: 'ann@example.org', id: 'ann', at }))
    await beginSecond(who, shop)
    const begun = await secondState(who, shop)
    const secret = begun.is === 'begun' ? begun.secret : ''
    expect((await store.people.secondFactor('ann'))?.secret).not.toContain(secret)
    const confirmed = await confirmSecond(who, codeOf(secret, stepAt(clock.now)), 'en', shop)
    const backups = confirmed.is === 'set-up' ? confirmed.backups : []
    expect(JSON.stringify(await store.people.secondFactor('ann'))).not.toContain(
      backups[0]?.replaceAll('-', ''),
    )
    await beginSecond(who, shop)
    expect((await secondState(who, shop)).is, 'a key that is set up is not written over').toBe('set-up')
    const changed = { ...shop, cipher: makeCipher('another secret of at least thirty-two') }
    expect((await secondState(who, changed)).is, 'a key nobody can read is none').toBe('none')
    expect((await showSecond(who, backups[0] ?? '', changed)).is).toBe('none')
    clock.now = new Date(clock.now.getTime() + 60_000)
    for (const typed of [
      codeOf(secret, stepAt(clock.now)),
      ` ${backups[1]?.toUpperCase().replaceAll('-', ' ')} `,
    ]) {
      const shown = await Promise.all(Array.from({ length: 5 }, () => showSecond(who, typed, shop)))
      expect(shown.map(({ is }) => is).sort()).toEqual(['good', 'wrong', 'wrong', 'wrong', 'wrong'])
    }
  })
})
