/** Whole runs on a real database: what is added, changed, kept, lost and taken back. */
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/imports/apply.ts'
import { report as reportShape } from '../../src/imports/report.ts'
import { undoRun } from '../../src/imports/undo.ts'
import type { Source } from '../../src/store/store.ts'
import { NOW } from '../fixtures.ts'
import { all, counts, fileOf, HEADER, importText, plain, workshop } from './workshop.ts'

const LATER = new Date('2026-12-01T09:00:00Z')
const A = 'Kettle On,Tea and talk. Every week.,M33 2AB,0161 496 0001,"Tuesday 10am-12pm"'
const B = 'Sale Singers,Songs,M33 3BB,0161 496 0002,by arrangement'
const C = 'Walk and Talk,A walk,M33 4HH,,'
const D = 'Men in Sheds,Tools,M33 5DD,,'
const E = 'Knit and Natter,Wool,M33 6EE,,'
const list = (...rows: string[]): string => [HEADER, ...rows].join('\n')
const none = { added: 0, changed: 0, unchanged: 0, duplicate: 0, skipped: 0, refused: 0, missing: 0 }

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
    expect(await undoRun(bench.store.imports, second.run, LATER, bench.ranks)).toBe(2)
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

describe('rows', () => {
  test('a bad row is refused with its number, a bad cell costs that cell, the rest is imported', async () => {
    const bench = await workshop()
    const report = await importText(list(A, ',nameless,M33 2AC,,', 'Broken,x,WA154 1HF,12,', A), bench)
    expect(counts(report)).toEqual({ ...none, read: 4, added: 2, duplicate: 1, refused: 1 })
    expect(report.problems.map(({ row, field, value, did }) => [row, field, value, did])).toEqual([
      [2, 'postcode', 'M33 2AB', 'kept without a point'],
      [3, 'name', '', 'left this row out'],
      [4, 'phone.number', '12', 'left out'],
      [4, 'postcode', 'WA154 1HF', 'kept without a point'],
      [5, 'name', 'Kettle On', 'left this row out'],
    ])
  })

  test('precision is said, and a point beside its postcode teaches the gazetteer', async () => {
    const bench = await workshop()
    await bench.store.places.putPostcodes([
      { postcode: 'M33 2AB', lat: 53.42, lng: -2.31, areaCodes: ['E05000001'] },
    ])
    await bench.store.places.putOutcodes([{ outcode: 'M33', lat: 53.43, lng: -2.33, town: 'Sale' }])
    const fields = {
      name: { from: 'name' },
      'place.postcode': { from: 'postcode' },
      'place.lat': { from: 'lat' },
      'place.lng': { from: 'lng' },
    }
    const text =
      'name,postcode,lat,lng\na,M33 2AB,,\nb,M33 9ZZ,,\nc,M33 3HH,53.425,-2.325\nd,M33 4DD,0,0\ne,,,\n'
    const report = await importText(text, bench, { profile: plain({ fields }) })
    expect(report.located).toEqual({ exact: 1, postcode: 1, area: 2, none: 1 })
    expect((await bench.store.places.postcodes(['M33 3HH'])).get('M33 3HH')).toMatchObject({
      lat: 53.425,
      lng: -2.325,
    })
    const again = await importText(text, bench, { profile: plain({ fields }) })
    expect([counts(again), again.located]).toEqual([{ ...none, read: 5, unchanged: 5 }, report.located])
  })

  test('48 of one name are told apart by postcode, each with an address of its own', async () => {
    const bench = await workshop()
    const rows = Array.from(
      { length: 48 },
      (_, i) => `Food Trust,Food,M33 ${i % 9}A${'ABDEFG'[Math.floor(i / 9)]},,`,
    )
    expect(counts(await importText(list(...rows), bench))).toEqual({ ...none, read: 48, added: 48 })
    expect(new Set((await all(bench.store)).map(({ listing }) => listing.slug)).size).toBe(48)
  })

  test('suggestions are said to be guesses, and only fill what the file leaves open', async () => {
    const bench = await workshop()
    const nothing = { communities: [], conditions: [], access: [], languages: [] }
    const suggest = () => ({ needs: ['loneliness'], kinds: ['drop-in'], ...nothing })
    const fields = { name: { from: 'name' }, kinds: { from: { value: ['choir'] } } }
    await importText(list(B), { ...bench, suggest }, { profile: plain({ suggest: true, fields }) })
    const [known] = await all(bench.store)
    const [statement] = await bench.store.statements(known?.listing.id ?? '')
    expect(known?.listing).toMatchObject({ needs: ['loneliness'], kinds: ['choir'] })
    expect(statement?.fields.needs).toMatchObject({ by: 'suggested', how: 'guessed' })
    expect(statement?.fields.kinds).toMatchObject({ by: 'source', how: 'file' })
  })

  test('an import confirms only where the file says when it was checked', async () => {
    const bench = await workshop()
    const profile = plain({ checked: { column: 'times', format: 'iso' } })
    await importText(list('Kettle On,Tea,M33 2AB,,2026-05-03', 'Other,Tea,M33 2AC,,'), bench, { profile })
    const confirmed = Object.fromEntries(
      (await all(bench.store)).map(({ listing, confirmation }) => [listing.name, confirmation?.at ?? null]),
    )
    expect(confirmed).toEqual({ 'Kettle On': '2026-05-03T12:00:00.000Z', Other: null })
  })

  test('what was erased stays erased', async () => {
    const bench = await workshop()
    await importText(list(A), bench)
    const [known] = await all(bench.store)
    await bench.store.erase(known?.listing.id ?? '', NOW.toISOString())
    expect(counts(await importText(list(A.replace('Tea', 'Coffee')), bench))).toEqual({
      ...none,
      read: 1,
      skipped: 1,
    })
    expect(await bench.store.count()).toMatchObject({ published: 0 })
  })
})

