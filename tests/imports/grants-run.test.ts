/** A run of a funder's grants: what is counted, what is asked, what a second run does, what stops it. */
import { expect, test } from 'vitest'
import { importGrants } from '../../src/imports/grants/run.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import type { Report } from '../../src/imports/report.ts'
import { undoRun } from '../../src/imports/undo.ts'
import type { Errand } from '../../src/imports/workshop.ts'
import type { Organisation } from '../../src/listings/organisation.ts'
import { NOW } from '../fixtures.ts'
import { aNew } from '../store/made.ts'
import { fileOf, workshop, type Bench } from './workshop.ts'

const TITLES =
  'Identifier,Title,Currency,Amount Awarded,Award Date,Planned Dates:End Date,Recipient Org:Identifier,' +
  'Recipient Org:Name,Recipient Org:Postal Code,Recipient Ind:Name,Funding Org:Name'
const csv = (...rows: string[]): string => [TITLES, ...rows].join('\n')
const grant = (id: string, to: string, { ends = '2027-03-31', fund = 'tea' } = {}): string =>
  `360G-${fund}-${id},Grant ${id},GBP,100,2026-04-01,${ends},${to},,The Tea Fund`

const KETTLE = 'GB-CHC-1052551,Kettle On,M33 2AB'
const SINGERS = '360G-tea-singers,Sale Singers,'
const SHEDS = '360G-tea-sheds,Men in Sheds,'
const STRANGER = 'GB-CHC-9,Far Away,'

const group = (id: string, name: string, ...org_ids: string[]): Organisation => ({ id, name, org_ids })
/** Kettle On has its number; Sale Singers is a group without one; Men in Sheds is a listing that nobody runs. */
async function borough(): Promise<Bench> {
  const bench = await workshop()
  const place = (postcode: string) => ({ places: [{ postcode }] })
  await bench.store.add([
    aNew('kettle', { name: 'Kettle On' }, { group: group('g1', 'Kettle On', 'GB-CHC-1052551') }),
    aNew(
      'songs',
      { name: 'Songs on Monday', ...place('M33 3BB') },
      { group: group('g2', 'The Sale Singers') },
    ),
    aNew(
      'sheds',
      { name: 'Men in Sheds' },
      {
        group: null,
        identity: { name: 'men in sheds', postcode: null, phone: null, host: null },
      },
    ),
  ])
  return bench
}

const run = (text: string, bench: Bench, over: Partial<Errand> = {}): Promise<Report> =>
  importGrants(
    { kind: '360giving', at: [fileOf(text)], source: sourceOf([], '360giving'), now: NOW, ...over },
    bench,
  )
const matters = async ({ store }: Bench): Promise<string[]> =>
  (await store.matters.list({ kind: 'same-group', state: 'open' })).map(({ id }) => id).sort()

const ALL = csv(
  grant('1', KETTLE),
  grant('2', SINGERS),
  grant('3', SINGERS, { ends: '2026-09-30' }),
  grant('4', SHEDS, { ends: '' }),
  grant('5', STRANGER),
  '360G-tea-6,A person,GBP,50,2026-04-01,2027-03-31,,,,Somebody Private,The Tea Fund',
  grant('1', KETTLE),
)

test('each grant is counted once: by number, by name as a question, or nobody’s', async () => {
  const bench = await borough()
  const report = await run(ALL, bench)
  expect(report).toMatchObject({
    state: 'applied',
    read: 7,
    listings: { added: 0, changed: 0, unchanged: 0, duplicate: 1, skipped: 6, refused: 0 },
    missing: 0,
    grants: { read: 7, individuals: 1, live: 3, matched_by_id: 1, suggested_by_name: 3, unmatched: 1 },
  })
  expect(await matters(bench)).toEqual(['same-group:g2:360G-tea-singers', 'same-group:sheds:360G-tea-sheds'])
  const [asked] = await bench.store.matters.list({ kind: 'same-group', group: 'g2' })
  expect(asked).toMatchObject({
    listing: 'songs',
    targetOn: '2026-12-13',
    about: {
      group: { id: 'g2', name: 'The Sale Singers', ids: [] },
      listings: [{ id: 'songs', name: 'Songs on Monday', postcodes: ['M33 3BB'] }],
      org: { id: '360G-tea-singers', ids: ['360G-tea-singers'], name: 'Sale Singers', postcode: null },
      why: 'grants',
      grants: { count: 2, funders: ['The Tea Fund'], pence: 20000, endsOn: '2027-03-31' },
    },
  })
})

test('nothing is kept of a person who received money', async () => {
  const bench = await borough()
  const report = await run(ALL, bench)
  expect(JSON.stringify(report)).not.toContain('Somebody')
  expect(JSON.stringify(await bench.store.awards.ending('1990-01-01', '2099-12-31'))).not.toContain(
    'Somebody',
  )
})

