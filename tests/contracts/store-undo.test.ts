/** A run can be taken back: what its source said before it stands again. */
import { expect, test } from 'vitest'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'
import {
  aKnownRow,
  anEdit,
  aRow,
  AT,
  COUNCIL,
  councilRow,
  everything,
  importing,
  lastWins,
  later,
  only,
  PHONE,
  writing,
} from '../store/made.ts'

function undoing({ open }: DatabaseUnderTest): void {
  test('a listing that only the run spoke of becomes a draft, and comes back with its row', async () => {
    const store = await open()
    const run = await importing(store, writing([aRow('1'), aRow('2')]))
    expect(await store.imports.undo(run, later(1), lastWins)).toMatchObject({ changed: 2 })
    expect((await only(store, 'id-1')).listing).toMatchObject({
      status: 'draft',
      revision: 2,
      slug: 'hub-1',
      importedAt: null,
    })
    expect(await only(store, 'id-1')).toMatchObject({ sources: [] })
    expect(await store.statements('id-1')).toEqual([])
    expect((await store.runs(null, 1))[0]?.state).toBe('undone')
    await importing(store, async (tx) => {
      expect((await tx.known(['1'])).get('1')).toMatchObject({ listing: 'id-1', hash: '', missing: false })
      await tx.firstSeen(['1'])
      await tx.write([aKnownRow('1', 2, {})], 'source', later(2))
      expect(await tx.markMissing()).toEqual({ now: 0, newly: 0 })
    })
    expect((await only(store, 'id-1')).listing).toMatchObject({ status: 'published', revision: 3 })
  })

  test('what the source said before stands again, and what others say stays', async () => {
    const store = await open()
    await importing(store, writing([aRow('1', { summary: 'Before' })]))
    await importing(store, writing([councilRow(1)]), { source: COUNCIL })
    const run = await importing(store, writing([aKnownRow('1', 2, { summary: 'After', description: 'New' })]))
    await store.edit(anEdit('id-1', 3, { eligibility: 'Anyone' }))
    const before = await store.lastChange()
    expect(await store.imports.undo(run, later(9), lastWins)).toMatchObject({ changed: 1 })
    const { listing } = await only(store, 'id-1')
    expect(listing).toMatchObject({ summary: 'Before', eligibility: 'Anyone', revision: 5, ...PHONE })
    expect(listing.description).toBeUndefined()
    expect((await store.revisions('id-1'))[0]).toMatchObject({ author: 'desk', source: 'hubs', run })
    expect(await store.lastChange()).toBe(before + 1)
  })

  test('what a later run said stands; undoing that too leads to before both', async () => {
    const store = await open()
    await importing(store, writing([aRow('1', { summary: 'first' }), aRow('2', { summary: 'first' })]))
    const second = await importing(
      store,
      writing([aKnownRow('1', 1, { summary: 'second' }), aRow('3', { summary: 'second' })], ['1', '2', '3']),
    )
    const third = await importing(
      store,
      writing(
        [aKnownRow('1', 2, { summary: 'third' }), aKnownRow('3', 1, { summary: 'third' })],
        ['1', '2', '3'],
      ),
    )
    const said = async () =>
      (await store.listings(['id-1', 'id-2', 'id-3'])).map(({ listing }) => [listing.summary, listing.status])
    expect(await store.imports.undo(second, later(1), lastWins)).toMatchObject({ changed: 0 })
    expect(await said()).toEqual([
      ['third', 'published'],
      ['first', 'published'],
      ['third', 'published'],
    ])
    expect(await store.imports.undo(third, later(2), lastWins)).toMatchObject({ changed: 2 })
    expect(await said()).toEqual([
      ['first', 'published'],
      ['first', 'published'],
      ['third', 'draft'],
    ])
  })

  test('rows that the run found missing are not missing any more', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    const run = await importing(store, writing([], ['1']), { startedAt: later(1) })
    await store.imports.undo(run, later(2), lastWins)
    await importing(store, async (tx) => {
      expect((await tx.known(['2'])).get('2')?.missing).toBe(false)
    })
    expect((await only(store, 'id-1')).listing.importedAt).toBe(AT)
  })

  test('its confirmations go with it, and may come again', async () => {
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
    await importing(store, writing([aRow('1')]))
    const confirming = () => importing(store, (tx) => tx.confirm([check]))
    const run = await confirming()
    const before = await store.lastChange()
    await store.imports.undo(run, later(1), lastWins)
    expect((await only(store, 'id-1')).confirmation).toBeNull()
    expect(await store.lastChange()).toBe(before + 1)
    await confirming()
    expect((await only(store, 'id-1')).confirmation).toEqual(check)
  })

  test('only an applied run can be taken back, once', async () => {
    const store = await open()
    const refused = await importing(store, writing([aRow('1')]), { refuse: true })
    const run = await importing(store, writing([aRow('1')]))
    await store.imports.undo(run, AT, lastWins)
    const before = await everything(store)
    await expect(store.imports.undo(run, AT, lastWins)).rejects.toThrow('is undone')
    await expect(store.imports.undo(refused, AT, lastWins)).rejects.toThrow('is refused')
    await expect(store.imports.undo('nobody', AT, lastWins)).rejects.toThrow('no run "nobody"')
    await expect(store.imports.undo('a\0', AT, lastWins)).rejects.toThrow('no run')
    expect(await everything(store)).toEqual(before)
  })

  test('an erased listing stays erased', async () => {
    const store = await open()
    const run = await importing(store, writing([aRow('1'), aRow('2')]))
    await store.erase('id-1', AT)
    expect(await store.imports.undo(run, AT, lastWins)).toMatchObject({ changed: 1 })
    expect(await store.byId('id-1')).toEqual({ is: 'erased' })
  })

  test('twelve hundred listings in one go', async () => {
    const store = await open()
    const rows = Array.from({ length: 1200 }, (_, i) => aRow(`${i}`))
    const run = await importing(store, writing(rows))
    expect(await store.imports.undo(run, later(1), lastWins)).toMatchObject({ changed: 1200 })
    expect(await store.count()).toEqual({ all: 1200, published: 0 })
  })
}

onEachDatabase('undoing a run', undoing)
