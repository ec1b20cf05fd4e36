/** Rows of each register, in every form in which it is downloaded: a file, and what is read of it. */
import { expect, test } from 'vitest'
import { writeZip } from '../../../bench/registers/zip.ts'
import type { Register } from '../../../src/freshness/register-entry.ts'
import { unpacked } from '../../../src/imports/reading/unzip.ts'
import { openKind } from '../../../src/imports/registers/kinds.ts'
import type { RegisterMeaning } from '../../../src/imports/registers/meaning.ts'
import { readableName, readableWords } from '../../../src/imports/registers/words.ts'
import { fileOf } from '../workshop.ts'

async function read(kind: Register, ...paths: string[]): Promise<RegisterMeaning[]> {
  const input = await unpacked(paths)
  try {
    const found: RegisterMeaning[] = []
    for (const { batches } of await openKind(kind, input.paths))
      for await (const batch of batches) found.push(...batch.map((one) => one.read()))
    return found
  } finally {
    await input.remove()
  }
}
const entry = (one: RegisterMeaning | undefined) => (one?.is === 'entry' ? one.entry : undefined)

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

test('the sheet of before 2020: removed where there is a day, the postcode out of the address', async () => {
  const rows = await read(
    'charity-commission-legacy',
    fileOf(
      'Title,Charity Number,Activities,Contact Name,Contact Address,website,date registered,date removed,company number,Removed?\n' +
        'HARROW SINGERS,1129832,NO INFORMATION RECORDED,REDACTED,"1 COLLEGE ROAD, HA1 1BA HOUSE, HARROW, HA2 6EE",http://www.example.org,2009-05-27,,,*****\n' +
        'GONE,261611,,REDACTED,"162A COLLEGE ROAD, HARROW, HA1 1BH",,1970-10-07,2000-01-29,,*****\n' +
        'NOBODY,none,,,,,,,,*****\n',
    ),
  )
  expect(rows.map((one) => entry(one)?.state ?? one.is)).toEqual(['registered', 'removed', 'refused'])
  expect(entry(rows[0])).toMatchObject({
    name: 'Harrow Singers',
    postcode: 'HA2 6EE',
    registered_on: '2009-05-27',
  })
  expect(rows[0]).toMatchObject({ activities: '' })
})

test('the dump of before 2020: three tables, parts left out, a charity that was restored is registered', async () => {
  const bcp = (rows: string[][]) => rows.map((row) => `${row.join('@**@')}*@@*`).join('')
  const blank = (regno: string, subno: string, name: string, orgtype: string) => [
    regno,
    subno,
    name,
    orgtype,
    '',
    '',
    '',
    'F',
    '',
    '',
    '1 High Street',
    '',
    '',
    '',
    '',
    'M33 2AB',
    '',
    '',
  ]
  const rows = await read(
    'charity-commission-legacy',
    fileOf(
      bcp([
        blank('200001', '0', 'ONE', 'R'),
        blank('200001', '1', 'PART', 'R'),
        blank('200002', '0', 'TWO', 'RM'),
      ]),
      'extract_charity.bcp',
    ),
    fileOf(
      bcp([
        ['200001', '0', '1990-01-01 00:00:00', '1995-01-01 00:00:00', 'RE'],
        ['200001', '0', '1996-02-02 00:00:00', '', ''],
        ['200001', '1', '1990-01-01 00:00:00', '2000-01-01 00:00:00', 'CE'],
        ['200002', '0', '1990-01-01 00:00:00', '2012-03-04 00:00:00', 'CE'],
      ]),
      'extract_registration.bcp',
    ),
    fileOf(
      bcp([
        ['CE', 'CEASED TO EXIST'],
        ['RE', 'REMOVED IN ERROR'],
      ]),
      'extract_remove_ref.bcp',
    ),
  )
  expect(rows.map((one) => entry(one)?.name ?? one.is)).toEqual(['One', 'passed', 'Two'])
  expect(entry(rows[0])).toMatchObject({ state: 'registered', registered_on: '1996-02-02', ended_on: null })
  expect(entry(rows[2])).toMatchObject({ state: 'removed', ended_on: '2012-03-04', dissolved: true })
})

