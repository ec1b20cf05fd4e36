/** What people do is one transaction, tokens work once, letters wait, and the record of decisions is never changed. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import { newToken } from '../../src/store/once.ts'
import type { Post } from '../../src/store/mail/outbox.ts'
import type { NewMatter } from '../../src/store/matters/matter.ts'
import type { Grant } from '../../src/store/people/grant.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit } from '../store/made.ts'

const AT = '2026-11-22T09:00:00.000Z'
const NOW = new Date(AT)
const SOON = '2026-11-22T09:10:00.000Z'
const AFTER = new Date('2026-11-22T09:10:00.000Z')

const letter = (over: Partial<Post> = {}): Post => ({
  id: crypto.randomUUID(),
  key: 'k',
  to: 'kettle@example.org',
  lang: 'en',
  kind: 'sign-in',
  about: { code: '123456' },
  postedAt: AT,
  expiresAt: SOON,
  ...over,
})
const aMatter = (over: Partial<NewMatter> = {}): NewMatter => ({
  id: 'm1',
  kind: 'report',
  listing: 'a',
  group: null,
  person: null,
  openedAt: AT,
  targetOn: '2026-11-25',
  about: { what: 'closed' },
  ...over,
})
const grant = (over: Partial<Grant> = {}): Grant => ({
  id: crypto.randomUUID(),
  person: 'p1',
  role: 'group',
  scope: 'g1',
  givenAt: AT,
  givenBy: null,
  endedAt: null,
  ...over,
})

onEachDatabase('acts', ({ open, empty }) => {
  test('an act that throws leaves nothing of it', async () => {
    const store = await open()
    await store.add([aNew('a')])
    const failing = store.act(async (act) => {
      await act.edit(anEdit('a', 1))
      await act.post(letter())
      await act.matters.open(aMatter())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const found = await store.byId('a')
    expect(found.is === 'listing' && found.known.listing.revision).toBe(1)
    expect(await store.outbox.due(AFTER, 10)).toEqual([])
    expect(await store.matters.list({})).toEqual([])
  })

  test('a token works once, for its own kind, until it expires', async () => {
    const store = await open()
    const [token, late] = [newToken(), newToken()]
    const once = { kind: 'answer', about: { listing: 'a' }, madeAt: AT, expiresAt: SOON }
    await store.act((act) => act.once.make(token, once))
    await store.act((act) => act.once.make(late, once))
    for (let opened = 0; opened < 20; opened++)
      expect((await store.once(token, 'answer', NOW)).is, 'looking uses nothing up').toBe('good')
    expect((await store.once(token, 'invitation', NOW)).is).toBe('unknown')
    expect((await store.once('x', 'answer', NOW)).is).toBe('unknown')
    expect((await store.act((act) => act.once.use(late, 'answer', AFTER))).is).toBe('expired')
    const uses = await Promise.all(
      Array.from({ length: 5 }, () => store.act((act) => act.once.use(token, 'answer', NOW))),
    )
    expect(uses.map(({ is }) => is).sort()).toEqual(['good', 'used', 'used', 'used', 'used'])
  })

  test('no token is in the database as it was given out', async () => {
    const url = await empty()
    const store = await open(url)
    const token = newToken()
    await store.act((act) => act.once.make(token, { kind: 'answer', about: {}, madeAt: AT, expiresAt: SOON }))
    const database = await connect(url)
    onTestFinished(() => database.close())
    const { rows } = await sql<object>`select * from once`.execute(database.read)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('a letter is posted once by its key, tried until sent, and emptied then', async () => {
    const store = await open()
    await store.act((act) => act.post(letter({ id: 'l1' })))
    await store.act((act) => act.post(letter({ id: 'l2' })))
    await store.act((act) => act.post(letter({ id: 'l3', key: 'later', notBefore: SOON })))
    expect((await store.outbox.due(NOW, 10)).map(({ id }) => id)).toEqual(['l1'])
    await store.outbox.tried({ id: 'l1', at: AT, is: 'failed', why: 'refused', nextTryAt: SOON })
    expect(await store.outbox.due(NOW, 10)).toEqual([])
    const [first] = await store.outbox.due(AFTER, 10)
    expect(first).toMatchObject({ id: 'l1', tries: 1, why: 'refused', about: { code: '123456' } })
    await store.outbox.tried({ id: 'l1', at: SOON, is: 'sent' })
    expect((await store.outbox.due(AFTER, 10)).map(({ id }) => id)).toEqual(['l3'])
  })

  test('a letter comes in the language its reader last signed in, one that was asked for in that of the page', async () => {
    const store = await open()
    const email = 'kettle@example.org'
    const posted = async (key: string, over: Partial<Post> = {}) => {
      await store.act((act) => act.post(letter({ id: key, key, ...over })))
      return (await store.outbox.due(NOW, 10)).find(({ id }) => id === key)?.lang
    }
    expect(await posted('nobody')).toBe('en')
    const lang = (it: 'en' | 'cy') =>
      store.act(({ people }) => people.for({ id: 'p', email, at: AT, lang: it }))
    await store.act(({ people }) => people.for({ id: 'p', email, at: AT }))
    expect(await posted('not yet')).toBe('en')
    await lang('cy')
    expect(await posted('welsh')).toBe('cy')
    expect(await posted('asked', { asked: true })).toBe('en')
    await store.act(({ people }) => people.for({ id: 'p', email, at: AT }))
    expect(await posted('still')).toBe('cy')
    await lang('en')
    expect(await posted('english')).toBe('en')
  })

  test('a sent letter keeps nothing of what it said', async () => {
    const url = await empty()
    const store = await open(url)
    await store.act((act) => act.post(letter({ id: 'l1' })))
    await store.outbox.tried({ id: 'l1', at: AT, is: 'sent' })
    const database = await connect(url)
    onTestFinished(() => database.close())
    const { rows } = await sql<{ about: string; state: string }>`select * from outbox`.execute(database.read)
    expect(rows.map(({ about, state }) => [about, state])).toEqual([['{}', 'sent']])
  })

  test('a matter is decided once', async () => {
    const store = await open()
    await store.act((act) => act.matters.open(aMatter()))
    await store.act((act) => act.matters.open(aMatter({ about: { what: 'moved' } })))
    expect(await store.matters.get('m1')).toMatchObject({ state: 'open', about: { what: 'closed' } })
    expect(await store.matters.openByKind()).toEqual({ report: 1 })
    const decision = {
      id: 'm1',
      state: 'decided',
      decision: 'right',
      reason: 'I rang',
      by: 'p',
      at: AT,
    } as const
    expect(await store.act((act) => act.matters.decide(decision))).toBe(true)
    expect(await store.act((act) => act.matters.decide({ ...decision, decision: 'ended' }))).toBe(false)
    expect(await store.act((act) => act.matters.assign('m1', 'p2'))).toBe(false)
    expect(await store.matters.get('m1')).toMatchObject({
      state: 'decided',
      decision: 'right',
      decidedBy: 'p',
    })
  })

  test('queues are oldest first, by kind, assigned or free', async () => {
    const store = await open()
    await store.act(async ({ matters }) => {
      await matters.open(aMatter({ id: 'new', openedAt: '2026-11-21T00:00:00.000Z' }))
      await matters.open(aMatter({ id: 'old', openedAt: '2026-11-01T00:00:00.000Z' }))
      await matters.open(aMatter({ id: 'other', kind: 'keeper', openedAt: '2026-11-02T00:00:00.000Z' }))
      await matters.assign('old', 'p1')
    })
    const ids = async (which: Parameters<typeof store.matters.list>[0]) =>
      (await store.matters.list(which)).map(({ id }) => id)
    expect(await ids({ state: 'open' })).toEqual(['old', 'other', 'new'])
    expect(await ids({ kind: 'report' })).toEqual(['old', 'new'])
    expect(await ids({ assignedTo: null })).toEqual(['other', 'new'])
    expect(await ids({ assignedTo: 'p1' })).toEqual(['old'])
  })

  test('a role is held once, and no more after it ended', async () => {
    const store = await open()
    await store.act(async ({ grants }) => {
      await grants.give(grant({ id: 'one' }))
      await grants.give(grant({ id: 'again' }))
      await grants.give(grant({ id: 'desk', role: 'desk', scope: null }))
      await grants.give(grant({ id: 'p2', person: 'p2' }))
    })
    const held = async () => (await store.grants.of('p1')).map(({ id }) => id).sort()
    expect(await held()).toEqual(['desk', 'one'])
    expect((await store.grants.holders('group', 'g1')).map(({ id }) => id).sort()).toEqual(['one', 'p2'])
    expect((await store.grants.holders('desk', null)).map(({ id }) => id)).toEqual(['desk'])
    expect(await store.act(({ grants }) => grants.end('one', SOON))).toBe(true)
    expect(await store.act(({ grants }) => grants.end('one', SOON))).toBe(false)
    expect(await held()).toEqual(['desk'])
  })

  test.for(["update audit set did = 'nothing'", 'delete from audit'])(
    'the record refuses "%s"',
    async (statement) => {
      const url = await empty()
      const store = await open(url)
      const entry = { at: AT, person: 'p', role: 'desk', listing: 'a', group: null, about: null }
      await store.act((act) => act.audit({ ...entry, id: 'e1', did: 'accepted' }))
      const { write, close } = await connect(url)
      onTestFinished(close)
      await expect(write(({ db }) => sql.raw(statement).execute(db))).rejects.toThrow('audit is append only')
      expect(await store.audit({ limit: 10 })).toEqual([{ ...entry, id: 'e1', did: 'accepted' }])
    },
  )

  test('counts of a week add up', async () => {
    const store = await open()
    await store.add([aNew('a')])
    const tally = { listing: 'a', week: '2026-11-16', kind: 'pointed', count: 2 } as const
    await store.act((act) => act.count([tally]))
    await store.act((act) => act.count([tally, { ...tally, kind: 'looked', count: 1 }]))
    expect(await store.tallies(['a'], '2026-11-16')).toEqual([
      { ...tally, kind: 'looked', count: 1 },
      { ...tally, count: 4 },
    ])
    expect(await store.tallies(['a'], '2026-11-23')).toEqual([])
  })

  test('a group’s listings are found, drafts included', async () => {
    const store = await open()
    await store.add([aNew('b', { status: 'draft' }), aNew('a')])
    expect((await store.ofGroup('g1')).map(({ listing }) => listing.id)).toEqual(['a', 'b'])
    expect(await store.ofGroup('nobody')).toEqual([])
    const edit = { ...anEdit('a', 1), group: { id: 'g2', name: 'Others', org_ids: [] } }
    await store.act((act) => act.edit(edit))
    expect((await store.ofGroup('g2')).map(({ listing }) => listing.group?.name)).toEqual(['Others'])
  })
})
