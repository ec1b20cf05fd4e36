/** The store's promises about events, the change feed, addresses and the end of a listing. */
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { CapacityEvent } from '../../src/capacity/event.ts'
import type { Confirmation, Signal } from '../../src/freshness/evidence.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit, aRow, AT, importing, later, only, SOURCE, writing } from '../store/made.ts'

const confirmation = (id: string, over: Partial<Confirmation> = {}): Confirmation => ({
  id,
  listing: 'a',
  at: AT,
  by: 'group',
  source: null,
  how: 'form',
  revision: 1,
  ...over,
})
const room = (id: string, over: Partial<CapacityEvent> = {}): CapacityEvent => ({
  id,
  listing: 'a',
  session: null,
  state: 'waiting',
  weeks: 6,
  until: '2027-03-01',
  saidAt: AT,
  by: 'link-worker',
  ...over,
})
const signal = (id: string, over: Partial<Signal> = {}): Signal => ({
  id,
  listing: 'a',
  kind: 'bounced',
  at: AT,
  source: null,
  clearedAt: null,
  ...over,
})

const ids = ({ known }: { known: { listing: { id: string } }[] }) => known.map(({ listing }) => listing.id)

/** Each writes "a" once more, and says whether its place in the feed must move. */
const WRITES: [what: string, moves: boolean, write: (store: Store) => Promise<unknown>][] = [
  ['an edit', true, (store) => store.edit(anEdit('a', 1))],
  ['a stale edit', false, (store) => store.edit(anEdit('a', 7))],
  ['a confirmation', true, (store) => store.confirm([confirmation('c')])],
  ['a confirmation said before', false, (store) => store.confirm([confirmation('known')])],
  ['nothing confirmed', false, (store) => store.confirm([])],
  ['room', true, (store) => store.sayCapacity([room('r')])],
  ['a signal', true, (store) => store.raise([signal('s')])],
  ['a new address', true, (store) => store.rename('a', 'tea')],
  [
    'its group under another name',
    true,
    (store) => store.add([aNew('d', {}, { group: { id: 'g1', name: 'Tea Friends', org_ids: [] } })]),
  ],
  ['another listing of its group', false, (store) => store.add([aNew('d')])],
  ['a source', false, (store) => store.putSource(SOURCE)],
  ['a fact', false, (store) => store.setFact('demonstration', '1')],
  ['an import of others', false, (store) => importing(store, writing([aRow('1')]))],
]

onEachDatabase('events', ({ open }) => {
  test('the latest confirmation and the latest word on room stand, whatever the order they came in', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    await store.confirm([confirmation('c2', { at: later(2), by: 'desk', how: 'phone' })])
    await store.confirm([confirmation('c1', { at: later(1) }), confirmation('c3', { listing: 'b' })])
    await store.sayCapacity([room('r2', { saidAt: later(2), state: 'open', weeks: null, until: null })])
    await store.sayCapacity([room('r1', { saidAt: later(1) })])
    const known = await only(store, 'a')
    expect(known.confirmation).toEqual(confirmation('c2', { at: later(2), by: 'desk', how: 'phone' }))
    expect(known.capacity).toEqual(room('r2', { saidAt: later(2), state: 'open', weeks: null, until: null }))
    expect((await store.confirmations('a')).map(({ id }) => id)).toEqual(['c2', 'c1'])
    expect((await store.capacities('a')).map(({ id }) => id)).toEqual(['r2', 'r1'])
    expect((await only(store, 'b')).capacity).toBeNull()
  })

  test('they move no revision and no date of an edit', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.confirm([confirmation('c', { at: later(3) })])
    await store.sayCapacity([room('r', { saidAt: later(3) })])
    await store.raise([signal('s', { at: later(3) })])
    expect((await only(store, 'a')).listing).toMatchObject({ revision: 1, editedAt: AT, change: 4 })
    expect(await store.revisions('a')).toHaveLength(1)
  })

  test('a signal stands until it is cleared', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.raise([signal('s1'), signal('s2', { kind: 'dead-link', at: later(1) })])
    expect((await only(store, 'a')).signals.map(({ id }) => id)).toEqual(['s2', 's1'])
    await store.raise([signal('s2', { kind: 'dead-link', at: later(1), clearedAt: later(2) })])
    expect((await only(store, 'a')).signals).toEqual([signal('s1')])
  })

  test('about a listing that is not there are refused, all of them', async () => {
    const store = await open()
    await store.add([aNew('a')])
    const nobody = { listing: 'nobody' }
    await expect(store.confirm([confirmation('c1'), confirmation('c2', nobody)])).rejects.toThrow('"nobody"')
    await expect(store.sayCapacity([room('r', nobody)])).rejects.toThrow('"nobody"')
    await expect(store.raise([signal('s', nobody)])).rejects.toThrow('"nobody"')
    expect(await store.confirmations('a')).toEqual([])
    expect(await store.lastChange()).toBe(1)
  })
})

