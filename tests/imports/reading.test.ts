/** What is read of a file: its encoding, its delimiter, its header, its records, and which are no files to import. */
import { mkdirSync, openSync, closeSync, ftruncateSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSpreadsheet } from '../../src/imports/sources/spreadsheet.ts'
import { fileOf } from './workshop.ts'

const KNOWN = ['name', 'postcode']
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
/** Text of which every character is one byte in Windows-1252. */
const western = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => ({ '–': 0x96, '’': 0x92, '€': 0x80 })[sign] ?? sign.charCodeAt(0))

async function read(
  bytes: string | Uint8Array,
  wanted = {},
): Promise<{ columns: string[]; rows: [number, ...string[]][] }> {
  const records = await openSpreadsheet(fileOf(bytes), { known: KNOWN, ...wanted })
  const rows: [number, ...string[]][] = []
  for await (const batch of records.batches)
    for (const { row, cells, damage } of batch)
      rows.push([row, ...cells, ...(damage ? [`DAMAGE ${damage}`] : [])])
  return { columns: [...records.columns], rows }
}

const CAFE: [number, string, string] = [2, 'Café – Sale’s', 'M33 2AB']
test.each([
  ['UTF-8', 'name,postcode\nCafé – Sale’s,M33 2AB\n'],
  ['UTF-8 with a mark', '\ufeffname,postcode\nCafé – Sale’s,M33 2AB\n'],
  ['UTF-16LE with a mark', utf16('name,postcode\r\nCafé – Sale’s,M33 2AB\r\n', false, true)],
  ['UTF-16BE with a mark', utf16('name,postcode\nCafé – Sale’s,M33 2AB\n', true, true)],
  ['UTF-16LE without a mark', utf16(`name,postcode\nCafé – Sale’s,M33 2AB\n`, false, false)],
  ['Windows-1252', western('name,postcode\r\nCafé – Sale’s,M33 2AB\r\n')],
  ['semicolons', 'name;postcode\nCafé – Sale’s;M33 2AB\n'],
  ['tabs', 'name\tpostcode\nCafé – Sale’s\tM33 2AB'],
  ['bars', 'name|postcode\nCafé – Sale’s|M33 2AB'],
  ['old Mac lines', 'name,postcode\rCafé – Sale’s,M33 2AB\r'],
  ['no line end at the end', 'name,postcode\nCafé – Sale’s,M33 2AB'],
  ['quoted cells', '"name","postcode"\n"Café – Sale’s","M33 2AB"\n'],
  ['another case and blanks in the header', ' NAME , Postcode\nCafé – Sale’s,M33 2AB\n'],
  ['NUL characters', 'name,postcode\nCafé\0 – Sale’s,M33 2AB\n'],
  ['blank lines at the end', 'name,postcode\nCafé – Sale’s,M33 2AB\n,\n\n,\n'],
])('%s', async (_, bytes) => expect((await read(bytes)).rows).toEqual([CAFE]))

test('some lines in Windows-1252 among UTF-8', async () => {
  const utf8 = Buffer.from('name,postcode\nCafé – Sale’s,M33 2AB\n')
  const mixed = Buffer.concat([utf8, western('Café – Sale’s,M33 2AC\n')])
  expect((await read(mixed)).rows).toEqual([CAFE, [3, 'Café – Sale’s', 'M33 2AC']])
})

