/** Files of the 360Giving Data Standard: what is read of each record, and what becomes of a run. */
import { describe, expect, it, test } from 'vitest'
import { lookForOrder, orderOf, readDay, type Seen } from '../../src/imports/grants/days.ts'
import { fieldOf } from '../../src/imports/grants/fields.ts'
import { readGrant, type ReadGrant } from '../../src/imports/grants/grant.ts'
import { openGrants } from '../../src/imports/sources/threesixtygiving.ts'
import { fileOf } from './workshop.ts'

describe('titles of columns', () => {
  it.each<[title: string, field: ReturnType<typeof fieldOf>]>([
    ['Identifier', 'id'],
    ['IDENTIFIER', 'id'],
    ['Award Date', 'awardedOn'],
    ['award  date ', 'awardedOn'],
    ['awardDate', 'awardedOn'],
    ['Planned Dates:Duration (months)', 'plannedMonths'],
    ['Planned Dates: End Date', 'plannedEnd'],
    ['Planned Dates:0:End Date', 'plannedEnd'],
    ['Recipient Org:Identifier', 'recipientId'],
    ['Recipient Organisation:Identifier', 'recipientId'],
    ['recipientOrganization/0/id', 'recipientId'],
    ['Recipient Org:Postal Code', 'postcode'],
    ['Recipient Org:Postcode', 'postcode'],
    ['Recipient Ind:Name', 'person'],
    ['To Individuals Details:Grant Purpose', 'person'],
    ['recipientIndividual/0/name', 'person'],
    ['Beneficiary Location:Name', null],
    ['Recipient Org:Contact Name', null],
  ])('%s is %s', (title, field) => expect(fieldOf(title)).toBe(field))
})

describe('days', () => {
  it.each<[written: string, inAFileThatHas: string[], read: string]>([
    ['2025-03-31', [], '2025-03-31'],
    ['2025-03-31T00:00:00+00:00', [], '2025-03-31'],
    ['2025-03-31T23:59:59Z', [], '2025-03-31'],
    ['2025-03-31 10:30', [], '2025-03-31'],
    // Midnight in London, in summer, as a program in UTC writes it.
    ['2025-06-30T23:00:00.000Z', [], '2025-07-01'],
    ['2025-01-30T23:00:00Z', [], '2025-01-30'],
    ['31/03/2025', [], '2025-03-31'],
    ['03/04/2025', ['31/03/2025'], '2025-04-03'],
    ['3/4/2025', ['31/03/2025'], '2025-04-03'],
    ['03.04.2025', ['31.03.2025'], '2025-04-03'],
    ['03/04/2025 00:00', ['31/03/2025'], '2025-04-03'],
    ['03/04/2025', ['03/31/2025'], '2025-03-04'],
    ['05/05/2025', [], '2025-05-05'],
    ['03/04/2025', [], 'ambiguous'],
    // A file that shows both orders shows none.
    ['03/04/2025', ['31/03/2025', '03/31/2025'], 'ambiguous'],
    ['31/03/2025', ['03/31/2025'], '2025-03-31'],
    ['2025-02-30', [], 'none'],
    ['31/02/2025', [], 'none'],
    ['45747', [], 'none'],
    ['31/03/25', [], 'none'],
    ['March 2025', [], 'none'],
  ])('%s beside %j is %s', (written, others, read) => {
    const seen: Seen = { dayFirst: false, monthFirst: false }
    for (const text of [written, ...others]) lookForOrder(seen, text)
    const found = readDay(written, orderOf(seen))
    expect(found.is === 'day' ? found.day : found.is).toBe(read)
  })
})

const TITLES =
  'Identifier,Title,Currency,Amount Awarded,Award Date,Planned Dates:Duration (months),Recipient Org:Identifier,' +
  'Recipient Org:Name,Recipient Org:Charity Number,Recipient Org:Company Number,Recipient Org:Postal Code,' +
  'Recipient Ind:Identifier,Funding Org:Identifier,Funding Org:Name,Something Else'
const csv = (...rows: string[]): string => [TITLES, ...rows].join('\n')

async function read(text: string, name = 'grants.csv'): Promise<ReadGrant[]> {
  const { order, batches } = await openGrants(fileOf(text, name))
  const all: ReadGrant[] = []
  for await (const records of batches) all.push(...records.map((record) => readGrant(record, order)))
  return all
}
const oneOf = async (row: string): Promise<ReadGrant | undefined> => (await read(csv(row)))[0]

const KETTLE = {
  id: '360G-fund-1',
  title: 'Tea for all',
  funder: 'The Tea Fund',
  funderId: 'GB-CHC-1000001',
  amountPence: 250050,
  awardedOn: '2025-04-01',
  startsOn: '2025-04-01',
  endsOn: '2026-03-31',
  recipient: {
    name: 'Kettle On',
    ids: ['GB-CHC-1052551', 'GB-COH-00738693', '360G-fund-kettle'],
    postcode: 'M33 2AB',
  },
}
const ROW =
  '360G-fund-1,Tea for all,GBP,"£2,500.50",2025-04-01,12,360G-fund-kettle,Kettle On,1052551,738693,m332ab,,GB-CHC-1000001,The Tea Fund,x'