onEachDatabase('the change feed', ({ open, empty }) => {
  test('is empty at first', async () => {
    const store = await open()
    expect(await store.changesSince(0, 10)).toEqual({ known: [], removed: [], upTo: 0, more: false })
    expect(await store.lastChange()).toBe(0)
  })

  test.for(WRITES)('after %s: moved %s', async ([, moves, write]) => {
    const store = await open()
    await store.add([aNew('a')])
    await store.confirm([confirmation('known')])
    const before = await store.lastChange()
    await write(store)
    const after = await store.changesSince(before, 100)
    expect(ids(after).includes('a')).toBe(moves)
    expect(after.upTo).toBe(await store.lastChange())
  })

  test('comes in the order of the last change of each, a page at a time', async () => {
    const store = await open()
    await store.add(['a', 'b', 'c', 'd', 'e'].map((id) => aNew(id)))
    await store.edit(anEdit('b', 1))
    await store.confirm([confirmation('c', { listing: 'a' })])
    const first = await store.changesSince(0, 3)
    expect([ids(first), first.upTo, first.more]).toEqual([['c', 'd', 'e'], 5, true])
    const second = await store.changesSince(first.upTo, 3)
    expect([ids(second), second.upTo, second.more]).toEqual([['b', 'a'], 7, false])
    const last = await store.changesSince(second.upTo, 3)
    expect([ids(last), last.upTo, last.more]).toEqual([[], 7, false])
  })

  test('a page that is just full has no more after it', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    expect((await store.changesSince(0, 2)).more).toBe(false)
  })

  test('drafts and ended ones are in it: the reader decides what is shown', async () => {
    const store = await open()
    await store.add([aNew('a', { status: 'draft' }), aNew('b', { status: 'ended' })])
    expect(ids(await store.changesSince(0, 10))).toEqual(['a', 'b'])
  })

  test('a reader never misses a number, however many write at once', async () => {
    const url = await empty()
    const [one, other, reader] = [await open(url), await open(url), await open(url)]
    const writers = Array.from({ length: 24 }, (_, i) => {
      const writer = i % 2 ? one : other
      return writer
        .add([aNew(`x${i}`)])
        .then(() => writer.confirm([confirmation(`c${i}`, { listing: `x${i}` })]))
    })
    const all = Promise.all(writers)
    let ended = false
    const end = () => void (ended = true)
    all.then(end, end)
    const seen = new Map<string, number>()
    let upTo = 0
    for (;;) {
      const before = ended
      const page = await reader.changesSince(upTo, 5)
      for (const { listing } of page.known) seen.set(listing.id, listing.change)
      upTo = page.upTo
      if (before && !page.more) break
      await breathe()
    }
    await all
    const now = await reader.listings([...seen.keys()])
    expect(seen.size).toBe(24)
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(now.map(({ listing }) => [listing.id, listing.change])),
    )
    expect(new Set(seen.values()).size).toBe(24)
    expect(upTo).toBe(48)
  })
})

