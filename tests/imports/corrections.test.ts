/** What goes back to a source: its own columns, only what people put right since, never a person. */
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { correctionsFile } from '../../src/imports/corrections/file.ts'
import { correctionsOf } from '../../src/imports/corrections/corrections.ts'
import { cellsOf, changedCells } from '../../src/imports/corrections/backwards.ts'
import type { Profile } from '../../src/imports/profile.ts'
import type { FieldName, ListingFields } from '../../src/listings/listing.ts'
import { restated, type Changes, type Writer } from '../../src/upkeep/restate.ts'
import { NOW } from '../fixtures.ts'
import { later, statement } from '../store/made.ts'
import { A, B, C, all, importText, list, plain, workshop, type Bench } from './workshop.ts'

const day = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000)

async function says(bench: Bench, name: string, changes: Changes, by: Writer, at = day(1)): Promise<void> {
  const known = (await all(bench.store)).find(({ listing }) => listing.name === name)
  const { id: listing = '', revision = 0 } = known?.listing ?? {}
  const statements = await bench.store.statements(listing)
  const said = restated(statements, { listing, by, how: 'form', at: at.toISOString() }, changes, bench.ranks)
  if (said.is !== 'restated') throw new Error('nameless')
  const { statement, settled } = said
  await bench.store.edit({ listing, revision, statement, settled, author: by, at: at.toISOString() })
}

async function file(bench: Bench, profile: Profile | null = plain()): Promise<string[][]> {
  const { csv, lines } = await correctionsFile({ ...bench, labelOf: (_, id) => id }, 'a-list', profile)
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
  expect(rows).toHaveLength(lines + 1)
  return rows
}
const EXTRA = ['field', 'was', 'now', 'said by', 'said on'].map((name) => `fingerpost:${name}`)
const DAY = '2026-11-23'

test('only what people said since, in the columns of the source, known by its key', async () => {
  const bench = await workshop()
  await importText(list(A, B, C), bench)
  await says(
    bench,
    'Kettle On',
    { phone: { number: '0161 496 0100', visible: true }, first_time: 'Hello' },
    'group',
  )
  await says(bench, 'Sale Singers', { description: '=Songs, and tea' }, 'link-worker')
  expect(await file(bench)).toEqual([
    ['name', 'postcode', 'description', 'phone', ...EXTRA],
    [
      'Kettle On',
      'M33 2AB',
      '',
      '0161 496 0100',
      'Telephone',
      '0161 496 0001',
      '0161 496 0100',
      'The group',
      DAY,
    ],
    [
      'Sale Singers',
      'M33 3BB',
      "'=Songs, and tea",
      '',
      'About it',
      'Songs',
      "'=Songs, and tea",
      'A link worker',
      DAY,
    ],
  ])
})

test('what the source has put right, and what it says anew, is not in it; what the desk kept is', async () => {
  const bench = await workshop()
  await importText(list(A, B), bench)
  await says(bench, 'Kettle On', { phone: { number: '0161 496 0100', visible: true } }, 'group')
  await importText(list(A.replace('0001', '0100'), B), bench, { now: day(2) })
  expect(await file(bench)).toHaveLength(1)
  await importText(list(A.replace('0001', '0222'), B), bench, { now: day(3) })
  expect(await file(bench)).toHaveLength(1)
  const [known] = (await all(bench.store)).filter(({ listing }) => listing.name === 'Kettle On')
  const ruling = {
    source: 'a-list',
    ruling: 'keep',
    at: day(4).toISOString(),
    person: null,
    matter: null,
  } as const
  await bench.store.act((act) =>
    act.rulings.add([
      { ...ruling, listing: known?.listing.id ?? '', field: 'phone', offered: '{"number":"01614960222"}' },
    ]),
  )
  expect((await file(bench))[1]).toContain('0161 496 0222')
})