test('a row is a grant', async () => {
  expect(await oneOf(ROW)).toEqual({ is: 'award', award: KETTLE, problems: [] })
})

test('the same in JSON is the same grant, in a list of its own or under "grants"; other keys are left alone', async () => {
  const grant = {
    id: '360G-fund-1',
    title: 'Tea for all',
    currency: 'GBP',
    amountAwarded: 2500.5,
    awardDate: '2025-04-01T00:00:00Z',
    plannedDates: [{ duration: 12 }],
    recipientOrganization: [
      {
        id: '360G-fund-kettle',
        name: 'Kettle On',
        charityNumber: '1052551',
        companyNumber: 738693,
        postalCode: 'M33 2AB',
        contactName: 'Somebody',
      },
    ],
    fundingOrganization: [{ id: 'GB-CHC-1000001', name: 'The Tea Fund' }],
    recipientWardName: 'Priory',
    ['__proto__']: { currency: 'USD' },
  }
  for (const json of [{ grants: [grant] }, [grant]])
    expect(await read(JSON.stringify(json), 'grants.json')).toEqual([
      { is: 'award', award: KETTLE, problems: [] },
    ])
})

/** A cell of ROW put in another way: column, what stands in it, what is then read or said. */
const CELLS: [about: string, row: string, expected: object][] = [
  ['euros keep no amount', ROW.replace('GBP', 'EUR'), { award: { ...KETTLE, amountPence: null } }],
  ['no currency is pounds', ROW.replace('GBP', ''), { award: KETTLE }],
  ['no amount', ROW.replace('"£2,500.50"', ''), { award: { ...KETTLE, amountPence: null } }],
  ['an amount in words', ROW.replace('"£2,500.50"', 'lots'), { award: { ...KETTLE, amountPence: null } }],
  ['no months: the end is unknown', ROW.replace(',12,', ',,'), { award: { ...KETTLE, endsOn: null } }],
  ['nought months say nothing', ROW.replace(',12,', ',0,'), { award: { ...KETTLE, endsOn: null } }],
  [
    'half a postcode is none',
    ROW.replace('m332ab', 'M33'),
    { award: { ...KETTLE, recipient: { ...KETTLE.recipient, postcode: null } } },
  ],
  ['a person', ROW.replace(',m332ab,,', ',m332ab,360G-fund-ind-1,'), { is: 'individual' }],
  ['a person in all but the column', ROW.replace('Kettle On', 'Individual'), { is: 'individual' }],
  ['no award date', ROW.replace('2025-04-01', ''), { is: 'refused' }],
  ['an award date that is none', ROW.replace('2025-04-01', 'spring'), { is: 'refused' }],
  ['an award date that may be two', ROW.replace('2025-04-01', '04/05/2025'), { is: 'refused' }],
  ['no id', ROW.replace('360G-fund-1', ''), { is: 'refused' }],
  ['no funder', ROW.replace('The Tea Fund', ''), { is: 'refused' }],
  [
    'nobody received it',
    '360G-fund-1,Tea,GBP,1,2025-04-01,,,,,,,,GB-CHC-1000001,The Tea Fund,',
    { is: 'refused' },
  ],
]
test.each(CELLS)('%s', async (_, row, expected) => {
  expect(await oneOf(row)).toMatchObject(expected)
})

test('a row that is refused says which cell and why', async () => {
  expect(await oneOf(ROW.replace('2025-04-01', '04/05/2025'))).toEqual({
    is: 'refused',
    problems: [
      {
        row: 2,
        field: 'Award Date',
        value: '04/05/2025',
        problem: 'may be day/month or month/day: nothing in the file says',
        did: 'left this row out',
      },
    ],
  })
})

test('one row with the 31st shows how all dates of the file are written', async () => {
  const both = await read(
    csv(
      ROW.replace('2025-04-01', '04/05/2025'),
      ROW.replace('2025-04-01', '31/05/2025').replace('fund-1', 'fund-2'),
    ),
  )
  expect(both.map((it) => (it.is === 'award' ? it.award.awardedOn : it.is))).toEqual([
    '2025-05-04',
    '2025-05-31',
  ])
})

test('commas in a number do not make two charities', async () => {
  const row = ROW.replace(',1052551,', ',"1,052,551",')
  const found = await oneOf(row)
  expect(found?.is === 'award' && found.award.recipient.ids).toEqual(['GB-COH-00738693', '360G-fund-kettle'])
})

test.each<[about: string, text: string, name: string, why: RegExp]>([
  ['a spreadsheet of something else', 'name,postcode\nKettle,M33 2AB', 'a.csv', /no column "Identifier"/],
  ['JSON of something else', '{"services":[]}', 'a.json', /no list of "grants"/],
  ['JSON cut off', '{"grants":[{"id":"3', 'a.json', /not whole JSON/],
  ['nothing', '', 'a.csv', /empty/],
])('%s is refused in a sentence', async (_, text, name, why) => {
  await expect(openGrants(fileOf(text, name))).rejects.toThrow(why)
})
