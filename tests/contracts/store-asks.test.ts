/** Who was asked about which listing, and that an answer is read from what the group said afterwards. */
import { expect, test } from 'vitest'
import type { Knower } from '../../src/listings/claims.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew } from '../store/made.ts'

const ASKED = '2026-11-01T09:00:00.000Z'
const ask = { id: 'q1', listing: 'a', person: 'p1', rung: 'asked', at: ASKED }

const SAID: [what: string, by: Knower, at: string, answered: string | null][] = [
  ['the group afterwards', 'group', '2026-11-03T09:00:00.000Z', '2026-11-03T09:00:00.000Z'],
  ['the group before', 'group', '2026-10-31T09:00:00.000Z', null],
  ['the group in the same moment', 'group', ASKED, ASKED],
  ['a link worker afterwards', 'link-worker', '2026-11-03T09:00:00.000Z', null],
]

onEachDatabase('asks', ({ open }) => {
  test.for(SAID)('answered by %s', async ([, by, at, answered]) => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    await store.act((act) => act.ask([ask, { ...ask, id: 'q2', listing: 'b' }]))
    await store.confirm([{ id: 'c', listing: 'a', at, by, source: null, how: 'form', revision: 1 }])
    expect(await store.asked(ASKED)).toEqual([
      { ...ask, answeredAt: answered },
      { ...ask, id: 'q2', listing: 'b', answeredAt: null },
    ])
  })

  test('a word on room is an answer too, the earlier of the two counts', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.act((act) => act.ask([ask]))
    const by = 'group' as const
    await store.sayCapacity([
      {
        id: 'r',
        listing: 'a',
        session: null,
        state: 'full',
        weeks: null,
        until: null,
        saidAt: '2026-11-02T09:00:00.000Z',
        by,
      },
    ])
    await store.confirm([
      { id: 'c', listing: 'a', at: '2026-11-05T09:00:00.000Z', by, source: null, how: 'form', revision: 1 },
    ])
    expect((await store.asked(ASKED))[0]?.answeredAt).toBe('2026-11-02T09:00:00.000Z')
  })

  test('the same ask is there once, older ones are not told', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.act((act) => act.ask([ask]))
    await store.act((act) => act.ask([ask]))
    expect(await store.asked(ASKED)).toHaveLength(1)
    expect(await store.asked('2026-11-01T09:00:00.001Z')).toEqual([])
  })
})
