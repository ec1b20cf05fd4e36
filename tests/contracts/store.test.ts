/** The store's promises about listings and their history, on every database it runs on. */
import { expect, test } from 'vitest'
import type { NewListing } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit, AT, later, only, settled, statement } from '../store/made.ts'

const NOT_LISTED: [why: string, ids: string[]][] = [
  ['an id that nobody has', ['nobody']],
  ['an empty id', ['']],
  ['an id with a NUL in it', ['a\0b']],
  ['half a letter', ['\ud800']],
  ['an id like SQL', ["a' or '1'='1"]],
  ['a very long id', ['x'.repeat(100_000)]],
  ['no id at all', []],
]

/** Fields that must come back as they went in. */
const WORDS: [what: string, name: string][] = [
  ['Welsh', 'Clwb Coffi Tŷ’r Ŵyl'],
  ['letters beyond the first 65,536', '𝒦ettle 🫖 👩🏽‍🦽'],
  ['right to left', 'مجموعة الشاي'],
  ['a letter made of two characters', 'Cafe\u0301'],
  ['a NUL', 'Kettle\0On'],
  ['half of a pair', 'Kettle \ud83e'],
  ['quotes and brackets', `"Kettle" 'On' {[<!-- \\ --`],
  ['line breaks', 'a\r\nb\tc\u2028d'],
]

const REFUSED: [why: string, second: NewListing, words: RegExp][] = [
  ['an id that is taken', aNew('a', {}, { slug: 'other' }), /listing "a" already/],
  ['an address that is taken', aNew('b', {}, { slug: 'kettle-a' }), /"kettle-a" is taken/],
  ['a NUL in an id', aNew('b\0', {}), /NUL/],
  ['a NUL in an address', aNew('b', {}, { slug: 'b\0' }), /NUL/],
]

onEachDatabase('listings', ({ open, empty }) => {
  test('what was added is there', async () => {
    const store = await open()
    await store.add([aNew('a', { needs: ['warmth'], summary: 'Tea' })])
    expect(await only(store, 'a')).toEqual({
      listing: {
        ...settled({ name: 'Kettle a', needs: ['warmth'], summary: 'Tea' }),
        id: 'a',
        slug: 'kettle-a',
        revision: 1,
        change: 1,
        group: { id: 'g1', name: 'Kettle Friends' },
        editedAt: AT,
        importedAt: null,
      },
      confirmation: null,
      capacity: null,
      capacities: [],
      funding: null,
      fundingTold: null,
      signals: [],
      sources: ['group'],
    })
    expect(await store.statements('a')).toEqual([
      statement('a', { name: 'Kettle a', needs: ['warmth'], summary: 'Tea' }),
    ])
  })

  test('and is there for another process and after closing', async () => {
    const url = await empty()
    const [one, other] = [await open(url), await open(url)]
    await one.add([aNew('a')])
    expect((await only(other, 'a')).listing.name).toBe('Kettle a')
    await one.close()
    expect((await only(await open(url), 'a')).listing.name).toBe('Kettle a')
  })

  test('settled values that are not the statement’s own are kept as settled', async () => {
    const store = await open()
    const both = settled({ name: 'Kettle a', needs: ['warmth'], status: 'paused' })
    await store.add([aNew('a', { description: 'claimed, not settled' }, { settled: both })])
    expect((await only(store, 'a')).listing).toMatchObject(both)
    expect((await only(store, 'a')).listing.description).toBeUndefined()
  })

  test('a claim that there is none is a claim, and no value', async () => {
    const store = await open()
    await store.add([aNew('a', { summary: null })])
    expect((await only(store, 'a')).listing.summary).toBeUndefined()
    expect((await store.statements('a'))[0]?.fields.summary?.value).toBeNull()
  })

  test('lists of one listing are not lists of another', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    const [a, b] = await store.listings(['a', 'b'])
    a?.listing.needs.push('warmth')
    expect(b?.listing.needs).toEqual([])
  })

  test('come in the order asked, unknown ones left out', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b'), aNew('c')])
    const found = await store.listings(['c', 'nobody', 'a', 'b'])
    expect(found.map(({ listing }) => listing.id)).toEqual(['c', 'a', 'b'])
  })

  test.for(NOT_LISTED)('%s gives nothing', async ([, ids]) => {
    const store = await open()
    await store.add([aNew('a')])
    expect(await store.listings(ids)).toEqual([])
    for (const id of ids) {
      expect(await store.byId(id)).toEqual({ is: 'unknown' })
      expect(await store.bySlug(id)).toEqual({ is: 'unknown' })
      expect(await store.statements(id)).toEqual([])
      expect(await store.revisions(id)).toEqual([])
      expect(await store.confirmations(id)).toEqual([])
      expect(await store.capacities(id)).toEqual([])
    }
  })

  test('five thousand at once', async () => {
    const store = await open()
    const all = Array.from({ length: 5000 }, (_, i) => aNew(`n${i}`))
    await store.add(all)
    const ids = all.map(({ id }) => id).reverse()
    expect((await store.listings(ids)).map(({ listing }) => listing.id)).toEqual(ids)
    expect(await store.count()).toEqual({ all: 5000, published: 5000 })
  })

  test.for(WORDS)('%s comes back as it went in', async ([, name]) => {
    const store = await open()
    const said = { name, description: name, translations: { cy: { name } } }
    const group = { id: 'g2', name: 'Group', org_ids: ['GB-CHC-1'], website: 'https://example.org/' }
    const fields = { ...settled({ name: 'x' }), ...said }
    await store.add([aNew('a', said, { group, settled: fields, identity: identity(name) })])
    expect((await only(store, 'a')).listing).toMatchObject(said)
    expect((await store.statements('a'))[0]?.fields.name?.value).toBe(name)
  })

  test.for(REFUSED)('%s is refused, and nothing of the lot is written', async ([, second, words]) => {
    const store = await open()
    await store.add([aNew('a')])
    await expect(store.add([aNew('z'), second])).rejects.toThrow(words)
    expect(await store.count()).toEqual({ all: 1, published: 1 })
    expect(await store.lastChange()).toBe(1)
  })

  test('count tells published from all', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b', { status: 'draft' }), aNew('c', { status: 'ended' })])
    expect(await store.count()).toEqual({ all: 3, published: 1 })
  })
})

