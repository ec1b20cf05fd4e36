/** Turns, what is not wanted, what came back, and the state of the outbox: on both databases. */
import { expect, test } from 'vitest'
import type { Post } from '../../src/store/mail/outbox.ts'
import { LONGEST_TURN_MS } from '../../src/store/mail/turn.ts'
import { inTurn } from '../../src/store/mail/in-turn.ts'
import { newToken } from '../../src/store/once.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT } from '../store/made.ts'

const NOW = new Date(AT)
const after = (ms: number): Date => new Date(NOW.getTime() + ms)
const letter = (id: string, over: Partial<Post> = {}): Post => ({
  id,
  key: id,
  to: 'kettle@example.org',
  lang: 'en',
  kind: 'sign-in',
  about: { code: '1' },
  postedAt: AT,
  expiresAt: after(600_000).toISOString(),
  ...over,
})

onEachDatabase('turns', ({ open, empty }) => {
  const take = (holder: string, now: Date, ms = 1000) => ({ name: 'mail', holder, now, ms })
  test('one holds it at a time, draws it out, and gives it back', async () => {
    const { turns } = await open()
    expect(await turns.take(take('a', NOW))).toBe(true)
    expect(await turns.take(take('b', NOW))).toBe(false)
    expect(await turns.take({ ...take('b', NOW), name: 'other' })).toBe(true)
    expect(await turns.take(take('a', after(900)))).toBe(true)
    expect(await turns.take(take('b', after(1500)))).toBe(false)
    await turns.leave({ name: 'mail', holder: 'b' })
    expect(await turns.take(take('b', after(1500)))).toBe(false)
    await turns.leave({ name: 'mail', holder: 'a', doneAt: AT })
    expect(await turns.lastDone('mail')).toBe(AT)
    expect(await turns.take(take('b', after(1500)))).toBe(true)
    expect(await turns.lastDone('mail')).toBe(AT)
    expect(await turns.lastDone('unheard of')).toBeNull()
  })

  test.each<[string, number]>([
    ['it ends by the clock where its holder died', 1001],
    ['a clock that was set back a day does not hold it for a day', -86_400_000],
    ['nor a year', -365 * 86_400_000],
  ])('%s', async (_, ms) => {
    const { turns } = await open()
    await turns.take(take('dead', NOW))
    expect(await turns.take(take('b', after(ms)))).toBe(true)
  })

  test('none is longer than the longest', async () => {
    const { turns } = await open()
    await turns.take(take('dead', NOW, 10 * LONGEST_TURN_MS))
    expect(await turns.take(take('b', after(LONGEST_TURN_MS - 1)))).toBe(false)
    expect(await turns.take(take('b', after(LONGEST_TURN_MS)))).toBe(true)
  })

  test('of twenty that ask at once, over two processes, one has it', async () => {
    const url = await empty()
    const stores = [await open(url), await open(url)]
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) => stores[at % 2]?.turns.take(take(`h${at}`, NOW))),
    )
    expect(all.filter((it) => it === true)).toHaveLength(1)
  })

  test('work that throws gives its turn back, undone', async () => {
    const { turns } = await open()
    const about = { turns, name: 'job', holder: 'a', now: () => NOW, ms: 10_000 }
    await expect(inTurn(about, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turns.lastDone('job')).toBeNull()
    const done = await inTurn({ ...about, holder: 'b' }, async (still) => ({ done: true, value: still() }))
    expect(done).toBe(true)
    expect(await turns.lastDone('job')).toBe(AT)
  })
})

