/** The transforms a profile may name, in one table. A new one is one line here and a row in its test. */
import { fixWhitespace } from './cell.ts'
import { findEmail, findPhone, findUrl } from './contacts.ts'
import { dayOf, pence } from './figures.ts'
import { firstSentence, repairMojibake, stripHtml, titleCase } from './words.ts'

/** What a transform makes of a cell that is not empty. `problem` is reported and the cell left out. */
export type Transformed = string | { problem: string }
export type Transform = (cell: string) => Transformed

const orProblem = (value: string | number | null, problem: string): Transformed =>
  value === null || value === '' ? { problem } : String(value)

/** Cells are trimmed and the spellings of "nothing" emptied before any of these; "trim" and "none" are for readers. */
export const TRANSFORMS: { [name: string]: Transform } = {
  trim: fixWhitespace,
  none: (cell) => cell,
  'fix-whitespace': fixWhitespace,
  'strip-html': (cell) => {
    const bare = stripHtml(cell)
    return bare === cell ? cell : fixWhitespace(bare)
  },
  'repair-mojibake': repairMojibake,
  'title-case': titleCase,
  'one-line': (cell) => cell.replace(/\s*\n\s*/g, ', ').replace(/,\s*,/g, ','),
  'first-sentence': (cell) => firstSentence(cell, 160),
  mailto: (cell) => cell.replace(/^mailto:/i, ''),
  /** Strict: the cell should hold one. */
  phone: (cell) => orProblem(findPhone(cell), 'is not a UK telephone number'),
  email: (cell) => orProblem(findEmail(cell), 'is not an e-mail address'),
  url: (cell) => {
    const { url, problem } = findUrl(cell)
    return problem === undefined ? url : { problem }
  },
  /** For cells that may hold a telephone number, an e-mail address, both or neither: what is not there is no problem. */
  'find-phone': findPhone,
  'find-email': findEmail,
  money: (cell) => orProblem(pence(cell), 'is not an amount of money'),
  'uk-date': (cell) => orProblem(dayOf(cell), 'is not a date'),
  'small-letters': (cell) => cell.toLowerCase(),
}