onEachDatabase('addresses', ({ open }) => {
  test('an old address leads to the new one, and back again', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.rename('a', 'tea')
    await store.rename('a', 'tea-and-talk')
    for (const old of ['kettle-a', 'tea'])
      expect(await store.bySlug(old)).toEqual({ is: 'moved', slug: 'tea-and-talk' })
    expect(await store.bySlug('tea-and-talk')).toEqual({ is: 'listing', known: await only(store, 'a') })
    await store.rename('a', 'tea')
    expect(await store.bySlug('tea-and-talk')).toEqual({ is: 'moved', slug: 'tea' })
  })

  test('is never given to another listing, not even an old one', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    await store.rename('a', 'tea')
    await expect(store.rename('b', 'kettle-a')).rejects.toThrow('"kettle-a" is taken')
    await expect(store.add([aNew('c', {}, { slug: 'kettle-a' })])).rejects.toThrow('"kettle-a" is taken')
    await expect(store.rename('nobody', 'x')).rejects.toThrow('"nobody"')
    expect((await only(store, 'b')).listing.slug).toBe('kettle-b')
  })
})

onEachDatabase('erasing', ({ open }) => {
  test('takes everything away but the address that says so', async () => {
    const store = await open()
    await store.add([aNew('a', { summary: 'Private' }), aNew('b')])
    await store.rename('a', 'tea')
    await store.edit(anEdit('a', 1, { summary: 'Private too' }))
    await store.confirm([confirmation('c')])
    await store.sayCapacity([room('r')])
    await store.raise([signal('s')])
    const before = await store.lastChange()
    await store.erase('a', later(1))
    for (const slug of ['kettle-a', 'tea']) expect(await store.bySlug(slug)).toEqual({ is: 'erased' })
    expect(await store.byId('a')).toEqual({ is: 'erased' })
    expect(await store.listings(['a', 'b'])).toHaveLength(1)
    for (const left of [store.statements, store.revisions, store.confirmations, store.capacities])
      expect(await left('a')).toEqual([])
    expect(await store.count()).toEqual({ all: 1, published: 1 })
    expect(await store.changesSince(before, 10)).toMatchObject({
      known: [],
      removed: ['a'],
      upTo: before + 1,
    })
  })

  test('is for good: nothing can be said of it again', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.erase('a', AT)
    expect(await store.edit(anEdit('a', 1))).toEqual({ is: 'unknown' })
    await expect(store.add([aNew('a', {}, { slug: 'other' })])).rejects.toThrow('"a" already')
    await expect(store.confirm([confirmation('c')])).rejects.toThrow('"a"')
    await expect(store.erase('a', AT)).rejects.toThrow('"a"')
  })

  test('an import that still has it does not bring it back', async () => {
    const store = await open()
    await importing(store, writing([aRow('1', { summary: 'Private' })]))
    await store.erase('id-1', AT)
    await importing(store, async (tx) => {
      expect((await tx.known(['1'])).get('1')).toMatchObject({ listing: 'id-1', hash: '', erased: true })
      await tx.write([aRow('1', {}, { is: 'known', revision: 1 })], 'source', AT)
    })
    expect(await store.byId('id-1')).toEqual({ is: 'erased' })
    expect(await store.statements('id-1')).toEqual([])
  })
})

onEachDatabase('sources and facts', ({ open }) => {
  test('a source is written over, but keeps the day of its last run', async () => {
    const store = await open()
    await store.putSource({ ...SOURCE, lastRunAt: AT })
    await store.putSource({ ...SOURCE, licence: 'OGL 3.0' })
    expect(await store.sources()).toEqual([{ ...SOURCE, licence: 'OGL 3.0', lastRunAt: AT }])
  })
  test('a fact is what was said last', async () => {
    const store = await open()
    expect(await store.fact('demonstration')).toBeNull()
    await store.setFact('demonstration', '1')
    await store.setFact('demonstration', '2')
    expect(await store.fact('demonstration')).toBe('2')
  })
  test('health is ok while open, and a sentence when closed', async () => {
    const store = await open()
    expect(await store.health()).toBe('ok')
    await store.close()
    expect(await store.health()).toMatch(/^The store does not answer: .+/)
  })
})
