/** Grants: told by runs, found by the numbers of groups, gone but kept, taken back exactly. */
import { expect, test } from 'vitest'
import type { Award } from '../../src/funding/award.ts'
import type { ImportTransaction } from '../../src/store/import-store.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT, importing, lastWins, later, SOURCE } from '../store/made.ts'

type Told = Omit<Award, 'source'>
const anAward = (id: string, over: Partial<Told> = {}): Told => ({
  id: `360G-fund-${id}`,
  title: 'Tea for all',
  funder: 'The Tea Fund',
  funderId: null,
  amountPence: 3_000_000_000_00,
  awardedOn: '2026-01-01',
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  recipient: { name: 'Kettle On', ids: ['GB-CHC-1', '360G-fund-kettle'], postcode: 'M33 2AB' },
  ...over,
})

/** As a run of a whole file: what is there is written where it says something new, and what is not there is gone. */
const telling =
  (...awards: Told[]) =>
  async (tx: ImportTransaction): Promise<void> => {
    const ids = awards.map(({ id }) => id)
    await tx.firstSeen(ids)
    const known = await tx.awards.known(ids)
    const rows = awards.map((award) => ({ award, hash: JSON.stringify(award), known: known.get(award.id) }))
    await tx.awards.write(rows.filter((row) => row.known?.hash !== row.hash || row.known.gone))
    await tx.awards.markGone(['360g-fund'])
  }

async function withGroup(store: Store, ...org_ids: string[]): Promise<Store> {
  await store.add([aNew('a', {}, { group: { id: 'g1', name: 'Kettle Friends', org_ids } })])
  return store
}
const said = async (store: Store): Promise<string[]> =>
  ((await store.awards.ofGroups(['g1'])).get('g1') ?? []).map(
    ({ id, endsOn, gone }) => `${id.slice(10)} ${endsOn}${gone ? ' gone' : ''}`,
  )

