/** What is kept of a run besides its rows: its difference, what stood before it, what the desk ruled. */
import { expect, test } from 'vitest'
import type { ImportTransaction } from '../../src/store/import-store.ts'
import type { Difference, LineKind, RunLine } from '../../src/store/runs/run-line.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'
import {
  aKnownRow,
  anEdit,
  aRow,
  AT,
  COUNCIL,
  councilRow,
  importing,
  lastWins,
  later,
  only,
  SOURCE,
  writing,
} from '../store/made.ts'

const line = (number: number, is: LineKind, listing: string): RunLine => ({
  number,
  is,
  listing,
  name: `Hub ${number}`,
  changes: [],
})
const NONE = { added: 0, changed: 0, back: 0, missing: 0, conflict: 0, ended: 0 }
const DIFFERENCE: Difference = {
  lines: [line(1, 'added', 'id-1'), line(2, 'missing', 'id-2'), line(3, 'added', 'id-3')],
  counts: { ...NONE, added: 70, missing: 1 },
}

async function told(store: Store, { run, keep }: { run: string; keep: boolean }): Promise<void> {
  await store.imports.run({ run, source: SOURCE, startedAt: AT }, async (tx) => {
    await writing([aRow('1')])(tx)
    const state = keep ? 'applied' : 'refused'
    return { keep, state, report: '{"read":1}', value: null, difference: DIFFERENCE }
  })
}

/** A second source that tells of the same listing. */
const council = (revision: number) => (tx: ImportTransaction) =>
  writing([councilRow(revision)], ['council-1'])(tx)

