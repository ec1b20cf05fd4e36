/** Reads a delimited text file of any size, record by record, with papaparse. Records are not lines: cells may hold line ends. */
import { EventEmitter } from 'node:events'
import Papa from 'papaparse'
import { Refused } from '../refused.ts'
import { textOf } from '../reading/decode.ts'
import { LARGEST_SPREADSHEET, lookAt, refuseOtherThings } from '../reading/file.ts'
import { distinctNames, findLayout } from '../reading/layout.ts'
import { plain, plainLines } from '../reading/lines.ts'
import type { Open, Row } from './records.ts'

/** Characters. A record longer than this has a quote that was opened and never closed. */
const LONGEST_RECORD = 8_000_000
/** More columns than any real sheet; each one costs memory in every row. */
const MOST_COLUMNS = 2_000
/** Characters looked at to find delimiter and header. */
const SAMPLE = 128 * 1024
/** Rows handed on at a time. */
const BATCH = 250

export const openSpreadsheet: Open = async (path, wanted, read = () => {}) => {
  const file = await lookAt(path, LARGEST_SPREADSHEET)
  refuseOtherThings(file)
  const text = await textOf(file, wanted.encoding, (bytes) => read(bytes, file.size))
  const chunks = text.chunks[Symbol.asyncIterator]()
  let start = ''
  let whole = false
  while (start.length < SAMPLE && !whole) {
    const next = await chunks.next()
    if (next.done) whole = true
    else start += next.value
  }
  start = start.replace(/^\ufeff/, '')
  const oldMac = !start.includes('\n')
  const sample = plain(start.slice(0, SAMPLE), oldMac)
  if (sample.trim() === '') throw new Refused(`${file.name} is empty.`)
  if (/^\s*[[{]\s*["{[]/.test(sample) && wanted.delimiter === undefined)
    throw new Refused(`${file.name} is JSON, not a CSV file.`)
  const layout = findLayout(sample, whole && start.length <= SAMPLE, wanted.known, wanted)
  if (layout.header.length > MOST_COLUMNS)
    throw new Refused(
      `${file.name} has ${layout.header.length.toLocaleString('en-GB')} columns; at most ${MOST_COLUMNS.toLocaleString('en-GB')} are read.`,
    )
  const columns = distinctNames(layout.header)
  const all = plainLines(joined(start, chunks), oldMac)
  const batches = rowsOf(file.name, all, layout.delimiter, layout.titles, columns.length)
  return { file: file.name, columns, loose: false, batches }
}

async function* joined(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* rowsOf(
  file: string,
  text: AsyncIterable<string>,
  delimiter: string,
  titles: number,
  width: number,
): AsyncGenerator<Row[]> {
  let number = 0
  let batch: Row[] = []
  for await (const { data, errors } of parsed(file, text, delimiter)) {
    const damaged = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
    let at = -1
    for (const cells of data) {
      at++
      number++
      if (number <= titles + 1 || isBlank(cells)) continue
      const damage = damaged.has(at) ? 'a quote stands in the middle of a quoted cell' : tooWide(cells, width)
      batch.push(damage ? { row: number, cells, damage } : { row: number, cells })
      if (batch.length === BATCH) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length) yield batch
}

const isBlank = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

/** Cells beyond the header's mean that the others may stand in the wrong column: a delimiter without quotes. */
function tooWide(cells: readonly string[], width: number): string | null {
  if (cells.length <= width || isBlank(cells.slice(width))) return null
  return `has ${cells.length} cells where the header has ${width}: a comma without quotes?`
}

type Piece = {
  data: string[][]
  errors: { type: string | undefined; code: string; row?: number | undefined }[]
}

/**
 * Papaparse's own streaming, fed by hand: it asks for a readable stream, but pieces pushed one at a time keep
 * reading, parsing and writing in step without a queue.
 */
async function* parsed(file: string, text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Piece> {
  const feed = Object.assign(new EventEmitter(), { readable: true, read() {}, pause() {}, resume() {} })
  let piece: Piece | null = null
  let pending = 0
  Papa.parse<string[]>(feed as unknown as NodeJS.ReadableStream, {
    delimiter,
    newline: '\n',
    chunk: (results: Piece) => {
      piece = results
    },
    complete() {},
    error: (error: Error) => {
      throw error
    },
  })
  const take = (): Piece => {
    const taken = piece ?? { data: [], errors: [] }
    piece = null
    return taken
  }
  let records = 0
  for await (const chunk of text) {
    if (chunk === '') continue
    feed.emit('data', chunk)
    const got = take()
    records += got.data.length
    pending = got.data.length ? chunk.length : pending + chunk.length
    if (pending > LONGEST_RECORD) throw new Refused(neverClosed(file, records + 1))
    yield got
  }
  feed.emit('end')
  const last = take()
  if (last.errors.some(({ code }) => code === 'MissingQuotes'))
    throw new Refused(neverClosed(file, records + last.data.length))
  yield last
}

const neverClosed = (file: string, row: number): string =>
  `${file}: a cell in row ${row} opens a quote that is never closed, so the rows after it cannot be told apart.`
