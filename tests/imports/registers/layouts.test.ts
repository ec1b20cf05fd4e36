/** Rows of each register but today's of England and Wales: a file, and what is read of it. */
import { expect, test } from 'vitest'
import { fileOf } from '../workshop.ts'
import { entry, read } from './read.ts'

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
