/** What the desk reads in one go of all listings. */
import { expect, test } from 'vitest'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT, later } from '../store/made.ts'

onEachDatabase('what was said of room', ({ open }) => {
  test('of every listing from an instant on, oldest first', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const said = (id: string, listing: string, saidAt: string) => ({
      id,
      listing,
      saidAt,
      session: null,
      state: 'full' as const,
      weeks: null,
      until: null,
      by: 'group' as const,
    })
    const events = [said('1', 'a', later(2)), said('2', 'b', later(1)), said('3', 'a', AT)]
    await store.sayCapacity(events)
    expect(await store.capacitiesSince(later(1))).toEqual([events[1], events[0]])
    expect((await store.capacitiesSince(AT)).map(({ id }) => id)).toEqual(['3', '2', '1'])
  })
})