test('the same file again changes nothing, and asks nothing twice', async () => {
  const bench = await borough()
  const first = await run(ALL, bench)
  const before = await bench.store.lastChange()
  const second = await run(ALL, bench)
  expect({ ...second, run: '' }).toEqual({ ...first, run: '' })
  expect(await bench.store.lastChange()).toBe(before)
  expect((await matters(bench)).length).toBe(2)
})

test('what the desk said is different is nobody’s from then on', async () => {
  const bench = await borough()
  await run(ALL, bench)
  await bench.store.act((act) =>
    act.matters.decide({
      ...{ id: 'same-group:g2:360G-tea-singers', state: 'decided', decision: 'different' },
      ...{ reason: null, by: 'p', at: NOW.toISOString() },
    } as const),
  )
  expect((await run(ALL, bench)).grants).toMatchObject({ suggested_by_name: 1, unmatched: 3 })
})

test('a number that only a register told of counts as known, and the listing it may be is asked about', async () => {
  const bench = await borough()
  await bench.store.act(({ groups }) => groups.put([group('told', 'MEN IN SHEDS', '360G-tea-sheds')]))
  expect((await run(ALL, bench)).grants).toMatchObject({
    matched_by_id: 2,
    suggested_by_name: 2,
    unmatched: 1,
  })
  expect(await matters(bench)).toContain('same-group:sheds:360G-tea-sheds')
})

test('one file of each of two funders: neither loses what the other has', async () => {
  const bench = await borough()
  await run(csv(grant('1', KETTLE), grant('2', KETTLE)), bench)
  const report = await run(csv(grant('1', KETTLE, { fund: 'bread' })), bench)
  expect(report).toMatchObject({ state: 'applied', missing: 0 })
  expect((await bench.store.awards.ofGroups(['g1'])).get('g1')?.filter(({ gone }) => gone)).toEqual([])
})

test('a grant that is not in the file any more is missing; too many of them stop the run', async () => {
  const bench = await borough()
  const rows = Array.from({ length: 10 }, (_, at) => grant(String(at), KETTLE))
  await run(csv(...rows), bench)
  expect(await run(csv(...rows.slice(1)), bench)).toMatchObject({ state: 'applied', missing: 1 })
  const half = await run(csv(...rows.slice(5)), bench)
  expect(half).toMatchObject({ state: 'refused', missing: 5 })
  expect(half.why).toMatch(/^4 of the 9 grants this source had would go missing/)
  expect(await run(csv(...rows.slice(5)), bench, { acceptLoss: true })).toMatchObject({
    state: 'applied',
    missing: 5,
  })
})

test('what a run would change or did is kept line by line', async () => {
  const bench = await borough()
  await run(csv(...Array.from({ length: 6 }, (_, at) => grant(String(at), KETTLE))), bench)
  const rows = Array.from({ length: 5 }, (_, at) =>
    grant(String(at + 1), KETTLE, { ends: at === 0 ? '2027-06-30' : '2027-03-31' }),
  )
  const { run: second } = await run(csv(...rows, grant('7', SINGERS)), bench)
  expect((await bench.store.runLines(second)).map(({ is, listing, name }) => [is, listing, name])).toEqual([
    ['changed', null, 'Kettle On: Grant 1'],
    ['added', null, 'Sale Singers: Grant 7'],
    ['missing', null, 'Kettle On: Grant 0'],
  ])
})

test('a file whose dates may be read in two ways is not read in either', async () => {
  const bench = await borough()
  const rows = Array.from({ length: 20 }, (_, at) =>
    grant(String(at), KETTLE).replace('2026-04-01', '01/04/2026'),
  )
  expect(await run(csv(...rows), bench)).toMatchObject({
    state: 'refused',
    why: expect.stringMatching(/^20 of the 20 records cannot be used/),
    grants: { live: 0 },
  })
})

test('a run that is taken back takes its grants and its questions along', async () => {
  const bench = await borough()
  const report = await run(ALL, bench)
  await undoRun(bench.store.imports, report.run, NOW, bench.ranks)
  expect((await bench.store.awards.ofGroups(['g1'])).size).toBe(0)
  expect(await matters(bench)).toEqual([])
  expect((await run(ALL, bench)).grants).toEqual(report.grants)
  expect((await matters(bench)).length).toBe(2)
})

test('a dry run says the same and leaves nothing', async () => {
  const bench = await borough()
  const report = await run(ALL, bench, { dryRun: true })
  expect(report).toMatchObject({ state: 'planned', grants: { matched_by_id: 1, suggested_by_name: 3 } })
  expect((await bench.store.awards.ofGroups(['g1'])).size).toBe(0)
  expect(await matters(bench)).toEqual([])
})

test('an empty file is refused', async () => {
  const bench = await borough()
  expect(await run('{"grants":[]}', bench)).toMatchObject({
    state: 'refused',
    why: 'There are no grants in it.',
  })
})
