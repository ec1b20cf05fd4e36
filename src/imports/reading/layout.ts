/** Where the columns of a spreadsheet are parted, and which of its first records is the header. */
import Papa from 'papaparse'

export const DELIMITERS = [',', ';', '\t', '|'] as const
/** Records above the header that are looked through for it. */
const HEADER_WITHIN = 30

export type Layout = { delimiter: string; /** Records above the header. */ titles: number; header: string[] }

/**
 * Finds delimiter and header in the beginning of a file. `sample` may end in the middle of a record.
 * `known` are the columns a profile speaks of: the record that has most of them is the header.
 */
export function findLayout(
  sample: string,
  whole: boolean,
  known: readonly string[],
  named: { delimiter?: string; titles?: number },
): Layout {
  const wanted = new Set(known.map(columnName))
  const choices = named.delimiter ? [named.delimiter] : DELIMITERS
  const tried = choices.map((delimiter) => {
    const records = parse(sample, delimiter, whole)
    const titles = named.titles ?? findHeader(records, wanted)
    const header = records[titles] ?? []
    return { delimiter, titles, header, score: score(records.slice(titles), header, wanted) }
  })
  const [best] = tried.toSorted((a, b) => b.score - a.score)
  return { delimiter: best?.delimiter ?? ',', titles: best?.titles ?? 0, header: best?.header ?? [] }
}

function parse(sample: string, delimiter: string, whole: boolean): string[][] {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n' })
  return whole || data.length < 2 ? data : data.slice(0, -1)
}

/** How two spellings of a column's name are known to be one: case, blanks and a stray mark do not matter. */
export const columnName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

const filled = (record: readonly string[]): number => record.filter((cell) => cell.trim() !== '').length

function findHeader(records: string[][], wanted: Set<string>): number {
  const first = records.slice(0, HEADER_WITHIN)
  const hits = first.map((record) => record.filter((cell) => wanted.has(columnName(cell))).length)
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  // Nothing known: the first record nearly as wide as the widest. Titles above it fill one or two cells.
  const widest = Math.max(0, ...first.map(filled))
  return Math.max(
    0,
    first.findIndex((record) => filled(record) >= Math.max(1, widest * 0.6)),
  )
}

/** Known columns first; then how many records are as wide as the header, for headers of more than one cell. */
function score(records: string[][], header: string[], wanted: Set<string>): number {
  const hits = header.filter((cell) => wanted.has(columnName(cell))).length
  const full = records.filter((record) => filled(record) > 0)
  const even = full.filter((record) => record.length === header.length).length / Math.max(1, full.length)
  return hits * 10 + (header.length > 1 ? even + Math.min(header.length, 50) / 100 : 0)
}

/** Column names that differ: a blank one is "column 5", a repeated one gets " (2)". */
export function distinctNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, at) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `column ${at + 1}`
    const times = (seen.get(columnName(name)) ?? 0) + 1
    seen.set(columnName(name), times)
    return times === 1 ? name : `${name} (${times})`
  })
}
