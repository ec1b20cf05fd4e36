/** The store's promises to an import: what it is told, what it writes, what has gone missing. */
import { expect, test } from 'vitest'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'
import {
  aKnownRow,
  aRow,
  AT,
  COUNCIL,
  councilRow,
  importing,
  later,
  only,
  PHONE,
  SOURCE,
  writing,
} from '../store/made.ts'

function runs({ open }: DatabaseUnderTest): void {
  test('new rows are listings with a statement, a revision and an address', async () => {
    const store = await open()
    const run = await importing(store, writing([aRow('1', { summary: 'Tea' }), aRow('2')]))
    expect(await only(store, 'id-1')).toMatchObject({
      listing: { name: 'Hub 1', summary: 'Tea', slug: 'hub-1', revision: 1, change: 1, importedAt: AT },
      confirmation: null,
      sources: ['hubs'],
    })
    expect(await store.statements('id-1')).toEqual([aRow('1', { summary: 'Tea' }).statement])
    expect(await store.revisions('id-1')).toEqual([
      {
        listing: 'id-1',
        revision: 1,
        at: AT,
        author: 'source',
        source: 'hubs',
        run,
        changes: [
          { field: 'name', from: null, to: 'Hub 1' },
          { field: 'summary', from: null, to: 'Tea' },
        ],
      },
    ])
    expect(await store.runs('hubs', 10)).toEqual([
      {
        id: run,
        source: 'hubs',
        startedAt: AT,
        finishedAt: '2026-11-22T10:00:00.000Z',
        state: 'applied',
        report: '{"read":1}',
        by: 'hand',
        why: null,
        asks: false,
      },
    ])
    expect(await store.sources()).toEqual([{ ...SOURCE, lastRunAt: AT }])
  })

  test('a run is told what its source said, and only that', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2', { summary: 'Tea' })]))
    await importing(store, async (tx) => {
      const known = await tx.known(['2', '3', 'nobody'])
      expect([...known]).toEqual([
        ['2', { key: '2', listing: 'id-2', hash: '{"summary":"Tea"}', missing: false, erased: false }],
      ])
    })
    await importing(store, async (tx) => expect((await tx.known(['1', '2'])).size).toBe(0), {
      source: COUNCIL,
    })
  })

  test('a changed row changes one listing, a row said again changes none', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    const before = await store.lastChange()
    await importing(
      store,
      async (tx) => {
        await tx.firstSeen(['1', '2'])
        await tx.seenAgain(['2'])
        await tx.write([aKnownRow('1', 1, { name: 'Hub 1', summary: 'Now warm' })], 'source', later(7))
        expect(await tx.markMissing()).toEqual({ now: 0, newly: 0 })
      },
      { startedAt: later(7) },
    )
    expect(await store.changesSince(before, 10)).toMatchObject({ known: [{ listing: { id: 'id-1' } }] })
    expect((await only(store, 'id-1')).listing).toMatchObject({ revision: 2, editedAt: later(7) })
    expect((await only(store, 'id-2')).listing).toMatchObject({
      revision: 1,
      editedAt: AT,
      importedAt: later(7),
    })
  })

  test('keys are told apart from repeats, within a batch and across batches', async () => {
    const store = await open()
    await importing(store, async (tx) => {
      expect(await tx.firstSeen(['1', '2', '1'])).toEqual(new Set(['1', '2']))
      expect(await tx.firstSeen(['2', '3'])).toEqual(new Set(['3']))
      expect(await tx.firstSeen([])).toEqual(new Set())
    })
    await importing(store, async (tx) => expect(await tx.firstSeen(['1'])).toEqual(new Set(['1'])))
  })

  test('a row that is gone is missing, not deleted, and is back when it is back', async () => {
    const store = await open()
    const missing = async (keys: string[], startedAt: string) => {
      let answer = {}
      await importing(
        store,
        async (tx) => {
          await tx.firstSeen(keys)
          await tx.seenAgain(keys)
          answer = await tx.markMissing()
        },
        { startedAt },
      )
      return answer
    }
    await importing(store, writing([aRow('1'), aRow('2'), aRow('3')]))
    expect(await missing(['1'], later(1))).toEqual({ now: 2, newly: 2 })
    expect(await missing(['1'], later(2))).toEqual({ now: 2, newly: 0 })
    expect(await missing(['1', '2'], later(3))).toEqual({ now: 1, newly: 0 })
    const imported = (await store.listings(['id-1', 'id-2', 'id-3'])).map(({ listing }) => listing.importedAt)
    expect(imported).toEqual([later(3), later(3), AT])
    expect(await store.count()).toEqual({ all: 3, published: 3 })
    await importing(store, async (tx) => {
      expect((await tx.known(['3'])).get('3')?.missing).toBe(true)
    })
  })

  test('a run that names only a part says nothing of the rest', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    await importing(store, (tx) => tx.firstSeen(['2']), { startedAt: later(5) })
    const imported = (await store.listings(['id-1', 'id-2'])).map(({ listing }) => listing.importedAt)
    expect(imported).toEqual([AT, later(5)])
  })

  test('a listing that another source told of gets a second statement', async () => {
    const store = await open()
    await importing(store, writing([aRow('1')]))
    await importing(store, writing([councilRow(1)]), { source: COUNCIL })
    expect((await only(store, 'id-1')).sources).toEqual(['council', 'hubs'])
    await importing(store, async (tx) => {
      const listing = (await tx.listings(['id-1', 'nobody'])).get('id-1')
      expect(listing?.listing).toMatchObject({ name: 'Hub 1', revision: 2, ...PHONE })
      expect(listing?.statements.map(({ source }) => source)).toEqual(['council', 'hubs'])
    })
  })

  test('groups are found by name and by number, and addresses that are taken', async () => {
    const store = await open()
    const group = {
      id: 'g',
      name: 'Tea CIO',
      org_ids: ['GB-CHC-1', 'GB-COH-2'],
      website: 'https://example.org/',
    }
    await importing(store, writing([aRow('1', {}, { group })]))
    expect((await only(store, 'id-1')).listing.group).toEqual({ id: 'g', name: 'Tea CIO' })
    await importing(store, async (tx) => {
      expect(await tx.groups(['Tea CIO'], [])).toEqual([group])
      expect(await tx.groups(['nobody'], ['GB-COH-2', 'GB-CHC-9'])).toEqual([group])
      expect(await tx.groups(['tea'], ['GB-CHC'])).toEqual([])
      expect(await tx.slugsTaken(['hub-1', 'hub-2'])).toEqual(new Set(['hub-1']))
    })
  })

  test('a group given to a known listing replaces its own, none leaves it', async () => {
    const store = await open()
    const group = (id: string) => ({ id, name: `Group ${id}`, org_ids: [] })
    await importing(store, writing([aRow('1', {}, { group: group('g') })]))
    await importing(store, writing([aKnownRow('1', 1, {})]))
    expect((await only(store, 'id-1')).listing.group?.id).toBe('g')
    await importing(store, writing([aKnownRow('1', 2, {}, { group: group('h') })]))
    expect((await only(store, 'id-1')).listing.group).toEqual({ id: 'h', name: 'Group h' })
  })

  test('a source confirms where it says so, and the same check twice is one', async () => {
    const store = await open()
    const check = {
      id: 'c',
      listing: 'id-1',
      at: AT,
      by: 'source',
      source: 'Hubs',
      how: 'file',
      revision: 1,
    } as const
    await importing(store, async (tx) => {
      await tx.write([aRow('1')], 'source', AT)
      await tx.confirm([check, check])
    })
    expect((await only(store, 'id-1')).confirmation).toEqual(check)
    const before = await store.lastChange()
    await importing(store, (tx) => tx.confirm([check]))
    expect(await store.lastChange()).toBe(before)
  })

  test('ten thousand rows in batches, then all of them said again', async () => {
    const store = await open()
    const rows = Array.from({ length: 10_000 }, (_, i) => aRow(`${i}`))
    await importing(store, async (tx) => {
      for (let i = 0; i < rows.length; i += 1000) {
        const batch = rows.slice(i, i + 1000)
        expect((await tx.firstSeen(batch.map(({ key }) => key))).size).toBe(1000)
        await tx.write(batch, 'source', AT)
      }
      expect(await tx.markMissing()).toEqual({ now: 0, newly: 0 })
    })
    const before = await store.lastChange()
    expect([before, await store.count()]).toEqual([10_000, { all: 10_000, published: 10_000 }])
    await importing(store, async (tx) => {
      const keys = rows.map(({ key }) => key)
      await tx.firstSeen(keys)
      expect((await tx.known(keys)).size).toBe(10_000)
      await tx.seenAgain(keys)
      expect(await tx.markMissing()).toEqual({ now: 0, newly: 0 })
    })
    expect(await store.lastChange()).toBe(before)
  })
}

onEachDatabase('import runs', runs)
