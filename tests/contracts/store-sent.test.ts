/** People sent to listings, counted by the day, on both databases. */
import { expect, test } from 'vitest'
import type { Sent } from '../../src/store/sent.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { AT, aNew } from '../store/made.ts'

const sent = (listing: string, day: string, count = 1, how: Sent['how'] = 'pointed'): Sent => ({
  listing,
  day,
  how,
  count,
})
const ALL = { keepFrom: '2026-01-01', most: null }
const alone = (id: string) => aNew(id, {}, { group: null })
const counts = async (store: Store, from: string, before: string) =>
  Object.fromEntries(
    (await store.sentTo({ from, before, sharedMost: 100 })).map(({ listing, count }) => [listing, count]),
  )

onEachDatabase('people sent', ({ open }) => {
  test('are summed over days and ways, from one day on and before another', async () => {
    const store = await open()
    await store.add([alone('a'), alone('b'), alone('never')])
    await store.act((act) =>
      act.send(
        [
          sent('a', '2026-11-14', 100),
          sent('a', '2026-11-15'),
          sent('a', '2026-11-21', 3),
          sent('a', '2026-11-21', 2, 'shared'),
          sent('b', '2026-11-20', 4),
          sent('b', '2026-11-22', 100),
        ],
        ALL,
      ),
    )
    expect(await counts(store, '2026-11-15', '2026-11-22')).toEqual({ a: 6, b: 4 })
  })

  test('can be taken back, and are never fewer than nobody', async () => {
    const store = await open()
    await store.add([alone('a'), alone('b')])
    await store.act((act) => act.send([sent('a', '2026-11-21', 2), sent('a', '2026-11-21', -1)], ALL))
    await store.act((act) => act.send([sent('b', '2026-11-21', -1)], ALL))
    expect(await counts(store, '2026-11-15', '2026-11-22')).toEqual({ a: 1, b: 0 })
  })

  test('are at most so many a day where somebody could count up without an end', async () => {
    const store = await open()
    await store.add([alone('a')])
    const limit = { keepFrom: '2026-01-01', most: 2 }
    for (const count of [1, 50, 1])
      await store.act((act) => act.send([sent('a', '2026-11-20', count, 'shared')], limit))
    await store.act((act) => act.send([sent('a', '2026-11-21', 50, 'shared')], limit))
    await store.act((act) => act.send([sent('a', '2026-11-21', 7)], ALL))
    expect(await counts(store, '2026-11-15', '2026-11-22')).toEqual({ a: 2 + 2 + 7 })
  })

  test('are at most so many a group where they followed shared links, however many listings it has', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b'), alone('d'), alone('e')])
    const shared = (listing: string) =>
      ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'].map((day) => sent(listing, day, 2, 'shared'))
    const pointed = [sent('b', '2026-11-21', 10), sent('e', '2026-11-21', -3)]
    await store.act((act) => act.send([...['a', 'b', 'd', 'e'].flatMap(shared), ...pointed], ALL))
    const days = { from: '2026-11-15', before: '2026-11-22', sharedMost: 5 }
    expect(await store.sentTo(days)).toEqual([
      { listing: 'a', group: 'g1', count: 5 },
      { listing: 'b', group: 'g1', count: 10 },
      { listing: 'd', group: null, count: 5 },
      { listing: 'e', group: null, count: 5 },
    ])
  })

  test('are forgotten with their day', async () => {
    const store = await open()
    await store.add([alone('a')])
    await store.act((act) => act.send([sent('a', '2026-11-13'), sent('a', '2026-11-14')], ALL))
    await store.act((act) => act.send([sent('a', '2026-11-22')], { ...ALL, keepFrom: '2026-11-14' }))
    expect(await counts(store, '2026-11-01', '2026-12-01')).toEqual({ a: 2 })
  })

  test('come with the other listings of their groups', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b'), aNew('c'), alone('d')])
    await store.act((act) => act.send([sent('a', '2026-11-21', 5), sent('c', '2026-11-21', 2)], ALL))
    expect(await store.sentTo({ from: '2026-11-15', before: '2026-11-22', sharedMost: 100 })).toEqual([
      { listing: 'a', group: 'g1', count: 5 },
      { listing: 'c', group: 'g1', count: 2 },
      { listing: 'b', group: 'g1', count: 0 },
    ])
  })

  test('leave nothing where a listing is erased, and one that is not known is refused', async () => {
    const store = await open()
    await store.add([alone('a'), alone('b')])
    await store.act((act) => act.send([sent('a', '2026-11-21', 5), sent('b', '2026-11-21', 1)], ALL))
    await store.erase('a', AT)
    expect(await counts(store, '2026-11-15', '2026-11-22')).toEqual({ b: 1 })
    await expect(store.act((act) => act.send([sent('nobody', '2026-11-21')], ALL))).rejects.toThrow('nobody')
  })
})