describe('records', () => {
  test.each<[string, string, [number, ...string[]][]]>([
    [
      'a cell of several lines is one record',
      'name,postcode\n"a\nb\r\nc",M1\nd,M2',
      [
        [2, 'a\nb\nc', 'M1'],
        [3, 'd', 'M2'],
      ],
    ],
    ['a stray return inside a cell', 'name,postcode\na\rb,M1\n', [[2, 'a b', 'M1']]],
    [
      'blank lines are counted, not read',
      'name,postcode\n\na,M1\n\nb,M2',
      [
        [3, 'a', 'M1'],
        [5, 'b', 'M2'],
      ],
    ],
    ['title lines stand above the header', 'My list,\n2026,\nname,postcode\na,M1', [[4, 'a', 'M1']]],
    ['short rows', 'name,x,postcode\na\n', [[2, 'a']]],
    ['empty cells too many', 'name,postcode\na,M1,,\n', [[2, 'a', 'M1', '', '']]],
    [
      'cells too many',
      'name,postcode\na,b,M1\n',
      [[2, 'a', 'b', 'M1', 'DAMAGE has 3 cells where the header has 2: a comma without quotes?']],
    ],
    ['a quote inside a cell', 'name,postcode\n5" pipe,M1\n', [[2, '5" pipe', 'M1']]],
    ['doubled quotes', 'name,postcode\n"the ""big"" one",M1\n', [[2, 'the "big" one', 'M1']]],
    ['a formula is text', 'name,postcode\n=1+1,M1\n', [[2, '=1+1', 'M1']]],
    [
      'a header of one column',
      'name\na\nb',
      [
        [2, 'a'],
        [3, 'b'],
      ],
    ],
  ])('%s', async (_, text, rows) => expect((await read(text)).rows).toEqual(rows))

  test('repeated and blank column names are told apart', async () => {
    const { columns } = await read('name,,name,NAME,postcode\na,b,c,d,M1')
    expect(columns).toEqual(['name', 'column 2', 'name (2)', 'NAME (3)', 'postcode'])
  })
  test('cells that straddle the pieces a file is read in', async () => {
    const long = 'ä'.repeat(300_000)
    const { rows } = await read(`name,postcode\n"${long}\n""x""",M1\nb,M2\n`)
    expect(rows).toEqual([
      [2, `${long}\n"x"`, 'M1'],
      [3, 'b', 'M2'],
    ])
  })
  test('a delimiter that is named wins', async () =>
    expect((await read('name*postcode\na,b*M1', { delimiter: '*' })).rows).toEqual([[2, 'a,b', 'M1']]))
  test('an encoding that is named wins', async () =>
    expect((await read('name,postcode\ncafé,M1', { encoding: 'windows-1252' })).rows).toEqual([
      [2, 'cafÃ©', 'M1'],
    ]))
})

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
const folder = `${fileOf('x')}-folder`
mkdirSync(folder)
const sparse = fileOf('')
const handle = openSync(sparse, 'r+')
ftruncateSync(handle, 2_000_000_000)
closeSync(handle)

test.each([
  ['there is none', () => '/no/such/file.csv', 'There is no file /no/such/file.csv.'],
  ['a folder', () => folder, `${folder} is a folder, not a file.`],
  ['empty', () => fileOf(''), 'list.csv is empty.'],
  ['blank', () => fileOf(' \n \n'), 'list.csv is empty.'],
  ['a picture', () => fileOf(PNG), 'list.csv is a picture, not a CSV file.'],
  ['Excel', () => fileOf('PK\u0003\u0004…'), 'list.csv is an Excel or ZIP file: open it and save it as CSV.'],
  ['a PDF', () => fileOf('%PDF-1.7'), 'list.csv is a PDF, not a CSV file.'],
  [
    'a web page',
    () => fileOf('<!DOCTYPE html><p>404'),
    'list.csv is a web page, not a CSV file: download the file itself.',
  ],
  ['JSON', () => fileOf('[{"name": 1}]'), 'list.csv is JSON, not a CSV file.'],
  [
    'noise',
    () => fileOf(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32)),
    'list.csv is not a text file: save the spreadsheet as CSV.',
  ],
  ['2 GB', () => sparse, 'list.csv is 2,000 MB large; at most 500 MB are read.'],
  [
    '10,000 columns',
    () => fileOf(`${'name,'.repeat(9_999)}postcode\na`),
    'list.csv has 10,000 columns; at most 2,000 are read.',
  ],
  [
    'a quote never closed',
    () => fileOf('name,postcode\na,M1\n"b,M2\nc,M3\n'),
    'list.csv: a cell in row 3 opens a quote that is never closed, so the rows after it cannot be told apart.',
  ],
])('refused with one sentence: %s', async (_, path, sentence) => {
  const reading = openSpreadsheet(path(), { known: KNOWN }).then(async ({ batches }) => {
    for await (const batch of batches) void batch
  })
  await expect(reading).rejects.toThrow(sentence)
})
