/** Runs of registers, one after the other, on both databases: what listings hear, in any order, and what undo leaves. */
import { expect, test } from 'vitest'
import { readSources } from '../../../src/app/read-sources.ts'
import type { Register } from '../../../src/freshness/register-entry.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import { tellGroup } from '../../../src/imports/registers/tell.ts'
import type { Report } from '../../../src/imports/report.ts'
import { runSource } from '../../../src/imports/runs.ts'
import { undoRun } from '../../../src/imports/undo.ts'
import type { Errand } from '../../../src/imports/workshop.ts'
import { NOW } from '../../fixtures.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../../store/databases.ts'
import { aNew, everything, only } from '../../store/made.ts'
import { all, fileOf, workshop, type Bench } from '../workshop.ts'

const ARRANGED = readSources()
const HEAD =
  'registered_charity_number,charity_name,charity_registration_status,date_of_removal,charity_reporting_status,latest_acc_fin_period_end_date,charity_contact_postcode,charity_activities,charity_company_registration_number'
const row = (
  number: number,
  name: string,
  over: { removed?: string; late?: boolean; postcode?: string; company?: string } = {},
) =>
  `${number},${name},${over.removed ? 'Removed' : 'Registered'},${over.removed ?? ''},${over.late ? 'Submission Overdue' : ''},2020-03-31,${over.postcode ?? ''},We sing.,${over.company ?? ''}`
const register = (...rows: string[]) => fileOf([HEAD, ...rows].join('\n'), 'charity.csv')
const mergers = (...rows: [number, number, string][]) =>
  fileOf(
    ['transferor_regno,transferor_subno,org_name_a,transferee_regno,org_name_b,date_property_transferred']
      .concat(rows.map(([from, to, name]) => `${from},0,OLD,${to},${name},2021-03-10 00:00:00`))
      .join('\n'),
    'mergers.csv',
  )

const KETTLE = row(1000001, 'KETTLE ON')
const OTHERS = [2, 3, 4, 5, 6, 7].map((n) => row(1000000 + n, `CHARITY ${n}`))
const G1 = { id: 'g1', name: 'Kettle Friends', org_ids: ['GB-CHC-1000001'] }

function cases({ empty }: DatabaseUnderTest): void {
  async function made(group = G1): Promise<Bench> {
    const bench = await workshop(await empty())
    await bench.store.add([aNew('a', {}, { group })])
    return bench
  }
  const run = (bench: Bench, kind: Register, file: string, over: Partial<Errand> = {}): Promise<Report> =>
    runSource({ kind, at: [file], source: sourceOf(ARRANGED, kind), now: NOW, ...over }, bench)
  const kinds = async (bench: Bench) => (await only(bench.store, 'a')).signals.map(({ kind }) => kind)
  const open = async (bench: Bench) =>
    (await bench.store.matters.list({ state: 'open', kind: 'signal' })).map(({ about }) => about['kind'])

  test('a charity that left its register: a signal and a matter; restored: neither; undone: both again', async () => {
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made({ ...G1, org_ids: [] })
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

  test('what the desk answered is not asked again', async () => {
    const bench = await made()
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

  test('groups are made of registered charities, and found by number, never by name', async () => {
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made()
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
    const bench = await made()
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

onEachDatabase('registers', cases)
