/** Reads a postcode table of any size, row by row, into the gazetteer. Files: ONSPD, NSPL, Code-Point Open, own CSVs. */
import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { checkPoint, type BadPoint } from './geo.ts'
import { fromGrid } from './grid.ts'
import { middles, towns } from './middles.ts'
import { parsePostcode, type NoPostcode } from './postcode.ts'
import { layoutOf, type PostcodeLayout } from './postcode-layout.ts'
import type { LatLng } from '../listings/listing.ts'
import type { GazetteerTables, OutcodeRow, PlaceNameRow, PostcodeRow } from './gazetteer.ts'
import { newTally, refuse, UnreadablePlaceFile, type PlaceFileTally, type Progress } from './place-file.ts'

/** Rows written at a time: one transaction each. */
const BATCH = 5_000
/** Bytes read at a time. */
const PIECE = 1 << 16
/** Latitude that ONS gives a postcode without a place. */
const NO_GRID_REFERENCE = 99
/** ONS's codes for "no such area here": E99999999, L99999999… */
const NO_AREA = /9{8}$/
const LOOKS_FULL = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/

export async function readPostcodeTable(
  path: string,
  encoding: BufferEncoding,
  tables: GazetteerTables,
  progress: Progress,
): Promise<PlaceFileTally> {
  const gathered = gatherer()
  let layout: PostcodeLayout | null = null
  let line = 0
  await eachPiece(path, encoding, async (rows, bytes) => {
    for (const row of rows) {
      line += 1
      if (layout === null) {
        const found = layoutOf(row)
        if ('missing' in found) throw new UnreadablePlaceFile(missingWords(found.missing))
        layout = found
        gathered.tally.kind = found.kind
        if (found.header) continue
      }
      addRow(gathered, row, line, layout)
    }
    await writePostcodes(gathered, tables, false)
    progress({ bytes, rows: gathered.tally.rows })
  })
  await writePostcodes(gathered, tables, true)
  await writeMiddles(gathered, tables)
  return gathered.tally
}

function missingWords(missing: 'header' | 'postcode' | 'point'): string {
  if (missing === 'header') return 'It has no line with the names of its columns.'
  if (missing === 'postcode') return 'It has no column named "postcode" or "pcds".'
  return 'It has neither columns named "lat" and "long" nor "eastings" and "northings".'
}

/** papaparse over a stream, held back while a piece is being written. */
function eachPiece(
  path: string,
  encoding: BufferEncoding,
  work: (rows: string[][], bytes: number) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = createReadStream(path, { encoding, highWaterMark: PIECE })
    Papa.parse<string[]>(stream, {
      skipEmptyLines: true,
      chunk: ({ data }, parser) => {
        parser.pause()
        work(data, stream.bytesRead).then(
          () => parser.resume(),
          (error: unknown) => {
            // Before abort(), which reports the reading as complete.
            reject(error)
            parser.abort()
            stream.destroy()
          },
        )
      },
      complete: () => resolve(),
      error: reject,
    })
  })
}

type Point = { is: 'ok'; point: LatLng } | { is: 'none' } | { is: 'bad'; why: BadPoint }

/** Degrees before metres, but for outcodes: the one table of them that goes round has its degrees on the old datum. */
function pointOf(row: readonly string[], { degrees, grid }: PostcodeLayout, outcode: boolean): Point {
  const metres = grid && fromGrid(number(row[grid.east]), number(row[grid.north]))
  if (metres && (outcode || !degrees)) return { is: 'ok', point: metres }
  if (!degrees) return { is: 'none' }
  const [lat, lng] = [number(row[degrees.lat]), number(row[degrees.lng])]
  if (Number.isNaN(lat) || Number.isNaN(lng) || lat > NO_GRID_REFERENCE)
    return metres ? { is: 'ok', point: metres } : { is: 'none' }
  return checkPoint(lat, lng)
}

/** A cell is a window on the whole piece of the file, and would keep it in memory. */
const ownCopy = (text: string) => Buffer.from(text).toString()
const nothing = () => null

const number = (cell: string | undefined) => (cell?.trim() ? Number(cell) : NaN)

/** Rows waiting to be written, and the middles that come of all of them. */
type Gathered = ReturnType<typeof gatherer>
function gatherer() {
  return {
    tally: newTally('postcodes'),
    postcodeRows: [] as PostcodeRow[],
    outcodeRows: [] as OutcodeRow[],
    sectors: middles<null>(),
    outcodes: middles<null>(),
    areas: middles<{ name: string; kind: 'ward' | 'district' }>(),
    towns: towns(),
  }
}