function differences({ open }: DatabaseUnderTest): void {
  test('lines in their order, by kind and page by page; counts of all of them', async () => {
    const store = await open()
    await told(store, { run: 'r', keep: true })
    expect((await store.runLines('r')).map(({ number }) => number)).toEqual([1, 2, 3])
    expect(await store.runLines('r', { is: 'added', after: 1, limit: 5 })).toEqual([line(3, 'added', 'id-3')])
    expect(await store.runLines('r', { limit: 1 })).toHaveLength(1)
    expect(await store.runCounts('r')).toMatchObject({
      added: { all: 70, kept: 2 },
      missing: { all: 1, kept: 1 },
      back: { all: 0, kept: 0 },
    })
    expect([await store.runLines('nobody'), await store.runCounts('nobody')]).toEqual([[], null])
    expect([await store.runLines('a\0'), await store.runCounts('a\0')]).toEqual([[], null])
  })

  test('those of a refused run stay when all else of it is gone', async () => {
    const store = await open()
    await told(store, { run: 'r', keep: false })
    expect(await store.count()).toMatchObject({ all: 0 })
    expect((await store.runLines('r')).map(({ is, listing }) => [is, listing])).toEqual([
      ['added', null],
      ['missing', 'id-2'],
      ['added', null],
    ])
    expect(await store.runCounts('r')).toMatchObject({ added: { all: 70, kept: 2 } })
  })

  test('an erased listing goes out of them, and out of rulings', async () => {
    const store = await open()
    await told(store, { run: 'r', keep: true })
    await store.act((act) => act.rulings.add([RULING]))
    await store.erase('id-1', later(1))
    expect((await store.runLines('r')).map(({ listing }) => listing)).toEqual(['id-2', 'id-3'])
    expect(await store.rulings('id-1')).toEqual([])
  })

  test('whoever ran a listing before the run runs it again after its undo, unless it was given away since', async () => {
    const store = await open()
    const group = (name: string) => ({ group: { id: `g-${name}`, name, org_ids: [] } })
    await importing(store, writing([aRow('1', {}, group('Old'))]))
    const second = await importing(store, writing([aKnownRow('1', 1, { summary: 'b' }, group('New'))]))
    const third = await importing(store, writing([aKnownRow('1', 2, { summary: 'c' }, group('Newest'))]))
    const runsIt = async () => (await only(store, 'id-1')).listing.group?.name
    await store.imports.undo(second, later(1), lastWins)
    expect(await runsIt()).toBe('Newest')
    await store.imports.undo(third, later(2), lastWins)
    expect(await runsIt()).toBe('Old')
    const fourth = await importing(store, writing([aKnownRow('1', 4, { summary: 'd' }, group('New'))]))
    const { revision } = (await only(store, 'id-1')).listing
    await store.edit(anEdit('id-1', revision, {}, group('Given')))
    await store.imports.undo(fourth, later(3), lastWins)
    expect(await runsIt()).toBe('Given')
  })

  test('points learned go with the run that taught them; those of a table stay', async () => {
    const store = await open()
    const point = (postcode: string, lat: number) => ({ postcode, lat, lng: -2, areaCodes: ['E1'] })
    const taught = (rows: ReturnType<typeof point>[]) => importing(store, (tx) => tx.learn(rows))
    const known = async () =>
      Object.fromEntries(
        [...(await store.places.postcodes(['M33 2AA', 'M33 2AB', 'M33 2AC']))].map(([code, { lat }]) => [
          code,
          lat,
        ]),
      )
    await store.places.putPostcodes([point('M33 2AA', 50)])
    const first = await taught([point('M33 2AA', 51), point('M33 2AB', 51), point('M33 2AC', 51)])
    const second = await taught([point('M33 2AB', 52), point('M33 2AC', 51)])
    expect(await known()).toEqual({ 'M33 2AA': 50, 'M33 2AB': 52, 'M33 2AC': 51 })
    await store.imports.undo(first, later(1), lastWins)
    expect(await known()).toEqual({ 'M33 2AA': 50, 'M33 2AB': 52 })
    await store.imports.undo(second, later(2), lastWins)
    expect(await known()).toEqual({ 'M33 2AA': 50 })
  })

  test('when a row was last seen is as it was before a run that named only a part', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    const run = await importing(store, (tx) => tx.firstSeen(['1']), { startedAt: later(3) })
    expect((await only(store, 'id-1')).listing.importedAt).toBe(later(3))
    await store.imports.undo(run, later(4), lastWins)
    expect((await only(store, 'id-1')).listing.importedAt).toBe(AT)
  })

  test('missed by two runs, the older taken back: missing since the newer', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    const first = await importing(store, writing([], ['1']), { startedAt: later(1) })
    await importing(store, writing([], ['1']), { startedAt: later(20) })
    const silent = (at: number, runs = 2) => {
      let found: string[] = []
      return importing(store, async (tx) => {
        found = (await tx.missing.silent({ runs, before: later(at) })).map(({ listing }) => listing)
      }).then(() => found)
    }
    expect(await silent(2)).toEqual(['id-2'])
    await store.imports.undo(first, later(21), lastWins)
    expect([await silent(2), await silent(21)]).toEqual([[], ['id-2']])
  })

  test('listings that a source tells of and people too; what was ruled on them', async () => {
    const store = await open()
    await importing(store, writing([aRow('1'), aRow('2')]))
    await importing(store, council(1), { source: COUNCIL })
    expect(await store.toldOtherwise('hubs')).toEqual([])
    await store.edit(anEdit('id-1', 2, { eligibility: 'Anyone' }))
    await store.act((act) => act.rulings.add([RULING]))
    const [found, ...others] = await store.toldOtherwise('hubs')
    expect(others).toEqual([])
    expect(found).toMatchObject({ listing: 'id-1', key: '1', rulings: [RULING] })
    expect(found?.statements.map(({ source }) => source)).toEqual(['council', 'group', 'hubs'])
    expect(await store.toldOtherwise('hubs', { after: found?.no ?? 0 })).toEqual([])
    let kept: unknown
    await importing(store, async (tx) => void (kept = await tx.conflicts.kept(['id-1', 'id-2'])))
    expect(kept).toEqual(new Map([['id-1', new Set(['phone "x"'])]]))
  })
}

const RULING = {
  listing: 'id-1',
  source: 'hubs',
  field: 'phone',
  offered: '"x"',
  ruling: 'keep',
  at: AT,
  person: null,
  matter: null,
} as const

onEachDatabase('What is kept of a run', differences)
