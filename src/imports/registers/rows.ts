/** A register's download as rows whose cells are asked for by the name of their column, whatever it was written as. */
import { basename } from 'node:path'
import { textOf } from '../reading/decode.ts'
import { lookAt, refuseOtherThings } from '../reading/file.ts'
import { objectsOf } from '../reading/json-array.ts'
import { columnName } from '../reading/layout.ts'
import { plain } from '../reading/lines.ts'
import { cellsOf, linesOf, tabRows } from '../reading/tab-text.ts'
import { Refused } from '../refused.ts'
import type { Row } from '../sources/records.ts'
import { openSpreadsheet } from '../sources/spreadsheet.ts'
import { cleaner } from '../transforms/cell.ts'
import { bcpRows } from './bcp.ts'

/** What stands in a column, tidied; "" where the register says nothing, or has no such column. */
export type Cells = (column: string) => string
/** `raw`: all that it says but the day of the download, to see whether it was said before. */
export type RegisterRow = { row: number; cells: Cells; raw: string } | { row: number; damage: string }
export type RegisterFile = {
  name: string
  /** Null: objects of JSON, of which each may have others. */
  columns: ReadonlySet<string> | null
  batches: AsyncIterable<RegisterRow[]>
}

/** Bytes. Several times the largest register there is. */
const LARGEST_REGISTER = 2_000_000_000
/** Characters of a cell; no register has anything longer to say. */
const LONGEST_CELL = 20_000

const clean = cleaner(['*****'])
const tidy = (cell: unknown): string => {
  if (cell === null || cell === undefined || typeof cell === 'object') return ''
  const text = String(cell)
  return clean(plain(text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text, false))
}

/** `known`: columns by which the header is found. Throws Refused. */
export async function openRegister(
  path: string,
  known: readonly string[],
  progress?: (bytes: number, of: number) => void,
): Promise<RegisterFile> {
  const name = basename(path)
  const file = await lookAt(path, LARGEST_REGISTER)
  refuseOtherThings(file)
  const start = file.head.subarray(0, 4_000).toString('latin1').replace(/^ï»¿/, '').replaceAll('\0', '')
  const text = async (named?: 'utf-8') =>
    (await textOf(file, named, (bytes) => progress?.(bytes, file.size))).chunks
  if (start.includes('@**@')) return bcpRows(name, await text(), tidy)
  // JSON is UTF-8 by its standard (RFC 8259): 400 MB need not be read twice to find that out.
  if (/^\s*[[{]/.test(start)) return { name, columns: null, batches: jsonRows(name, await text('utf-8')) }
  const [first = ''] = start.split('\n')
  if (first.includes('\t') && !first.includes('"')) return await tabFile(name, await text())
  const sheet = await openSpreadsheet(path, { known }, progress)
  return { name, columns: namesOf(sheet.columns), batches: named(sheet.batches, sheet.columns) }
}

const namesOf = (columns: readonly string[]): Set<string> => new Set(columns.map(columnName))

export async function* named(
  batches: AsyncIterable<readonly Row[]>,
  columns: readonly string[],
): AsyncGenerator<RegisterRow[]> {
  const places = new Map(columns.map((column, at) => [columnName(column), at]))
  const dated = places.get('date_of_extract')
  for await (const rows of batches)
    yield rows.map(({ row, cells, damage }) =>
      damage === undefined
        ? {
            row,
            cells: (column) => tidy(cells[places.get(column) ?? -1]),
            raw: (dated === undefined ? cells : cells.toSpliced(dated, 1)).join('\t'),
          }
        : { row, damage },
    )
}

async function tabFile(name: string, chunks: AsyncIterable<string>): Promise<RegisterFile> {
  const lines = linesOf(chunks)[Symbol.asyncIterator]()
  const first = await lines.next()
  const [header = '', ...others] = first.done ? [] : first.value
  const columns = cellsOf(header.replace(/^\ufeff/, '').replace(/\r$/, ''))
  async function* rest(): AsyncGenerator<string[]> {
    yield others
    for (let next = await lines.next(); !next.done; next = await lines.next()) yield next.value
  }
  return { name, columns: namesOf(columns), batches: named(tabRows(rest(), columns.length, 1), columns) }
}

async function* jsonRows(name: string, chunks: AsyncIterable<string>): AsyncGenerator<RegisterRow[]> {
  let row = 0
  for await (const texts of objectsOf(name, chunks)) yield texts.map((text) => jsonRow(++row, text))
  if (row === 0) throw new Refused(`${name} is a list with nothing in it.`)
}

/** Every row of a download begins with the day of it. */
const DATED = /"date_of_extract" *: *"[^"]*" *,?/

function jsonRow(row: number, text: string): RegisterRow {
  let object: { [column: string]: unknown } | null = null
  const cells = (column: string): string => {
    object ??= JSON.parse(text) as { [column: string]: unknown }
    return Object.hasOwn(object, column) ? tidy(object[column]) : ''
  }
  return { row, cells, raw: text.replace(DATED, '') }
}
