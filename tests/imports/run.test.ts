/** A source, run after run, on a real database: what is added, changed, kept, lost and taken back. */
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/imports/apply.ts'
import { report as reportShape } from '../../src/imports/report.ts'
import { undoRun } from '../../src/imports/undo.ts'
import { NOW } from '../fixtures.ts'
import {
  A,
  B,
  C,
  D,
  E,
  LATER,
  all,
  counts,
  fileOf,
  importText,
  list,
  none,
  plain,
  workshop,
} from './workshop.ts'

describe('a source, run after run', () => {
  test('the first run adds, the second is a no-op down to the change number', async () => {
    const bench = await workshop()
    const first = await importText(list(A, B), bench)
    expect(reportShape.parse(first)).toEqual(first)
    expect(counts(first)).toEqual({ ...none, read: 2, added: 2 })
    const change = await bench.store.lastChange()
    const second = await importText(list(A, B), bench, { now: LATER })
    expect(counts(second)).toEqual({ ...none, read: 2, unchanged: 2 })
    expect(await bench.store.lastChange()).toBe(change)
  })

  test('what is added', async () => {
    const { store, ...bench } = await workshop()
    await importText(list(A), { store, ...bench })
    const [known] = await all(store)
    expect(known?.listing).toMatchObject({
      slug: 'kettle-on',
      revision: 1,
      name: 'Kettle On',
      summary: 'Tea and talk.',
      places: [{ postcode: 'M33 2AB' }],
      phone: { number: '0161 496 0001', visible: true },
      times_words: 'Tuesday 10am-12pm',
      sessions: [{ rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:00' }],
      status: 'published',
      importedAt: NOW.toISOString(),
    })
    expect(known?.confirmation).toBeNull()
    const statements = await store.statements(known?.listing.id ?? '')
    expect(statements[0]?.fields.name).toEqual({
      value: 'Kettle On',
      at: NOW.toISOString(),
      by: 'source',
      how: 'file',
    })
  })

  test('a changed cell changes one listing, and only that claim is newer', async () => {
    const bench = await workshop()
    await importText(list(A, B), bench)
    const before = await all(bench.store)
    const report = await importText(list(A.replace('0001', '0009'), B), bench, { now: LATER })
    expect(counts(report)).toEqual({ ...none, read: 2, changed: 1, unchanged: 1 })
    const [kettle, singers] = (await all(bench.store)).toSorted((a, b) =>
      a.listing.name.localeCompare(b.listing.name),
    )
    expect(singers?.listing.revision).toBe(1)
    expect(kettle?.listing).toMatchObject({ revision: 2, phone: { number: '0161 496 0009' } })
    expect(kettle?.listing.id).toBe(before.find(({ listing }) => listing.name === 'Kettle On')?.listing.id)
    const [statement] = await bench.store.statements(kettle?.listing.id ?? '')
    expect([statement?.fields.phone?.at, statement?.fields.name?.at]).toEqual([
      LATER.toISOString(),
      NOW.toISOString(),
    ])
  })

  test('a row that is gone is missing, not deleted, and may come back', async () => {
    const bench = await workshop()
    await importText(list(A, B, C, D, E), bench)
    expect(counts(await importText(list(A, B, C, D), bench))).toEqual({
      ...none,
      read: 4,
      unchanged: 4,
      missing: 1,
    })
    expect(await bench.store.count()).toMatchObject({ published: 5 })
    expect(counts(await importText(list(A, B, C, D), bench))).toEqual({
      ...none,
      read: 4,
      unchanged: 4,
      missing: 1,
    })
    expect(counts(await importText(list(A, B, C, D, E), bench))).toEqual({ ...none, read: 5, unchanged: 5 })
  })

  test('more than a fifth gone is refused, unless the loss is accepted', async () => {
    const bench = await workshop()
    await importText(list(A, B, C, D, E), bench)
    const refused = await importText(list(A, B, C), bench)
    expect(refused).toMatchObject({
      state: 'refused',
      why: expect.stringContaining('2 of the 5 listings this source had would go missing'),
    })
    expect(counts(await importText(list(A, B, C, D, E), bench))).toEqual({ ...none, read: 5, unchanged: 5 })
    expect(counts(await importText(list(A, B, C), bench, { acceptLoss: true }))).toEqual({
      ...none,
      read: 3,
      unchanged: 3,
      missing: 2,
    })
    // Those missing before are no loss of this run.
    expect((await importText(list(A, B, C), bench)).state).toBe('applied')
  })

  test('a dry run says what would be, and leaves no trace', async () => {
    const bench = await workshop()
    const report = await importText(list(A, B), bench, { dryRun: true })
    expect([report.state, counts(report)]).toEqual(['planned', { ...none, read: 2, added: 2 }])
    expect(await bench.store.count()).toEqual({ all: 0, published: 0 })
    expect(await bench.store.runs(null, 10)).toEqual([])
  })

  test('undone, the listings are drafts; imported again, they are back', async () => {
    const bench = await workshop()
    await importText(list(A), bench)
    const second = await importText(list(A.replace('0001', '0009'), B), bench, { now: LATER })
    expect(await undoRun(bench.store.imports, second.run, LATER, bench.ranks)).toEqual({
      changed: 2,
      kept: [],
    })
    const [kettle, singers] = (await all(bench.store)).toSorted((a, b) =>
      a.listing.name.localeCompare(b.listing.name),
    )
    expect(kettle?.listing).toMatchObject({ phone: { number: '0161 496 0001' }, status: 'published' })
    expect(singers?.listing.status ?? 'gone from the feed').not.toBe('published')
    expect(counts(await importText(list(A, B), bench, { now: LATER }))).toEqual({
      ...none,
      read: 2,
      changed: 1,
      unchanged: 1,
    })
    expect(await bench.store.count()).toMatchObject({ published: 2 })
  })
})

test('several files are one run, and problems say in which file they are', async () => {
  const bench = await workshop()
  const files = [fileOf(list(A), 'one.csv'), fileOf(list(B, ',x,M33 2AC,,'), 'two.csv')]
  const report = await importFiles({ files, profile: plain(), now: NOW }, bench)
  expect(counts(report)).toEqual({ ...none, read: 3, added: 2, refused: 1 })
  expect(report.problems.map(({ problem }) => problem)).toContain('there is no name (in two.csv)')
})

test.each([
  ['a missing file', () => ['/no/such.csv'], 'There is no file /no/such.csv.'],
  [
    'a missing column',
    () => [fileOf('name,phone\na,b')],
    'list.csv has no column "postcode", which the profile needs. It has: name, phone.',
  ],
  [
    'a second file that is no CSV',
    () => [fileOf(list(A)), fileOf('%PDF-1.7')],
    'list.csv is a PDF, not a CSV file.',
  ],
  [
    'a quote never closed, behind good rows',
    () => [fileOf(list(A, B, '"x,y'))],
    'opens a quote that is never closed',
  ],
])('%s: refused with one sentence, and nothing written', async (_, files, why) => {
  const bench = await workshop()
  const report = await importFiles({ files: files(), profile: plain(), now: NOW }, bench)
  expect(report).toMatchObject({ state: 'refused', why: expect.stringContaining(why), read: 0 })
  expect(reportShape.parse(report)).toEqual(report)
  expect(await bench.store.count()).toEqual({ all: 0, published: 0 })
})