const identity = (name: string) => ({ name, postcode: name, phone: name, host: name })

onEachDatabase('edits', ({ open, empty }) => {
  test('the revision that was read is changed', async () => {
    const store = await open()
    await store.add([aNew('a', { summary: 'Tea' })])
    const outcome = await store.edit(anEdit('a', 1, { name: 'Tea and talk', summary: 'Tea' }))
    expect(outcome).toEqual({ is: 'saved', known: await only(store, 'a') })
    expect((await only(store, 'a')).listing).toMatchObject({
      name: 'Tea and talk',
      revision: 2,
      change: 2,
      editedAt: later(1),
    })
  })

  test('a stale edit is refused with what stands, and nothing is lost', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.edit(anEdit('a', 1, { name: 'First' }))
    const before = await only(store, 'a')
    expect(await store.edit(anEdit('a', 1, { name: 'Second' }))).toEqual({ is: 'stale', known: before })
    expect(await only(store, 'a')).toEqual(before)
    expect(await store.lastChange()).toBe(2)
    expect((await store.statements('a'))[0]?.fields.name?.value).toBe('First')
  })

  test('a revision that is yet to come is stale too', async () => {
    const store = await open()
    await store.add([aNew('a')])
    expect((await store.edit(anEdit('a', 2))).is).toBe('stale')
  })

  test.for(['nobody', 'a\0'])('of a listing %j that is not there is unknown', async (id) => {
    const store = await open()
    expect(await store.edit(anEdit(id, 1))).toEqual({ is: 'unknown' })
  })

  test('of ten editors at once in two processes, one wins and nine are told', async () => {
    const url = await empty()
    const stores = [await open(url), await open(url)]
    await stores[0]?.add([aNew('a')])
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => stores[i % 2]?.edit(anEdit('a', 1, { name: `Editor ${i}` }))),
    )
    expect(outcomes.map((it) => it?.is).sort()).toEqual(['saved', ...Array(9).fill('stale')])
    const [winner] = outcomes.filter((it) => it?.is === 'saved')
    expect(await stores[1]?.listings(['a'])).toEqual([winner?.is === 'saved' && winner.known])
  })

  test('each source has one statement, and a second one stands beside the first', async () => {
    const store = await open()
    await store.add([aNew('a')])
    const desk = statement('a', { summary: 'Said on the telephone' }, { source: 'desk', by: 'desk' })
    await store.edit(
      anEdit('a', 1, { summary: 'Said on the telephone' }, { statement: desk, author: 'desk' }),
    )
    expect(await store.statements('a')).toEqual([desk, statement('a', { name: 'Kettle a' })])
    expect((await only(store, 'a')).sources).toEqual(['desk', 'group'])
    expect((await only(store, 'a')).listing).toMatchObject({
      name: 'Kettle a',
      summary: 'Said on the telephone',
    })
  })

  test('an edit that changes no value is a revision, but moves no date', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await store.edit(anEdit('a', 1, {}))
    expect((await only(store, 'a')).listing).toMatchObject({ revision: 2, change: 2, editedAt: AT })
    expect((await store.revisions('a'))[0]?.changes).toEqual([])
  })

  test('history says who changed what, from the first day', async () => {
    const store = await open()
    await store.add([aNew('a', { needs: ['warmth'] })])
    await store.edit(anEdit('a', 1, { needs: ['warmth'], summary: 'Tea' }, { author: 'desk' }))
    await store.edit(anEdit('a', 2, { needs: [] }))
    const history = await store.revisions('a')
    expect(history.map(({ revision, author, at }) => [revision, author, at])).toEqual([
      [3, 'group', later(1)],
      [2, 'desk', later(1)],
      [1, 'group', AT],
    ])
    expect(history.map(({ changes }) => changes)).toEqual([
      [
        { field: 'summary', from: 'Tea', to: null },
        { field: 'needs', from: ['warmth'], to: [] },
      ],
      [{ field: 'summary', from: null, to: 'Tea' }],
      [
        { field: 'name', from: null, to: 'Kettle a' },
        { field: 'needs', from: [], to: ['warmth'] },
      ],
    ])
  })
})
