/**
 * What is read in an act and written after it is one step, however many do the same at once: on both databases, and on
 * PostgreSQL from two programs, which share nothing but the server.
 */
import { expect, test } from 'vitest'
import type { Act } from '../../src/store/act.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT } from '../store/made.ts'

const NOW = new Date('2026-11-22T10:00:00.000Z')
const LATER = '2026-12-22T10:00:00.000Z'
const MANY = 24

/** The same act many times at once, from two programs in turn; what each gave. */
function atOnce<T>(stores: readonly Store[], work: (act: Act, n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(
    Array.from({ length: MANY }, (_, n) => {
      const store = stores[n % stores.length]
      if (store === undefined) throw new Error('no store')
      return store.act((act) => work(act, n))
    }),
  )
}
const count = <T>(all: readonly T[], one: T) => all.filter((it) => it === one).length

onEachDatabase('many at once', ({ open, empty }) => {
  async function two(): Promise<[Store, Store]> {
    const url = await empty()
    const first = await open(url)
    await first.add([aNew('a')])
    await first.act(async (act) => {
      for (const id of ['p', 'q']) await act.people.for({ id, email: `${id}@example.org`, at: AT })
    })
    return [first, await open(url)]
  }

  test('a number that is read, and written one higher, misses no turn', async () => {
    const stores = await two()
    await atOnce(stores, async (act) => {
      const before = Number((await act.fact('turns')) ?? '0')
      await act.setFact('turns', String(before + 1))
    })
    expect(await stores[0].fact('turns')).toBe(String(MANY))
  })

  test('a matter that was found open is decided by one', async () => {
    const stores = await two()
    const about = { what: 'closed', said: [], tell: [] }
    const matter = { id: 'm', kind: 'report', listing: 'a', group: null, person: null, about }
    await stores[0].act((act) => act.matters.open({ ...matter, openedAt: AT, targetOn: '2026-12-01' }))
    const decided = await atOnce(stores, async (act, n) => {
      if ((await act.matters.get('m'))?.state !== 'open') return 'before'
      const decision = { id: 'm', state: 'decided' as const, decision: 'right', reason: String(n) }
      await act.matters.decide({ ...decision, by: 'p', at: AT })
      return 'decided'
    })
    expect([count(decided, 'decided'), count(decided, 'before')]).toEqual([1, MANY - 1])
  })

  test('a token is used up by one, an invitation answered by one', async () => {
    const stores = await two()
    await stores[0].act(async (act) => {
      await act.once.make('t', { kind: 'invitation', about: {}, madeAt: AT, expiresAt: LATER })
      const invitation = { id: 'i', group: 'g1', email: 'x@example.org', handOver: false }
      await act.keepers.invite({ ...invitation, madeAt: AT, madeBy: 'p', expiresAt: LATER })
    })
    const used = await atOnce(stores, async (act) => (await act.once.use('t', 'invitation', NOW)).is)
    expect([count(used, 'good'), count(used, 'used')]).toEqual([1, MANY - 1])
    const answered = await atOnce(stores, (act) => act.keepers.answer('i', 'accepted'))
    expect(count(answered, true)).toBe(1)
  })

  test('of a code five wrong ones are looked at, and not one more', async () => {
    const stores = await two()
    const code = { id: 'c', listing: 'a', person: 'p', madeAt: AT, expiresAt: LATER }
    await stores[0].act((act) => act.keepers.makeCode('123456', code))
    const tried = await atOnce(stores, async (act) => (await act.keepers.tryCode('a', 'p', '000000', NOW)).is)
    expect([count(tried, 'wrong'), count(tried, 'spent')]).toEqual([4, MANY - 4])
    const late = await stores[1].act((act) => act.keepers.tryCode('a', 'p', '123456', NOW))
    expect(late.is).toBe('spent')
  })

  test('a right code makes one keeper', async () => {
    const stores = await two()
    const code = { id: 'c', listing: 'a', person: 'p', madeAt: AT, expiresAt: LATER }
    await stores[0].act((act) => act.keepers.makeCode('123456', code))
    const tried = await atOnce(stores, async (act, n) => {
      const { is } = await act.keepers.tryCode('a', 'p', '123456', NOW)
      const grant = { id: `g${n}`, person: 'p', role: 'group' as const, scope: 'g1', givenAt: AT }
      if (is === 'right') await act.grants.give({ ...grant, givenBy: null, endedAt: null })
      return is
    })
    expect([count(tried, 'right'), count(tried, 'none')]).toEqual([1, MANY - 1])
    expect(await stores[0].grants.of('p')).toHaveLength(1)
  })

  test('an address goes to one of two people', async () => {
    const stores = await two()
    const changed = await atOnce(stores, (act, n) =>
      act.people.changeEmail(n % 2 === 0 ? 'p' : 'q', 'new@example.org'),
    )
    const holder = (await stores[0].people.byEmail('new@example.org'))?.id
    expect(count(changed, true)).toBe(MANY / 2)
    expect(
      changed.map((yes, n) => (yes ? (n % 2 === 0 ? 'p' : 'q') : null)).filter((it) => it !== null),
    ).toEqual(Array.from({ length: MANY / 2 }, () => holder))
  })

  test('whoever reads waits for nobody, however many wait for their turn to write', async () => {
    const [store] = await two()
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    const first = store.act(() => gate)
    const waiting = Array.from({ length: MANY }, (_, n) => store.act((act) => act.setFact('turn', String(n))))
    expect(await store.fact('turn')).toBeNull()
    release()
    await Promise.all([first, ...waiting])
    expect(await store.fact('turn')).not.toBeNull()
  })
})
