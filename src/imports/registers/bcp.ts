/** The register's dumps of before 2020: cells end in "@**@", records in "*@@*", and what each cell is goes by the file's name. */
import { Refused } from '../refused.ts'
import type { RegisterFile, RegisterRow } from './rows.ts'

const CELL = '@**@'
const MARKS = /@\*\*@|\*@@\*/g
/** Characters of one record. */
const LONGEST_RECORD = 2_000_000

/** Columns of the files that are read, as the Commission's guide to them has it. */
const LAYOUTS: { [table: string]: readonly string[] } = {
  extract_charity: [
    'regno',
    'subno',
    'name',
    'orgtype',
    'gd',
    'aob',
    'aob_defined',
    'nhs',
    'ha_no',
    'corr',
    'add1',
    'add2',
    'add3',
    'add4',
    'add5',
    'postcode',
    'phone',
    'fax',
  ],
  extract_registration: ['regno', 'subno', 'regdate', 'remdate', 'remcode'],
  extract_remove_ref: ['code', 'text'],
  extract_main_charity: [
    'regno',
    'coyno',
    'trustees',
    'fyend',
    'welsh',
    'incomedate',
    'income',
    'grouptype',
    'email',
    'web',
  ],
}

/** Which of the old tables a file is, by its name: "RegPlusExtract/extract_charity.bcp". */
export const tableOf = (name: string): string | null =>
  /extract_(charity|registration|remove_ref|main_charity)(?=\.[a-z]+$)/i.exec(name)?.[0].toLowerCase() ?? null

export function bcpRows(
  name: string,
  chunks: AsyncIterable<string>,
  tidy: (cell: unknown) => string,
): RegisterFile {
  const columns = LAYOUTS[tableOf(name) ?? '']
  if (columns === undefined) throw new Refused(`${name} is a dump of a table that is not read here.`)
  return { name, columns: new Set(columns), batches: records(name, chunks, columns, tidy) }
}

async function* records(
  name: string,
  chunks: AsyncIterable<string>,
  columns: readonly string[],
  tidy: (cell: unknown) => string,
): AsyncGenerator<RegisterRow[]> {
  const places = new Map(columns.map((column, at) => [column, at]))
  let row = 0
  const read = (cells: readonly string[]): RegisterRow => {
    row++
    if (cells.length !== columns.length)
      return { row, damage: `has ${cells.length} cells where there are ${columns.length}` }
    return { row, cells: (column) => tidy(cells[places.get(column) ?? -1]), raw: cells.join('\t') }
  }
  let held = ''
  for await (const chunk of chunks) {
    const { rows, rest } = parted(held + chunk)
    held = rest
    if (held.length > LONGEST_RECORD) throw new Refused(`${name}: a record does not end.`)
    if (rows.length > 0) yield rows.map(read)
  }
  if (held.trim() !== '') yield [read(held.split(CELL))]
}

/** From left to right: between two empty cells stands "@**@@**@", which holds the end of a record and is none. */
function parted(text: string): { rows: string[][]; rest: string } {
  const rows: string[][] = []
  let cells: string[] = []
  let from = 0
  let begun = 0
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    cells.push(text.slice(from, index))
    from = index + mark.length
    if (mark === CELL) continue
    rows.push(cells)
    cells = []
    begun = from
  }
  return { rows, rest: text.slice(begun) }
}