onEachDatabase('letters', ({ open }) => {
  test('a code that soon expires goes before digests that waited longer', async () => {
    const store = await open()
    await store.act(async ({ post }) => {
      for (const at of [1, 2, 3])
        await post(letter(`digest-${at}`, { expiresAt: after(86_400_000).toISOString() }))
      await post(letter('code', { postedAt: after(1000).toISOString() }))
    })
    expect((await store.outbox.due(after(2000), 2)).map(({ id }) => id)).toEqual(['code', 'digest-1'])
  })

  test('the state of the outbox tells a letter that is refused from a server that is away', async () => {
    const store = await open()
    const nothing = { waiting: 0, oldestAt: null, stuckSince: null, lastSentAt: null }
    expect(await store.mail.state(NOW)).toEqual(nothing)
    await store.act(({ post }) => post(letter('later', { notBefore: after(5000).toISOString() })))
    expect(await store.mail.state(NOW)).toEqual(nothing)
    await store.act(({ post }) => post(letter('one')))
    expect(await store.mail.state(NOW)).toEqual({ ...nothing, waiting: 1, oldestAt: AT, stuckSince: AT })
    const failed = { id: 'one', at: AT, is: 'failed', nextTryAt: AT } as const
    await store.outbox.tried({ ...failed, why: '450 at RCPT TO' })
    expect(await store.mail.state(NOW)).toEqual({ ...nothing, waiting: 1, oldestAt: AT })
    await store.outbox.tried({ ...failed, why: 'unreachable: ECONNECTION' })
    expect(await store.mail.state(NOW)).toMatchObject({ stuckSince: AT })
    await store.outbox.tried({ id: 'one', at: AT, is: 'sent' })
    expect(await store.mail.state(NOW)).toEqual({ ...nothing, lastSentAt: AT })
  })

  test('letters that went lose their address in time, and are not posted again', async () => {
    const store = await open()
    await store.act(async ({ post }) => {
      await post(letter('sent'))
      await post(letter('waits'))
    })
    await store.outbox.tried({ id: 'sent', at: AT, is: 'sent' })
    expect(await store.mail.addressOf('sent')).toBe('kettle@example.org')
    const before = {
      addressesBefore: after(1).toISOString(),
      rowsBefore: AT,
      bouncesBefore: '2026-11-01',
      tokensBefore: AT,
    }
    await store.mail.tidy(before)
    expect(await store.mail.addressOf('sent')).toBeNull()
    expect(await store.mail.addressOf('waits')).toBe('kettle@example.org')
    await store.act(({ post }) => post(letter('again', { key: 'sent' })))
    expect((await store.outbox.due(NOW, 9)).map(({ id }) => id)).toEqual(['waits'])
    await store.mail.tidy({ ...before, rowsBefore: after(1).toISOString() })
    await store.act(({ post }) => post(letter('again', { key: 'sent' })))
    expect((await store.outbox.due(NOW, 9)).map(({ id }) => id)).toEqual(['again', 'waits'])
  })

  test('tokens that ran out long ago are forgotten, with what they were used for; others stay', async () => {
    const store = await open()
    const [old, young] = [newToken(), newToken()]
    const once = { kind: 'answer', about: {}, madeAt: AT }
    await store.act(async (act) => {
      await act.once.make(old, { ...once, expiresAt: AT })
      await act.once.make(young, { ...once, expiresAt: after(2).toISOString() })
      for (const token of [old, young]) await act.once.useFor(token, 'a', AT)
    })
    const tidied = (tokensBefore: string) =>
      store.mail.tidy({ addressesBefore: AT, rowsBefore: AT, bouncesBefore: '2026-11-01', tokensBefore })
    await tidied(AT)
    expect((await store.once(old, 'answer', NOW)).is, 'still says that it is too old').toBe('expired')
    await tidied(after(1).toISOString())
    expect((await store.once(old, 'answer', NOW)).is).toBe('unknown')
    expect(await store.answered(old)).toEqual({})
    expect((await store.once(young, 'answer', NOW)).is).toBe('good')
    expect(await store.answered(young)).toEqual({ a: AT })
  })

  test('a kind of letter is stopped for an address, and comes again', async () => {
    const store = await open()
    const which = { address: 'hash', kind: 'digest' }
    await store.act(({ stop }) => stop({ ...which, at: AT }))
    await store.act(({ stop }) => stop({ ...which, at: AT }))
    expect(await store.mail.isStopped(which)).toBe(true)
    expect(await store.mail.isStopped({ ...which, kind: 'sign-in' })).toBe(false)
    expect(await store.mail.isStopped({ ...which, address: 'other' })).toBe(false)
    await store.act(({ unstop }) => unstop(which))
    expect(await store.mail.isStopped(which)).toBe(false)
  })

  test('a bounce counts once a day, and once more where it becomes permanent', async () => {
    const store = await open()
    const note = (day: string, permanent: boolean) =>
      store.act(({ noteBounce }) => noteBounce({ address: 'h', day, at: AT, permanent }))
    expect(await note('2026-11-20', false)).toBe(true)
    expect(await note('2026-11-20', false)).toBe(false)
    expect(await note('2026-11-21', true)).toBe(true)
    expect(await note('2026-11-21', false)).toBe(false)
    expect(await note('2026-11-20', true)).toBe(true)
    expect((await store.mail.bouncesOf('h', '2026-11-21')).map(({ day }) => day)).toEqual(['2026-11-21'])
    expect((await store.mail.bouncesOf('h', '2026-11-01')).map(({ permanent }) => permanent)).toEqual([
      true,
      true,
    ])
    expect(await store.mail.bouncesOf('other', '2026-11-01')).toEqual([])
  })

  test('listings are found by an address in any of their contacts, however it is spelt', async () => {
    const store = await open()
    const email = (address: string) => ({ address, visible: false })
    await store.add([
      aNew('a', { email: email('Kettle@Example.org') }),
      aNew('b', { contacts: [{ role: 'referrals', email: email('kettle@example.org') }] }),
      aNew('c', { email: email('akettle@example.org') }),
      aNew('d', { description: 'Write to kettle@example.org' }),
    ])
    expect(await store.mail.listingsNaming(' KETTLE@example.org ')).toEqual(['a', 'b'])
    expect(await store.mail.listingsNaming('%@example.org')).toEqual([])
  })

  test('websites that are due come longest waiting first', async () => {
    const store = await open()
    const link = (listing: string, nextAt: string) => ({
      listing,
      url: 'https://a.example',
      nextAt,
      checkedAt: null,
      fails: 0,
      failingSince: null,
      unsure: 0,
      signal: null,
    })
    await store.links.write([
      link('later', after(1).toISOString()),
      link('b', AT),
      link('a', after(-9).toISOString()),
    ])
    expect((await store.links.due(NOW, 9)).map(({ listing }) => listing)).toEqual(['a', 'b'])
    await store.links.write([{ ...link('a', after(9).toISOString()), fails: 2 }])
    expect((await store.links.due(NOW, 9)).map(({ listing }) => listing)).toEqual(['b'])
    expect(await store.links.of('a')).toMatchObject({ fails: 2 })
    await store.links.drop(['a'])
    expect(await store.links.of('a')).toBeNull()
  })
})