function addRow(to: Gathered, row: readonly string[], line: number, layout: PostcodeLayout): void {
  to.tally.rows += 1
  const value = row[layout.postcode]?.trim() ?? ''
  const read = readCell(value)
  if (read.is === 'none') return refuse(to.tally, { row: line, value, why: read.why })
  if (read.is === 'sector') return refuse(to.tally, { row: line, value, why: 'not-a-postcode' })
  const found = pointOf(row, layout, read.is === 'outcode')
  if (found.is === 'none') return refuse(to.tally, { row: line, value, why: 'no-point' })
  if (found.is === 'bad') return refuse(to.tally, { row: line, value, why: found.why })
  to.tally.kept += 1
  const { point } = found
  if (read.is === 'outcode') return addOutcode(to, read.outcode, point, row, layout)
  const codes = areasOf(row, layout)
  to.postcodeRows.push({ postcode: read.postcode, ...point, areaCodes: codes.map(({ code }) => code) })
  // An ended postcode still tells where an old address is; it no longer tells where its sector is.
  if (layout.ended !== null && row[layout.ended]?.trim()) {
    to.tally.ended += 1
    return
  }
  to.sectors.add(read.sector, nothing, point)
  to.outcodes.add(read.outcode, nothing, point)
  for (const { code, name, kind } of codes)
    if (name) to.areas.add(code, () => ({ name: ownCopy(name), kind }), point)
}

function addOutcode(
  to: Gathered,
  outcode: string,
  point: LatLng,
  row: readonly string[],
  layout: PostcodeLayout,
): void {
  to.tally.kind = 'outcodes'
  const names = (layout.town === null ? '' : (row[layout.town] ?? '')).split(',').map((name) => name.trim())
  to.outcodeRows.push({ outcode, ...point, town: names[0] || null })
  for (const name of names) if (name) to.towns.add(name, point)
}

/** Whole batches; at the `end`, what is left as well. */
async function writePostcodes(from: Gathered, tables: GazetteerTables, end: boolean): Promise<void> {
  while (from.postcodeRows.length >= (end ? 1 : BATCH))
    await tables.putPostcodes(from.postcodeRows.splice(0, BATCH))
}

async function writeMiddles(from: Gathered, tables: GazetteerTables): Promise<void> {
  await tables.putOutcodes(from.outcodeRows)
  await tables.putOutcodes(from.sectors.all().map(([sector, { point }]) => outcodeRow(sector, point)))
  // A table of one district holds only a corner of its neighbours' outcodes: a middle that is known stays.
  const seen = from.outcodes.all()
  const known = await tables.outcodes(seen.map(([outcode]) => outcode))
  const missing = seen.filter(([outcode]) => !known.has(outcode))
  await tables.putOutcodes(missing.map(([outcode, { point }]) => outcodeRow(outcode, point)))
  const names: PlaceNameRow[] = [
    ...from.areas.all().map(([, { about, point, count }]) => ({ ...about, ...point, weight: count })),
    ...from.towns
      .all()
      .map(({ about, point, count }) => ({ name: about, kind: 'town' as const, ...point, weight: count })),
  ]
  await tables.putPlaceNames(names)
}

const outcodeRow = (outcode: string, point: LatLng): OutcodeRow => ({ outcode, ...point, town: null })

type Cell =
  | { is: 'full'; postcode: string; sector: string; outcode: string }
  | { is: 'sector' }
  | { is: 'outcode'; outcode: string }
  | { is: 'none'; why: NoPostcode }

/** Most rows are written well: those need no reading. */
function readCell(cell: string): Cell {
  if (!LOOKS_FULL.test(cell)) return parsePostcode(cell)
  return { is: 'full', postcode: cell, sector: cell.slice(0, -2), outcode: cell.slice(0, -4) }
}

function areasOf(row: readonly string[], { areas }: PostcodeLayout) {
  return areas.flatMap(({ kind, code, name }) => {
    const value = row[code]?.trim() ?? ''
    const label = name === null ? '' : (row[name]?.trim() ?? '')
    return value === '' || NO_AREA.test(value) ? [] : [{ kind, code: value, name: label }]
  })
}
