/**
 * Tab-separated text as registers write it: no quotes, and a tab or a line end inside a cell has a backslash before it, or
 * nothing at all. A record that is too short goes on in the next line.
 */
import type { Row } from '../sources/records.ts'

/** Lines that one record may go over. */
const MOST_LINES = 200

/** Characters of a line. */
const LONGEST_LINE = 1_000_000

export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let held = ''
  for await (const chunk of chunks) {
    const lines = (held + chunk).split('\n')
    held = lines.pop() ?? ''
    if (held.length > LONGEST_LINE) {
      lines.push(held)
      held = ''
    }
    if (lines.length > 0) yield lines
  }
  if (held !== '') yield [held]
}

/** `width`: of the header. The first line is row 1. */
export async function* tabRows(
  lines: AsyncIterable<readonly string[]>,
  width: number,
  from: number,
): AsyncGenerator<Row[]> {
  let number = from
  let begun: Begun | null = null
  for await (const many of lines) {
    const rows: Row[] = []
    for (const given of many) {
      number++
      const line = given.endsWith('\r') ? given.slice(0, -1) : given
      if (begun === null && line.trim() === '') continue
      const before: Begun = begun ?? { row: number, text: '', lines: 0 }
      const text = before.lines === 0 ? line : `${before.text}\n${line}`
      const cells = cellsOf(text)
      begun = null
      if (cells.length === width) rows.push({ row: before.row, cells })
      else if (before.lines > 0 && (cells.length > width || before.lines >= MOST_LINES))
        rows.push(tooShort(before, width), rowOf(number, cellsOf(line), width))
      else if (cells.length > width) rows.push(rowOf(number, cells, width))
      else begun = { row: before.row, text, lines: before.lines + 1 }
    }
    yield rows
  }
  if (begun !== null) yield [tooShort(begun, width)]
}

type Begun = { row: number; text: string; lines: number }

function rowOf(row: number, cells: string[], width: number): Row {
  return cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')
    ? { row, cells, damage: `has ${cells.length} cells where the header has ${width}` }
    : { row, cells }
}

function tooShort({ row, text }: Begun, width: number): Row {
  const cells = cellsOf(text)
  return { row, cells, damage: `has ${cells.length} cells where the header has ${width}` }
}

export function cellsOf(text: string): string[] {
  if (!text.includes('\\')) return text.split('\t').map(unquoted)
  return text
    .split(/(?<!\\)\t/)
    .map((cell) => unquoted(cell.replace(/\\([\t\n\\"])/g, '$1').replace(/\\$/, '')))
}

/** Spreadsheet programs put quotes round a cell that has one in it. */
const unquoted = (cell: string): string =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell
