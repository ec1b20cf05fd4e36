/** Today's extract of England and Wales, in every form in which it is downloaded, and in forms that are refused. */
import { expect, test } from 'vitest'
import { writeZip } from '../../../bench/registers/zip.ts'
import { unpacked } from '../../../src/imports/reading/unzip.ts'
import { readableName, readableWords } from '../../../src/imports/registers/words.ts'
import { fileOf } from '../workshop.ts'
import { entry, read } from './read.ts'

const COLUMNS = [
  'date_of_extract',
  'organisation_number',
  'registered_charity_number',
  'linked_charity_number',
  'charity_name',
  'charity_registration_status',
  'date_of_registration',
  'date_of_removal',
  'charity_reporting_status',
  'latest_acc_fin_period_end_date',
  'charity_contact_postcode',
  'charity_contact_phone',
  'charity_contact_web',
  'charity_company_registration_number',
  'charity_insolvent',
  'cio_is_dissolved',
  'charity_activities',
]
const ROWS = [
  [
    '2026-11-22T00:00:00',
    1,
    1000001,
    0,
    'KETTLE ON ( SALE )',
    'Registered',
    '1999-01-02T00:00:00',
    null,
    'Submission Overdue',
    '2023-03-31T00:00:00',
    'm33 2ab',
    '01614960001',
    'www.kettle.example.org',
    '00738693',
    false,
    false,
    'TEA [AND] "TALK".\r\nRing 0161 496 0001 {Jo}.',
  ],
  [
    '2026-11-22T00:00:00',
    2,
    1000001,
    1,
    'A fund of it',
    'Registered',
    '1999-01-02T00:00:00',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    false,
    false,
    null,
  ],
  [
    '2026-11-22T00:00:00',
    3,
    1000003,
    0,
    'Gone',
    'Removed',
    '1999-01-02T00:00:00',
    '2024-05-01T00:00:00',
    'Removed',
    null,
    'NA',
    null,
    'javascript:alert(1)',
    '00000000',
    true,
    true,
    null,
  ],
] as const
const objects = ROWS.map((row) => Object.fromEntries(COLUMNS.map((column, at) => [column, row[at]])))
const cell = (value: unknown) => (value === null ? '' : String(value))
const csv = [COLUMNS, ...ROWS]
  .map((row) => row.map((it) => `"${cell(it).replaceAll('"', '""')}"`).join(','))
  .join('\n')
const tab = [COLUMNS, ...ROWS].map((row) => row.map(cell).join('\t')).join('\r\n')
const json = JSON.stringify(objects)
async function zipped(name: string, text: string): Promise<string> {
  const path = fileOf('', 'publicextract.charity.zip')
  await writeZip(path, [{ name, text: [text] }])
  return path
}

test.each([
  ['JSON', () => fileOf(`\ufeff${json}`, 'charity.json')],
  ['JSON in pretty lines', () => fileOf(JSON.stringify(objects, null, 2), 'charity.json')],
  ['JSON, zipped', () => zipped('publicextract.charity.json', `\ufeff${json}`)],
  ['tab-separated text', () => fileOf(tab, 'charity.txt')],
  ['tab-separated text, zipped', () => zipped('publicextract.charity.txt', tab)],
  ['CSV', () => fileOf(csv, 'charity.csv')],
])('the current extract as %s', async (_form, make) => {
  const rows = await read('charity-commission', await make())
  expect(rows.map(({ is }) => is)).toEqual(['entry', 'passed', 'entry'])
  expect(entry(rows[0])).toEqual({
    org_id: 'GB-CHC-1000001',
    name: 'Kettle on (Sale)',
    state: 'registered',
    registered_on: '1999-01-02',
    ended_on: null,
    insolvent: false,
    dissolved: false,
    overdue: true,
    accounts_to: '2023-03-31',
    successor: null,
    successor_name: null,
    company: 'GB-COH-00738693',
    postcode: 'M33 2AB',
    website: 'https://www.kettle.example.org',
  })
  expect(rows[0]).toMatchObject({ activities: expect.stringMatching(/^TEA? ?|^Tea \[and\] "talk"/) })
  expect(entry(rows[2])).toMatchObject({
    state: 'removed',
    ended_on: '2024-05-01',
    insolvent: true,
    dissolved: true,
    overdue: false,
    postcode: null,
    website: null,
    company: null,
  })
})

test.each([
  [
    'a spreadsheet of something else',
    'charity-commission',
    () => fileOf('name,postcode\nA,M33 2AB\n'),
    /has no column/,
  ],
  [
    'JSON that was cut off',
    'charity-commission',
    () => fileOf(json.slice(0, -40), 'c.json'),
    /ends in the middle/,
  ],
  ['JSON without a list', 'charity-commission', () => fileOf('{"a":1}', 'c.json'), /no list/],
  [
    'a ZIP that is no ZIP',
    'oscr',
    () => fileOf(Buffer.from('PK\u0003\u0004 nothing', 'latin1'), 'c.zip'),
    /ZIP/,
  ],
  [
    'a dump without its charities',
    'charity-commission-legacy',
    () => fileOf('CE@**@GONE*@@*', 'extract_remove_ref.bcp'),
    /extract_charity/,
  ],
] as const)('%s is refused in a sentence', async (_what, kind, make, why) => {
  await expect(
    (async () => {
      const rows = await read(kind, make())
      return rows
    })(),
  ).rejects.toThrow(why)
})

test('a ZIP that unpacks to more than is allowed is stopped while it does', async () => {
  const path = fileOf('', 'bomb.zip')
  await writeZip(path, [{ name: 'c.txt', text: Array.from({ length: 40 }, () => ' '.repeat(1_000_000)) }])
  await expect(unpacked([path], 5_000_000)).rejects.toThrow('holds more than 5 MB')
})

test('a record of tab-separated text that goes over lines, one that is too short, one that is too long', async () => {
  const head = COLUMNS.join('\t')
  const row = (name: string, says: string) =>
    ROWS[0]
      .map((value, at) =>
        COLUMNS[at] === 'charity_name' ? name : COLUMNS[at] === 'charity_activities' ? says : cell(value),
      )
      .join('\t')
  const rows = await read(
    'charity-commission',
    fileOf(
      [
        head,
        row('One', 'a\nb'),
        '1\t2\t3',
        row('Two', 'c'),
        `${row('Three', 'd')}\tmore`,
        row('Four', 'e\\\tf'),
      ].join('\n'),
      'c.txt',
    ),
  )
  expect(rows.map((one) => (one.is === 'entry' ? `${one.entry.name}` : one.is))).toEqual([
    'One',
    'refused',
    'Two',
    'refused',
    'Four',
  ])
})

test.each([
  ["ST MARY'S CHURCH HALL", "St Mary's Church Hall"],
  ['LMCP CARE LINK', 'LMCP Care Link'],
  ['DUKINFIELD BAPTIST CHURCH (TRUST FUNDS HELD ICW )', 'Dukinfield Baptist Church (Trust Funds Held Icw)'],
  ['The Ahmed Iqbal Ullah Education Trust', 'The Ahmed Iqbal Ullah Education Trust'],
  ['MOUNTLANDS TRUST LIMITED', 'Mountlands Trust Limited'],
])('%s is readable as %s', (given, name) => expect(readableName(given)).toBe(name))

test('what a charity says it does holds no telephone and no address of anybody', () =>
  expect(readableWords('WE SING. RING 0161 496 0001 OR JO@EXAMPLE.ORG FOR MORE.')).toBe(
    'We sing. Ring or for more.',
  ))