test('what is hidden from the public stays here; a name put right stands beside the old one', async () => {
  const bench = await workshop()
  await importText(list(A, B), bench)
  await says(bench, 'Kettle On', { phone: { number: '0161 496 0999', visible: false } }, 'group')
  await says(bench, 'Sale Singers', { name: 'Sale Choir' }, 'umbrella')
  const rows = await file(bench)
  expect(JSON.stringify(rows)).not.toContain('0999')
  expect(rows[0]?.slice(0, 4)).toEqual(['name', 'postcode', 'name (new)', 'fingerpost:field'])
  expect(rows[1]).toContain('(not for the public)')
  expect(rows[2]?.slice(0, 3)).toEqual(['Sale Singers', 'M33 3BB', 'Sale Choir'])
})

/** What the source says, what a person says since, and what a file for the source may say of it. */
const HIDDEN: [string, Partial<ListingFields>, Partial<ListingFields>, { was: unknown; now: unknown }][] = [
  [
    'a place that a group keeps secret: not even as the source has it',
    { places: [{ address: '5 Oak Street', postcode: 'M33 2AB' }] },
    { places: [{ postcode: 'M33', masked: true }] },
    { was: null, now: null },
  ],
  [
    'a telephone of the source that was never shown',
    { phone: { number: '07700 900123', visible: false } },
    { phone: { number: '0161 496 0100', visible: true } },
    { was: null, now: { number: '0161 496 0100', visible: true } },
  ],
]
test.each(HIDDEN)('%s', async (_, told, said, is) => {
  const { ranks } = await workshop()
  const statements = [
    statement('x', { name: 'Haven', ...told }, { source: 'a-list', by: 'source', at: later(1) }),
    statement('x', said, { source: 'group', by: 'group', at: later(2) }),
  ]
  expect(correctionsOf('a-list', statements, ranks)).toMatchObject([is])
})

test('of a source without a profile: the fields of a listing', async () => {
  const bench = await workshop()
  await importText(list(A), bench)
  await says(bench, 'Kettle On', { website: 'https://kettle.example.org', phone: null }, 'group')
  expect((await file(bench, null)).map((row) => row.slice(0, 3))).toEqual([
    ['id', 'name', 'phone'],
    ['kettleon|m332ab', 'Kettle On', ''],
  ])
})

const PROFILE = plain({
  fields: {
    name: { from: { template: '{town} Hub' } },
    kinds: { from: 'type', map: { Choir: ['choir'], 'Walk*': ['walk'] } },
    languages: { from: 'languages', split: ';' },
    'place.address': { from: { join: ['line 1', 'line 2'] } },
    'place.postcode': { from: 'pc' },
    'place.lat': { from: 'lat' },
    'email.address': { from: 'contact' },
    'phone.number': { from: 'contact' },
    'link.Facebook': { from: 'fb' },
    'cost.kind': { from: { value: 'free' } },
  },
  ended: { column: 'active', is: ['False'] },
})
const BACK: [field: FieldName, value: unknown, cells: object][] = [
  ['name', 'Sale Hub', { town: 'Sale' }],
  ['name', 'Another name', {}],
  ['kinds', ['choir'], { type: 'Choir' }],
  ['kinds', ['walk'], {}],
  ['languages', ['en', 'cy'], { languages: 'en; cy' }],
  [
    'places',
    [{ address: '1 High St', postcode: 'M33 2AB', point: { lat: 53.4, lng: -2.3 } }],
    { pc: 'M33 2AB', lat: '53.4' },
  ],
  ['email', { address: 'a@example.org', visible: true }, { contact: 'a@example.org' }],
  ['links', [{ label: 'Facebook', url: 'https://facebook.com/x' }], { fb: 'https://facebook.com/x' }],
  ['cost', { kind: 'paid' }, {}],
  ['status', 'ended', { active: 'False' }],
  ['status', 'published', {}],
  ['website', 'https://example.org', {}],
]
test.each(BACK)('%s %j in the columns of its source', (field, value, cells) => {
  expect(Object.fromEntries(cellsOf(PROFILE, field, value))).toEqual(cells)
})

test('of a place only the cells that differ', () => {
  const was = [{ postcode: 'M33 2AB', point: { lat: 53.4, lng: -2.3 } }]
  const now = [{ postcode: 'M33 2AC', point: { lat: 53.4, lng: -2.3 } }]
  expect([...changedCells(PROFILE, 'places', was, now)]).toEqual([['pc', 'M33 2AC']])
})
