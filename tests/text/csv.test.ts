import { expect, test } from 'vitest'
import { csvCell, csvOf } from '../../src/text/csv.ts'

test.each([
  ['plain', 'plain'],
  ['=HYPERLINK("http://example.org")', '"\'=HYPERLINK(""http://example.org"")"'],
  ['+44 161', "'+44 161"],
  ['-2', "'-2"],
  ['@here', "'@here"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['Tea, cake', '"Tea, cake"'],
  ['say "hello"', '"say ""hello"""'],
  ['two\nlines', '"two\nlines"'],
  [-2, '-2'],
  [null, ''],
  ['', ''],
])('%j', (value, cell) => expect(csvCell(value)).toBe(cell))

test('a file: a mark for UTF-8, lines as the standard has them', () =>
  expect(
    csvOf([
      ['Angen', 'n'],
      ['Bwyd', 2],
    ]),
  ).toBe('\uFEFFAngen,n\r\nBwyd,2\r\n'))
