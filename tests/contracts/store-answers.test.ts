/** What groups answer: room by session, funding, new people a month, and links that work once for each listing. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { CapacityEvent } from '../../src/capacity/event.ts'
import type { FundingEvent } from '../../src/funding/event.ts'
import { connect } from '../../src/store/database.ts'
import { newToken } from '../../src/store/once.ts'
import { lookAtAnswerLink, makeAnswerLink, openAnswerLink } from '../../src/upkeep/answer-link.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT, later, only } from '../store/made.ts'

const NOW = new Date(AT)
const room = (id: string, session: string | null, saidAt: string): CapacityEvent => ({
  id,
  listing: 'a',
  session,
  state: 'full',
  weeks: null,
  until: null,
  saidAt,
  by: 'group',
})
const funding = (id: string, saidAt: string, over: Partial<FundingEvent> = {}): FundingEvent => ({
  id,
  listing: 'a',
  says: 'unknown',
  until: '2027-03-31',
  saidAt,
  by: 'group',
  source: null,
  ...over,
})

onEachDatabase('what groups answer', ({ open, empty }) => {
  test('the latest word on the whole and on each session is known, and all of it is history', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const events = [
      room('1', null, later(1)),
      room('2', 'week:tu@10:00', later(2)),
      room('3', 'week:tu@10:00', later(4)),
      room('4', 'week:th@10:00', later(3)),
    ]
    await store.sayCapacity(events)
    const { capacity, capacities } = await only(store, 'a')
    expect(capacity).toEqual(events[0])
    expect(capacities.sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual([events[2], events[3]])
    expect((await store.capacities('a')).map(({ id }) => id)).toEqual(['3', '4', '2', '1'])
    expect(await only(store, 'b')).toMatchObject({
      capacity: null,
      capacities: [],
      funding: null,
      fundingTold: null,
    })
  })

  test('the latest word on funding is known, and moves its listing in the feed once', async () => {
    const store = await open()
    await store.add([aNew('a')])
    const before = await store.lastChange()
    const told = { by: 'source', source: 'Grants of the town' } as const
    const second = funding('2', later(2), { says: 'ends', until: '2027-03-31' })
    await store.sayFunding([second, funding('1', later(1))])
    expect(await only(store, 'a')).toMatchObject({ funding: second, fundingTold: null })
    const longest = funding('t2', later(4), { ...told, says: 'unknown', until: '2028-03-31' })
    const others = [
      funding('t1', later(4), { ...told, says: 'unknown', until: '2027-09-30' }),
      funding('t0', later(3), { ...told, says: 'unknown', until: '2029-03-31' }),
    ]
    await store.sayFunding([longest, ...others])
    expect(await only(store, 'a'), 'a source hides no person').toMatchObject({
      funding: second,
      fundingTold: longest,
    })
    const moved = await store.lastChange()
    expect(moved).toBeGreaterThan(before)
    await store.act((act) => act.sayFunding([funding('1', later(9))]))
    expect(await store.lastChange(), 'the same one again is no news').toBe(moved)
    await expect(store.sayFunding([funding('3', AT, { listing: 'nobody' })])).rejects.toThrow('"nobody"')
  })

  test('how many they can take is what was said last, and is in no feed', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const before = await store.lastChange()
    const said = (id: string, perMonth: number | null, saidAt: string) =>
      store.act((act) => act.setIntake({ id, listing: 'a', perMonth, saidAt, by: 'group' }))
    expect(await store.intakes(['a', 'b'])).toEqual([])
    await said('1', 5, later(1))
    await said('2', 8, later(2))
    expect((await store.intakes(['a', 'b'])).map(({ listing, perMonth }) => [listing, perMonth])).toEqual([
      ['a', 8],
    ])
    await said('3', null, later(3))
    expect((await store.intakes(['a']))[0]?.perMonth).toBeNull()
    expect(await store.lastChange()).toBe(before)
  })

  test('erasing takes all of it away', async () => {
    const url = await empty()
    const store = await open(url)
    await store.add([aNew('a')])
    await store.sayCapacity([room('1', 'week:tu@10:00', AT)])
    await store.sayFunding([funding('1', AT)])
    await store.act((act) => act.setIntake({ id: '1', listing: 'a', perMonth: 5, saidAt: AT, by: 'group' }))
    await store.erase('a', AT)
    const database = await connect(url)
    onTestFinished(() => database.close())
    for (const table of ['capacity_event', 'funding_event', 'intake'])
      expect((await sql`select * from ${sql.table(table)}`.execute(database.read)).rows, table).toEqual([])
  })

  test.for([
    ['funding_event', "update funding_event set says = 'goes-on'"],
    ['funding_event', 'delete from funding_event'],
    ['intake', 'update intake set per_month = 0'],
    ['intake', 'delete from intake'],
  ] as const)('%s refuses "%s"', async ([table, statement]) => {
    const url = await empty()
    const store = await open(url)
    await store.add([aNew('a')])
    await store.sayFunding([funding('1', AT)])
    await store.act((act) => act.setIntake({ id: '1', listing: 'a', perMonth: 5, saidAt: AT, by: 'group' }))
    const { write, close } = await connect(url)
    onTestFinished(close)
    await expect(write(({ db }) => sql.raw(statement).execute(db))).rejects.toThrow(`${table} is append only`)
  })

  test('a link works once for each listing, however many come at once', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const token = newToken()
    const listings = ['a', 'b'].map((id) => ({ id, revision: 1 }))
    await store.act((act) => makeAnswerLink(act, { listings, person: null }, NOW, () => token))
    const use = (listing: string) => store.act((act) => act.once.useFor(token, listing, AT))
    expect((await Promise.all(['a', 'a', 'a', 'b'].map(use))).filter(Boolean)).toHaveLength(2)
    expect(await store.answered(token)).toEqual({ a: AT, b: AT })
    expect(await store.answered(newToken())).toEqual({})
  })

  test('a link names its listings, ends after 30 days, and looking uses nothing up', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const token = newToken()
    const listings = [{ id: 'a', revision: 1 }]
    const path = await store.act((act) => makeAnswerLink(act, { listings, person: 'p1' }, NOW, () => token))
    expect(path).toBe(`/answer/${token}`)
    for (let opened = 0; opened < 20; opened++)
      expect(await lookAtAnswerLink(store, token, NOW)).toMatchObject({
        is: 'good',
        link: { person: 'p1', role: 'group', listings },
        answered: {},
      })
    const openFor = (listing: string, now: Date) =>
      store.act((act) => openAnswerLink(act, token, listing, now))
    expect((await openFor('a', NOW)).is).toBe('open')
    expect((await openFor('b', NOW)).is, 'another listing').toBe('unknown')
    expect((await openFor('a', new Date(later(30)))).is).toBe('expired')
    expect((await lookAtAnswerLink(store, newToken(), NOW)).is).toBe('unknown')
  })
})
