/** What listings hear of registers, in whatever order they are read, on both databases. */
import { expect, test } from 'vitest'
import { importFiles } from '../../../src/imports/apply.ts'
import { tellGroup } from '../../../src/imports/registers/tell.ts'
import { undoRun } from '../../../src/imports/undo.ts'
import { NOW } from '../../fixtures.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../../store/databases.ts'
import { only } from '../../store/made.ts'
import { fileOf, plain } from '../workshop.ts'
import { G1, KETTLE, kinds, made, mergers, open, OTHERS, register, row, run } from './made.ts'

function cases(database: DatabaseUnderTest): void {
  test('a charity that left its register: a signal and a matter; restored: neither; undone: both again', async () => {
    const bench = await made(database)
    await run(bench, 'charity-commission', register(KETTLE, ...OTHERS))
    expect([await kinds(bench), await open(bench)]).toEqual([[], []])
    const gone = await run(
      bench,
      'charity-commission',
      register(row(1000001, 'KETTLE ON', { removed: '2026-11-01' }), ...OTHERS),
    )
    expect(gone.register).toEqual({ read: 7, matched: 1, removed: 1, merged: 0, signals: 1 })
    expect([await kinds(bench), await open(bench)]).toEqual([
      ['removed-from-register'],
      ['removed-from-register'],
    ])
    expect((await only(bench.store, 'a')).listing.status).toBe('published')
    const back = await run(bench, 'charity-commission', register(KETTLE, ...OTHERS))
    expect([await kinds(bench), await open(bench)]).toEqual([[], []])
    await undoRun(bench.store.imports, back.run, NOW, bench.ranks)
    expect([await kinds(bench), await open(bench)]).toEqual([
      ['removed-from-register'],
      ['removed-from-register'],
    ])
    await bench.store.close()
  })

  test.each([
    ['mergers first', ['charity-mergers', 'charity-commission']],
    ['the register first', ['charity-commission', 'charity-mergers']],
  ] as const)('%s: the same is flagged, once, with who goes on', async (_order, order) => {
    const bench = await made(database)
    const files = {
      'charity-mergers': mergers([1000001, 1000009, 'NEW ONE']),
      'charity-commission': register(KETTLE, ...OTHERS),
    }
    for (const kind of [...order, ...order]) await run(bench, kind, files[kind])
    expect([await kinds(bench), await open(bench)]).toEqual([['merged'], ['merged']])
    const [matter] = await bench.store.matters.list({ kind: 'signal' })
    expect(matter?.about).toMatchObject({
      register: {
        org_id: 'GB-CHC-1000001',
        on: '2021-03-10',
        successor: { org_id: 'GB-CHC-1000009', name: 'New One' },
      },
    })
    await bench.store.close()
  })

  test('a group that is given its number later hears at once', async () => {
    const bench = await made(database, { ...G1, org_ids: [] })
    await run(bench, 'charity-mergers', mergers([1000001, 1000009, 'NEW ONE']))
    expect(await kinds(bench)).toEqual([])
    const { listing } = await only(bench.store, 'a')
    await bench.store.act(async (act) => {
      const [statement] = await act.statements('a')
      if (statement === undefined) throw new Error('no statement')
      await act.edit({
        listing: 'a',
        revision: listing.revision,
        statement,
        settled: listing,
        author: 'desk',
        at: NOW.toISOString(),
        group: G1,
      })
      expect(await tellGroup(act.registers, 'g1', NOW)).toEqual({ raised: 1, cleared: 0 })
      expect(await tellGroup(act.registers, 'g1', NOW)).toEqual({ raised: 0, cleared: 0 })
    })
    expect([await kinds(bench), await open(bench)]).toEqual([['merged'], ['merged']])
    await bench.store.close()
  })

  test('a listing that comes after the registers hears at once, and its run taken back takes that along', async () => {
    const bench = await made(database, { ...G1, id: 'g9', org_ids: [] })
    await run(bench, 'charity-mergers', mergers([1000001, 1000009, 'NEW ONE']))
    const fields = { 'group.name': { from: 'name' }, 'group.org_id': { from: 'number' } }
    const { fields: own } = plain()
    const list = fileOf(
      'name,number,description,postcode,phone,times\nKettle Hub,GB-CHC-1000001,Tea,M33 2AB,,\n',
    )
    const errand = { files: [list], profile: plain({ fields: { ...own, ...fields } }), now: NOW }
    const imported = await importFiles(errand, bench)
    expect(await open(bench)).toEqual(['merged'])
    await undoRun(bench.store.imports, imported.run, NOW, bench.ranks)
    expect(await open(bench)).toEqual([])
    await bench.store.close()
  })

  test('what the desk answered is not asked again', async () => {
    const bench = await made(database)
    await run(bench, 'charity-mergers', mergers([1000001, 1000009, 'NEW ONE']))
    const [matter] = await bench.store.matters.list({ kind: 'signal' })
    const { signals } = await only(bench.store, 'a')
    const at = NOW.toISOString()
    await bench.store.act(async (act) => {
      await act.raise(signals.map((it) => ({ ...it, clearedAt: at })))
      await act.matters.decide({
        id: matter?.id ?? '',
        state: 'decided',
        decision: 'right',
        reason: null,
        by: 'p',
        at,
      })
    })
    const again = await run(bench, 'charity-mergers', mergers([1000001, 1000009, 'NEW ONE']))
    expect(again.register?.signals).toBe(0)
    expect([await kinds(bench), await open(bench)]).toEqual([[], []])
    await bench.store.close()
  })
}

onEachDatabase('what registers hold against groups', cases)
