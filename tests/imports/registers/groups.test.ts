/** What a register's run writes: groups, drafts, and nothing that undo leaves, on both databases. */
import { expect, test } from 'vitest'
import { undoRun } from '../../../src/imports/undo.ts'
import { NOW } from '../../fixtures.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../../store/databases.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import { everything } from '../../store/made.ts'
import { all } from '../workshop.ts'
import { ARRANGED, KETTLE, kinds, made, open, OTHERS, register, row, run } from './made.ts'

function cases(database: DatabaseUnderTest): void {
  test('groups are made of registered charities, and found by number, never by name', async () => {
    const bench = await made(database)
    await run(
      bench,
      'charity-commission',
      register(
        KETTLE,
        row(1000002, 'MIND', { company: '738693' }),
        row(1000003, 'GONE', { removed: '2020-01-01' }),
      ),
    )
    expect(await bench.store.groupsNamed('Mind')).toEqual([])
    expect(await bench.store.group('g1')).toMatchObject({ name: 'Kettle Friends' })
    const named: string[][] = []
    await bench.store.imports.run(
      { run: 'r', source: sourceOf(ARRANGED, 'osm'), startedAt: NOW.toISOString() },
      async (tx) => {
        for (const number of ['GB-CHC-1000001', 'GB-CHC-1000002', 'GB-COH-00738693', 'GB-CHC-1000003'])
          named.push((await tx.groups([], [number])).map(({ name }) => name))
        return { keep: true, state: 'applied', report: '{}', value: null }
      },
    )
    expect(named).toEqual([['Kettle Friends'], ['Mind'], ['Mind'], []])
    await bench.store.close()
  })

  test('two numbers of one name and postcode are one group; while one is registered it is not gone', async () => {
    const bench = await made(database)
    const at = { postcode: 'M33 4RG' }
    const first = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', at), row(1000008, 'The Kettle On', at), ...OTHERS),
    )
    expect(first.listings).toMatchObject({ duplicate: 1, skipped: 7 })
    expect((await bench.store.group('g1'))?.org_ids).toEqual(['GB-CHC-1000001', 'GB-CHC-1000008'])
    await run(
      bench,
      'charity-commission',
      register(
        row(1000001, 'KETTLE ON', { ...at, removed: '2026-01-01' }),
        row(1000008, 'The Kettle On', at),
        ...OTHERS,
      ),
    )
    expect(await kinds(bench)).toEqual([])
    const again = await run(
      bench,
      'charity-commission',
      register(
        row(1000001, 'KETTLE ON', { ...at, removed: '2026-01-01' }),
        row(1000008, 'The Kettle On', at),
        ...OTHERS,
      ),
    )
    expect(again.listings).toMatchObject({ duplicate: 1, skipped: 7 })
    await bench.store.close()
  })

  test('drafts: no place, no telephone, hidden; a charity whose group runs a listing needs none', async () => {
    const bench = await made(database)
    const report = await run(
      bench,
      'charity-commission',
      register(KETTLE, ...OTHERS, row(1000010, 'GONE', { removed: '2020-01-01' })),
      { createDrafts: true },
    )
    expect(report.listings).toEqual({
      added: 6,
      changed: 0,
      unchanged: 0,
      duplicate: 0,
      skipped: 2,
      refused: 0,
    })
    const drafts = (await all(bench.store)).filter(({ listing }) => listing.status === 'draft')
    expect(
      drafts.map(({ listing }) => [
        listing.name,
        listing.description,
        listing.places,
        listing.phone,
        listing.group?.name,
      ])[0],
    ).toEqual(['Charity 2', 'We sing.', [], undefined, 'Charity 2'])
    expect(await bench.store.registers.countDrafts('charity-commission')).toEqual({
      waiting: 6,
      discarded: 0,
    })
    const change = await bench.store.lastChange()
    const again = await run(
      bench,
      'charity-commission',
      register(KETTLE, ...OTHERS, row(1000010, 'GONE', { removed: '2020-01-01' })),
      { createDrafts: true },
    )
    expect(again.listings).toMatchObject({ unchanged: 6, skipped: 2 })
    expect(await bench.store.lastChange()).toBe(change)
    await bench.store.close()
  })

  test('a run taken back leaves everything as it was, whichever run it is', async () => {
    const bench = await made(database)
    const one = await run(bench, 'charity-commission', register(KETTLE, ...OTHERS))
    const before = await everything(bench.store)
    const group = await bench.store.group('g1')
    const entries = await bench.store.registers.entriesOf(['GB-CHC-1000001', 'GB-CHC-1000002'])
    const two = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', { removed: '2026-11-01', company: '738693' }), ...OTHERS.slice(1)),
    )
    expect(two.missing).toBe(1)
    await undoRun(bench.store.imports, two.run, NOW, bench.ranks)
    const after = await everything(bench.store)
    expect(
      after.known.map(({ listing: { change: _, ...listing }, ...known }) => ({ ...known, listing })),
    ).toEqual(before.known.map(({ listing: { change: _, ...listing }, ...known }) => ({ ...known, listing })))
    expect(await bench.store.group('g1')).toEqual(group)
    expect(await bench.store.registers.entriesOf(['GB-CHC-1000001', 'GB-CHC-1000002'])).toEqual(entries)
    expect(await open(bench)).toEqual([])
    await undoRun(bench.store.imports, one.run, NOW, bench.ranks)
    expect(await bench.store.registers.states('charity-commission')).toEqual(new Map())
    const third = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', { removed: '2026-11-01' }), ...OTHERS),
    )
    expect([third.register?.signals, await open(bench)]).toEqual([1, ['removed-from-register']])
    await bench.store.close()
  })

  test('the first of two runs taken back, then the second: nothing is left', async () => {
    const bench = await made(database)
    const one = await run(bench, 'charity-commission', register(KETTLE, ...OTHERS))
    const two = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', { removed: '2026-11-01' }), ...OTHERS),
    )
    await undoRun(bench.store.imports, one.run, NOW, bench.ranks)
    expect((await bench.store.registers.entriesOf(['GB-CHC-1000001'])).map(({ state }) => state)).toEqual([
      'removed',
    ])
    await undoRun(bench.store.imports, two.run, NOW, bench.ranks)
    expect(await bench.store.registers.states('charity-commission')).toEqual(new Map())
    expect(await kinds(bench)).toEqual([])
    await bench.store.close()
  })

  test('an input that lost more than a fifth is refused and changes nothing; one without removed charities is not short of them', async () => {
    const bench = await made(database)
    const gone = row(1000020, 'GONE', { removed: '2020-01-01' })
    await run(bench, 'charity-commission', register(KETTLE, ...OTHERS, gone))
    const half = await run(bench, 'charity-commission', register(KETTLE, ...OTHERS.slice(0, 3)))
    expect([half.state, half.missing]).toEqual(['refused', 3])
    expect(half.why).toContain('3 of the 7 groups')
    expect(await run(bench, 'charity-commission', register(KETTLE, ...OTHERS))).toMatchObject({
      state: 'applied',
      missing: 0,
    })
    expect(
      await run(bench, 'charity-commission', register(KETTLE, ...OTHERS.slice(0, 3)), { acceptLoss: true }),
    ).toMatchObject({ state: 'applied', missing: 3 })
    await bench.store.close()
  })

  test('a dry run writes nothing', async () => {
    const bench = await made(database)
    const report = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', { removed: '2026-11-01' }), ...OTHERS),
      { dryRun: true },
    )
    expect([report.state, report.register?.signals]).toEqual(['planned', 1])
    expect([await kinds(bench), await bench.store.registers.states('charity-commission')]).toEqual([
      [],
      new Map(),
    ])
    await bench.store.close()
  })
}

onEachDatabase('groups of registers', cases)
