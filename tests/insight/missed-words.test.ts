/** Which words may be counted at all: nothing that may be somebody. */
import { expect, test } from 'vitest'
import { countableWords, markOf, quarterOf } from '../../src/insight/missed-words.ts'

test.each([
  ['kabaddi', 'kabaddi'],
  ['Kabaddi', 'kabaddi'],
  ['  korean   cooking class ', 'korean cooking class'],
  ['beekeeping m33', 'beekeeping'],
  ['gwenyn', 'gwenyn'],
  // Somebody's name, as names are written.
  ['Jane Smith', null],
  ['help for Jane', null],
  ['JANE SMITH', null],
  ['mr smith', null],
  // A number, an address, an e-mail, a link.
  ['0161 496 0100', null],
  ['12 acacia avenue', null],
  ['nhs number 4857773456', null],
  ['beekeeping m33 2ab', null],
  ['jane@example.org', null],
  ['www.example.org', null],
  ['https://example.org/x', null],
  // A story.
  ['my husband left me', null],
  ['i want to die', null],
  ['dwi am siarad gyda fy merch', null],
  ['somewhere warm to sit and talk on sundays', null],
  ['supercalifragilisticexpialidocious', null],
  ['a'.repeat(81), null],
  ['', null],
  ['...', null],
])('"%s" is counted as %o', (typed, words) => {
  expect(countableWords(typed)).toBe(words)
})

test('a mark cannot be told from chance, and another quarter or secret makes another', () => {
  const mark = markOf('secret', '2026-Q4', 'kabaddi')
  expect(mark).not.toContain('kabaddi')
  expect(markOf('secret', '2026-Q4', 'kabaddi')).toBe(mark)
  expect(markOf('secret', '2027-Q1', 'kabaddi')).not.toBe(mark)
  expect(markOf('other', '2026-Q4', 'kabaddi')).not.toBe(mark)
})

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('%s is in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})