test('Scotland: today’s and former charities, insolvency written behind the name', async () => {
  const today =
    'Charity Number,Charity Name,Registered Date,Known As,Charity Status,Postcode,Website,Objectives\n' +
    'SC012345,Glen Walkers (subject to insolvency proceedings),01/02/1990 00:00,,Active,EH1 1AA,www.glen.example.org,To walk\n'
  const former =
    'Charity Number,Charity Name,Registered Date,Charity Status,Postcode,Ceased Date\n' +
    'SC000099,Old Glen,01/02/1980 00:00,Removed,EH1 1AA,31/12/2019 00:00\n'
  const rows = await read('oscr', fileOf(former, 'former.csv'), fileOf(today, 'register.csv'))
  expect(rows.map((one) => entry(one))).toMatchObject([
    {
      org_id: 'GB-SC-SC012345',
      name: 'Glen Walkers',
      insolvent: true,
      state: 'registered',
      registered_on: '1990-02-01',
    },
    { org_id: 'GB-SC-SC000099', state: 'removed', ended_on: '2019-12-31' },
  ])
})

test('Northern Ireland: parts left out, removed and late ones told apart', async () => {
  const rows = await read(
    'ccni',
    fileOf(
      'Reg charity number,Sub charity number,Charity name,Date registered,Status,Date for financial year ending,Public address,Company number\n' +
        '100001,0,Bann Singers,28/07/2014,Up-to-date,31 March 2025,"1 Bann Road, Belfast, BT1 1AA",NI612345\n' +
        '100001,1,A part,28/07/2014,Up-to-date,,,\n' +
        '100002,0,Late Ones,28/07/2014,In Default,31 March 2020,,\n' +
        '100003,0,Gone,28/07/2014,Removed,,,\n',
    ),
  )
  expect(rows.map((one) => entry(one) ?? one.is)).toMatchObject([
    { org_id: 'GB-NIC-100001', postcode: 'BT1 1AA', company: 'GB-COH-NI612345', overdue: false },
    'passed',
    { overdue: true, accounts_to: '2020-03-31' },
    { state: 'removed' },
  ])
})

test('mergers: only whole charities, never into themselves, the latest of several', async () => {
  const head =
    'org_id_a,org_id_b,org_name_a,transferor_regno,transferor_subno,org_name_b,transferee_regno,transferee_subno,date_vesting_declaration,date_property_transferred,valid_from\n'
  const rows = await read(
    'charity-mergers',
    fileOf(
      head +
        'GB-CHC-1000001,GB-CHC-1000002,ONE,1000001,0,TWO,1000002,0,,2020-01-01 00:00:00,2020-02-01 00:00:00\n' +
        'GB-CHC-1000001,GB-CHC-1000003,ONE,1000001,0,THREE,1000003,0,,2022-01-01 00:00:00,2022-02-01 00:00:00\n' +
        'GB-CHC-1000004,GB-CHC-1000002,A fund,1000004,01,TWO,1000002,0,,2020-01-01 00:00:00,\n' +
        'GB-CHC-1000005,GB-CHC-1000002,FIVE,1000005,00,TWO,1000002,19,2019-05-05 00:00:00,,\n' +
        'GB-CHC-1000006,GB-CHC-1000006,SIX,1000006,0,SIX,1000006,0,,,\n' +
        ',GB-CHC-1000002,Friends of nobody,,,TWO,1000002,0,,,\n',
    ),
  )
  expect(
    rows.map((one) =>
      one.is === 'entry' ? [one.entry.org_id, one.entry.successor, one.entry.ended_on] : one.is,
    ),
  ).toEqual([
    ['GB-CHC-1000001', 'GB-CHC-1000002', '2020-01-01'],
    ['GB-CHC-1000001', 'GB-CHC-1000003', '2022-01-01'],
    'passed',
    ['GB-CHC-1000005', 'GB-CHC-1000002', '2019-05-05'],
    'passed',
    'passed',
  ])
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
