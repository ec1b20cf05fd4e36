/** A letter came back: on which listings that casts doubt, and on which it does not. */
import { describe, expect, test } from 'vitest'
import { isGone } from '../../src/reviews/bounce-rule.ts'
import { noteBounce } from '../../src/reviews/bounces.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT, later, only } from '../store/made.ts'

describe('an address', () => {
  const on = (...days: string[]) => days.map((day) => ({ day: `2026-11-${day}`, permanent: false }))
  const cases: [what: string, bounces: { day: string; permanent: boolean }[], gone: boolean][] = [
    ['nothing came back', [], false],
    ['a permanent one', [{ day: '2026-11-22', permanent: true }], true],
    ['an old permanent one', [{ day: '2026-11-01', permanent: true }], false],
    ['full for two days', on('21', '22'), false],
    ['full for three days', on('20', '21', '22'), true],
    ['three within fourteen days', on('09', '15', '22'), true],
    ['three within fifteen days', on('08', '15', '22'), false],
    ['one dated in the future', [{ day: '2026-11-23', permanent: true }], false],
  ]
  test.each(cases)('%s', (_, bounces, gone) => {
    expect(isGone(bounces, '2026-11-22')).toBe(gone)
  })
})

const ADDRESS = 'kettle@example.org'
const email = { address: ADDRESS, visible: false }
const came = (store: Store, over: Partial<{ address: string; permanent: boolean; at: Date }> = {}) =>
  noteBounce(store, { address: ADDRESS, permanent: true, at: new Date(later(1)), ...over }, 'It came back.')
const doubted = async (store: Store) =>
  (await store.matters.list({ state: 'open' })).map(({ listing }) => listing)

async function keeper(store: Store, person: string, address: string, scope = 'g1'): Promise<void> {
  await store.act(async ({ people, grants }) => {
    await people.for({ id: person, email: address, at: AT })
    const about = {
      id: crypto.randomUUID(),
      role: 'group',
      scope,
      givenAt: AT,
      givenBy: null,
      endedAt: null,
    } as const
    await grants.give({ ...about, person })
  })
}

onEachDatabase('a letter that came back', ({ open }) => {
  test('casts doubt on every live listing it is a contact of', async () => {
    const store = await open()
    await store.add([
      aNew('a', { email }),
      aNew('b', {
        contacts: [{ role: 'referrals', email: { address: 'Kettle@EXAMPLE.org', visible: true } }],
      }),
      aNew('ended', { email, status: 'ended' }),
      aNew('draft', { email, status: 'draft' }),
      aNew('other', { email: { address: 'other@example.org', visible: true } }),
    ])
    expect(await came(store)).toEqual({ is: 'gone', listings: 2 })
    expect((await only(store, 'a')).signals).toMatchObject([
      { kind: 'bounced', clearedAt: null, at: later(1) },
    ])
    expect((await doubted(store)).sort()).toEqual(['a', 'b'])
    const [matter] = await store.matters.list({ listing: 'a' })
    expect(matter).toMatchObject({
      kind: 'signal',
      group: 'g1',
      targetOn: '2026-12-03',
      about: { kind: 'bounced', words: 'It came back.', signal: 'bounced:a:2026-11-23' },
    })
    expect(JSON.stringify(await store.matters.list({}))).not.toContain(ADDRESS)
  })

  test('told twice, or on the next day, it is one doubt', async () => {
    const store = await open()
    await store.add([aNew('a', { email })])
    await came(store)
    expect(await came(store)).toEqual({ is: 'counted' })
    expect(await came(store, { at: new Date(later(2)) })).toEqual({ is: 'gone', listings: 1 })
    expect((await only(store, 'a')).signals).toHaveLength(1)
    expect(await store.matters.list({})).toHaveLength(1)
  })

  test('read again after the desk has looked, it raises nothing', async () => {
    const store = await open()
    await store.add([aNew('a', { email })])
    await came(store)
    const [signal] = (await only(store, 'a')).signals
    if (signal === undefined) throw new Error('no signal')
    await store.raise([{ ...signal, clearedAt: later(2) }])
    await came(store)
    expect((await only(store, 'a')).signals).toEqual([])
  })

  test('an old report says nothing of a listing that was confirmed since', async () => {
    const store = await open()
    await store.add([aNew('a', { email })])
    const about = { id: 'c1', listing: 'a', by: 'group', source: null, how: 'form', revision: 1 } as const
    await store.confirm([{ ...about, at: later(5) }])
    expect(await came(store)).toEqual({ is: 'gone', listings: 0 })
    expect(await doubted(store)).toEqual([])
  })

  test('three days with a full mailbox are as good as gone', async () => {
    const store = await open()
    await store.add([aNew('a', { email })])
    const full = (day: number) => came(store, { permanent: false, at: new Date(later(day)) })
    expect([await full(1), await full(1), await full(3)].map(({ is }) => is)).toEqual([
      'counted',
      'counted',
      'counted',
    ])
    expect(await doubted(store)).toEqual([])
    expect(await full(9)).toEqual({ is: 'gone', listings: 1 })
  })

  test('the only keeper counts; one of two who can be reached does not', async () => {
    const store = await open()
    await store.add([
      aNew('a'),
      aNew('b'),
      aNew('c', {}, { group: { id: 'g2', name: 'Other', org_ids: [] } }),
    ])
    await keeper(store, 'p1', ADDRESS)
    expect(await came(store)).toEqual({ is: 'gone', listings: 2 })
    expect((await doubted(store)).sort()).toEqual(['a', 'b'])

    const two = await open()
    await two.add([aNew('a')])
    await keeper(two, 'p1', ADDRESS)
    await keeper(two, 'p2', 'second@example.org')
    expect(await came(two)).toEqual({ is: 'gone', listings: 0 })
    expect(await came(two, { address: 'second@example.org' })).toEqual({ is: 'gone', listings: 1 })
  })

  test('an address nobody knows is counted, and casts no doubt', async () => {
    const store = await open()
    await store.add([aNew('a', { email })])
    expect(await came(store, { address: 'stranger@example.org' })).toEqual({ is: 'gone', listings: 0 })
    expect(await doubted(store)).toEqual([])
  })
})
