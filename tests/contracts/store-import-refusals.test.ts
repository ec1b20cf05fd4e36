/** An import is kept whole or not at all, whatever breaks, and others may read and write beside it. */
import { expect, test } from 'vitest'
import type { RowWrite } from '../../src/store/import-store.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'
import {
  aKnownRow,
  aNew,
  aRow,
  AT,
  councilRow,
  everything,
  importing,
  later,
  SOURCE,
  writing,
} from '../store/made.ts'

const names = async (store: Store, ...ids: string[]) =>
  (await store.listings(ids)).map(({ listing }) => listing.name)

/** What must not be kept; the second import of a store that has "1" already. */
const BROKEN: [why: string, rows: RowWrite[], words: RegExp][] = [
  ['a revision that is not the one that stands', [aKnownRow('1', 5, {})], /changed by another row/],
  ['one listing written twice', [aKnownRow('1', 1, {}), aKnownRow('1', 1, {}, { key: '1b' })], /another row/],
  ['a listing that is not there', [aKnownRow('nobody', 1, {})], /no listing "id-nobody"/],
  ['a statement of another source', [councilRow(1)], /cannot speak for "council"/],
  ['a NUL in a key', [aRow('2\0')], /NUL/],
  ['an address that is taken', [aRow('2', {}, { slug: 'hub-1' })], /unique|duplicate/i],
]

function refusals({ open, empty, dialect }: DatabaseUnderTest): void {
  test('a run that is not kept leaves its record and nothing else', async () => {
    const store = await open()
    await importing(store, writing([aRow('1')]))
    const before = await everything(store)
    const run = await importing(store, writing([aKnownRow('1', 1, { summary: 'x' }), aRow('2')], ['2']), {
      refuse: true,
      startedAt: later(1),
    })
    const after = await everything(store)
    expect(after.runs[0]).toMatchObject({ id: run, state: 'refused', report: '{"read":1}' })
    expect({ ...after, runs: after.runs.slice(1) }).toEqual(before)
  })

  test('a dry run leaves no trace, not even of itself', async () => {
    const store = await open()
    await importing(store, writing([aRow('1')]))
    const before = await everything(store)
    const work = writing([aKnownRow('1', 1, { summary: 'x' }), aRow('2')], ['2'])
    await importing(store, work, { dryRun: true, source: { ...SOURCE, name: 'Renamed' } })
    await importing(store, work, { dryRun: true, refuse: true })
    const failing = importing(store, () => Promise.reject(new Error('the file broke')), { dryRun: true })
    await expect(failing).rejects.toThrow('the file broke')
    expect(await everything(store)).toEqual(before)
  })

  test('a run that breaks is undone, told and recorded', async () => {
    const store = await open()
    const breaking = importing(
      store,
      async (tx) => {
        await tx.write([aRow('1')], 'source', AT)
        throw new Error('the file broke')
      },
      { run: 'broken' },
    )
    await expect(breaking).rejects.toThrow('the file broke')
    expect(await store.count()).toEqual({ all: 0, published: 0 })
    expect(await store.runs(null, 9)).toMatchObject([
      { id: 'broken', state: 'refused', report: '{"why":"the file broke"}' },
    ])
    await importing(store, writing([aRow('1')]))
    expect(await names(store, 'id-1')).toEqual(['Hub 1'])
  })

  test.for(BROKEN)('%s breaks the run', async ([, rows, words]) => {
    const store = await open()
    await importing(store, writing([aRow('1')]))
    const { runs: _, ...before } = await everything(store)
    await expect(importing(store, writing(rows))).rejects.toThrow(words)
    expect(await everything(store)).toMatchObject(before)
  })

  test('an id of a run is used once', async () => {
    const store = await open()
    await importing(store, writing([aRow('1')]), { run: 'r' })
    await expect(importing(store, writing([aRow('2')]), { run: 'r' })).rejects.toThrow()
    expect(await store.count()).toEqual({ all: 1, published: 1 })
  })

  test('readers go on during a run, and see none of it before its end', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await importing(store, async (tx) => {
      await tx.write([aRow('1')], 'source', AT)
      expect(await names(store, 'a', 'id-1')).toEqual(['Kettle a'])
      expect(await store.lastChange()).toBe(1)
    })
    expect(await names(store, 'a', 'id-1')).toEqual(['Kettle a', 'Hub 1'])
  })

  test('a write of the same store inside a run is refused instead of waiting for ever', async () => {
    const store = await open()
    const inside = importing(store, () => store.setFact('a', 'b'))
    await expect(inside).rejects.toThrow('inside another write')
  })

  test('writers of this and another process wait for the run, then write', async () => {
    const url = await empty()
    const [store, other] = [await open(url), await open(url)]
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    let end = () => {}
    const mayEnd = new Promise<void>((resolve) => (end = resolve))
    const run = importing(store, async (tx) => {
      await tx.write([aRow('1')], 'source', AT)
      begun()
      await mayEnd
    })
    await hasBegun
    const waiting = [store.add([aNew('a')]), other.add([aNew('b')])]
    setTimeout(end, dialect === 'sqlite' ? 60 : 30)
    await Promise.all([run, ...waiting])
    const { known } = await other.changesSince(0, 10)
    expect(known.map(({ listing }) => listing.id)[0]).toBe('id-1')
    expect(known).toHaveLength(3)
  })
}

onEachDatabase('imports that are not kept', refusals)