onEachDatabase('grants', ({ open }) => {
  test('a grant is found by any number that its recipient and a group share', async () => {
    for (const [numbers, found] of [
      [['GB-CHC-1'], 1],
      [['360G-fund-kettle'], 1],
      [['GB-COH-00000009', 'GB-CHC-1', '360G-fund-kettle'], 1],
      [['GB-CHC-11'], 0],
      [[], 0],
    ] as const) {
      const store = await withGroup(await open(), ...numbers)
      const run = await importing(store, telling(anAward('1')))
      const awards = await store.awards.ofGroups(['g1', 'g2'])
      expect([numbers, awards.get('g1')?.length ?? 0]).toEqual([numbers, found])
      if (found > 0)
        expect(awards.get('g1')).toEqual([{ ...anAward('1'), source: SOURCE.id, run, gone: false }])
      expect(awards.has('g2')).toBe(false)
    }
  })

  test('a group that gets its number later has its grants at once, and its listings are said to have changed', async () => {
    const store = await withGroup(await open())
    await importing(store, telling(anAward('1')))
    expect(await said(store)).toEqual([])
    const before = await store.lastChange()
    await store.act(({ groups }) => groups.put([{ id: 'g1', name: 'Kettle Friends', org_ids: ['GB-CHC-1'] }]))
    expect(await said(store)).toEqual(['1 2027-03-31'])
    expect((await store.changesSince(before, 10)).known.map(({ listing }) => listing.id)).toEqual(['a'])
  })

  test('money given to a charity that became another is that one’s', async () => {
    const store = await withGroup(await open(), 'GB-CHC-2')
    await importing(store, telling(anAward('1')))
    expect(await said(store)).toEqual([])
    const entry = {
      ...{
        org_id: 'GB-CHC-1',
        name: 'KETTLE ON',
        state: 'merged' as const,
        registered_on: null,
        ended_on: '2026-05-01',
      },
      ...{ insolvent: false, dissolved: false, overdue: false, accounts_to: null, successor: 'GB-CHC-2' },
      ...{ successor_name: null, company: null, postcode: null, website: null, twin: null, hash: '1' },
    }
    await importing(store, (tx) => tx.registers('charity-mergers', AT).putEntries([entry]))
    expect(await said(store)).toEqual(['1 2027-03-31'])
    expect((await store.awards.ending('2027-03-31', '2027-03-31')).map(({ group }) => group)).toEqual(['g1'])
  })

  test('told otherwise it is otherwise; told the same again nothing is written', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    await importing(store, telling(anAward('1'), anAward('2', { awardedOn: '2026-02-01' })))
    await importing(
      store,
      telling(anAward('1', { endsOn: '2027-06-30' }), anAward('2', { awardedOn: '2026-02-01' })),
    )
    expect(await said(store)).toEqual(['2 2027-03-31', '1 2027-06-30'])
    const before = await store.lastChange()
    await importing(
      store,
      telling(anAward('1', { endsOn: '2027-06-30' }), anAward('2', { awardedOn: '2026-02-01' })),
    )
    expect(await store.lastChange()).toBe(before)
  })

  test('what the file of its publisher no longer has is gone, kept, and back when it is told again', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    const other = anAward('x', { id: '360G-else-1', awardedOn: '2025-01-01' })
    await importing(store, async (tx) => {
      await telling(anAward('1'), anAward('2'))(tx)
      await tx.awards.write([{ award: other, hash: 'x', known: undefined }])
    })
    let counted
    await importing(store, async (tx) => {
      await tx.firstSeen(['360G-fund-1'])
      counted = await tx.awards.markGone(['360g-fund'])
    })
    expect(counted).toEqual({ now: 1, newly: 1 })
    expect(await said(store)).toEqual(['1 2027-03-31', '2 2027-03-31 gone', '1 2027-03-31'])
    await importing(store, telling(anAward('1'), anAward('2')))
    expect(await said(store)).toEqual(['1 2027-03-31', '2 2027-03-31', '1 2027-03-31'])
  })

  test('a run that is taken back leaves what was told before it, or after', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    const first = await importing(store, telling(anAward('1'), anAward('2')))
    const second = await importing(store, telling(anAward('1', { endsOn: '2028-01-31' })))
    const third = await importing(store, telling(anAward('1', { endsOn: '2029-01-31' }), anAward('2')))
    expect(await said(store)).toEqual(['1 2029-01-31', '2 2027-03-31'])
    await store.imports.undo(second, later(1), lastWins)
    expect(await said(store)).toEqual(['1 2029-01-31', '2 2027-03-31'])
    const before = await store.lastChange()
    await store.imports.undo(third, later(2), lastWins)
    expect(await said(store)).toEqual(['1 2027-03-31', '2 2027-03-31'])
    expect(await store.lastChange()).toBe(before + 1)
    await store.imports.undo(first, later(3), lastWins)
    expect(await said(store)).toEqual([])
    await importing(store, telling(anAward('1')))
    expect(await said(store)).toEqual(['1 2027-03-31'])
  })

  test('taken back, what had gone is there again', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    await importing(store, telling(anAward('1'), anAward('2')))
    const run = await importing(store, telling(anAward('1')))
    await store.imports.undo(run, later(1), lastWins)
    expect(await said(store)).toEqual(['1 2027-03-31', '2 2027-03-31'])
  })

  test('nothing is left of a run that is refused or only tried', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    await importing(store, telling(anAward('1')), { refuse: true })
    await importing(store, telling(anAward('1')), { dryRun: true })
    expect(await said(store)).toEqual([])
  })

  test('one grant that two sources tell of is one, as the later run has it', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    const other = { ...SOURCE, id: 'other' }
    await importing(store, telling(anAward('1')), { run: 'run-a' })
    await importing(store, telling(anAward('1', { endsOn: '2027-06-30' })), { run: 'run-b', source: other })
    expect(await said(store)).toEqual(['1 2027-06-30'])
  })

  test('those that end between two days, soonest first, of groups here only', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    const stranger = { name: 'Far away', ids: ['GB-CHC-2'], postcode: null }
    await importing(
      store,
      telling(
        anAward('late', { endsOn: '2027-03-31' }),
        anAward('soon', { endsOn: '2027-01-01' }),
        anAward('before', { endsOn: '2026-12-31' }),
        anAward('after', { endsOn: '2027-04-01' }),
        anAward('unknown', { endsOn: null }),
        anAward('theirs', { endsOn: '2027-02-01', recipient: stranger }),
      ),
    )
    const ending = await store.awards.ending('2027-01-01', '2027-03-31')
    expect(ending.map(({ group, award }) => [group, award.id])).toEqual([
      ['g1', '360G-fund-soon'],
      ['g1', '360G-fund-late'],
    ])
  })

  test('a matter of a run that was taken back is open again when the run is made again; an answer stays one', async () => {
    const store = await withGroup(await open(), 'GB-CHC-1')
    const matter = {
      ...{ id: 'same-group:g1:GB-CHC-9', kind: 'same-group', listing: 'a', group: 'g1', person: null },
      ...{ openedAt: AT, targetOn: '2026-12-01', about: {} },
    }
    const asking = (tx: ImportTransaction) => tx.openMatters([matter])
    const state = async () => (await store.matters.get(matter.id))?.state
    const run = await importing(store, asking)
    await store.imports.undo(run, later(1), lastWins)
    expect(await state()).toBe('withdrawn')
    const again = await importing(store, asking)
    expect(await state()).toBe('open')
    await store.act(({ matters }) =>
      matters.decide({
        id: matter.id,
        state: 'decided',
        decision: 'different',
        reason: null,
        by: 'p',
        at: AT,
      }),
    )
    await store.imports.undo(again, later(2), lastWins)
    await importing(store, asking)
    expect(await state()).toBe('decided')
  })
})