describe('two sources', () => {
  const other = (over: object = {}) => plain({ source: { id: 'other-list', name: 'Other list' }, ...over })

  test('the same name and postcode is one listing; the same name elsewhere is another', async () => {
    const bench = await workshop()
    await importText(list(A, B), bench)
    const report = await importText(
      list('KETTLE ON LTD,Tea,m332ab,,', 'Sale Singers,Songs,M33 9ZZ,,'),
      bench,
      { profile: other() },
    )
    expect(counts(report)).toEqual({ ...none, read: 2, added: 1, changed: 1 })
    const kettle = (await all(bench.store)).find(({ listing }) => listing.slug === 'kettle-on')
    expect(kettle?.sources.toSorted()).toEqual(['a-list', 'other-list'])
    expect(
      counts(
        await importText(list('KETTLE ON LTD,Tea,m332ab,,', 'Sale Singers,Songs,M33 9ZZ,,'), bench, {
          profile: other(),
        }),
      ),
    ).toEqual({ ...none, read: 2, unchanged: 2 })
  })

  test('what is only likely is kept apart and said', async () => {
    const bench = await workshop()
    await importText(list('Kettle On,Tea,,0161 496 0001,'), bench)
    const report = await importText(list('Kettle On,Tea,M33 2AB,0161 496 0001,'), bench, { profile: other() })
    expect(counts(report)).toEqual({ ...none, read: 1, added: 1 })
    expect(report.problems.map(({ problem }) => problem)).toContain('may be a listing that is here already')
  })

  test('two rows of one source are two listings, even of one name and postcode under other keys', async () => {
    const bench = await workshop()
    await importText(list(A), bench)
    const profile = other({ key: { columns: ['name', 'postcode', 'description'] } })
    const report = await importText(list('Kettle On,first,M33 2AB,,', 'Kettle On,second,M33 2AB,,'), bench, {
      profile,
    })
    expect(counts(report)).toEqual({ ...none, read: 2, added: 1, changed: 1 })
  })

  test('the group’s own word stands over a later import', async () => {
    const bench = await workshop()
    await importText(list(A), bench)
    const [known] = await all(bench.store)
    const listing = known?.listing.id ?? ''
    const group: Source = {
      id: 'group',
      name: 'The group',
      kind: 'people',
      publisher: null,
      licence: null,
      licence_url: null,
      attribution: null,
      url: null,
      lastRunAt: null,
    }
    await bench.store.putSource(group)
    const claim = {
      value: { number: '0161 496 0777', visible: true },
      at: NOW.toISOString(),
      by: 'group',
      how: 'form',
    } as const
    await bench.store.edit({
      listing,
      revision: 1,
      statement: { listing, source: 'group', fields: { phone: claim } },
      settled: { ...(known?.listing ?? { name: '' }), phone: claim.value } as never,
      author: 'group',
      at: NOW.toISOString(),
    })
    await importText(list(A.replace('0001', '0009')), bench, { now: LATER })
    expect((await all(bench.store))[0]?.listing.phone?.number).toBe('0161 496 0777')
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
