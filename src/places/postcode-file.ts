/** One door for files of places: postcode tables, outcode tables and boundary files. */
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readBoundaryFile } from './boundary-file.ts'
import { UnreadablePlaceFile, type PlaceFileTally, type Progress } from './place-file.ts'
import { readPostcodeTable } from './postcode-table-file.ts'
import type { GazetteerTables } from './gazetteer.ts'

/** Bytes looked at to tell what a file is. */
const HEAD = 1 << 16
/** GeoJSON is read whole: a bigger file holds finer lines than a map can show. Bytes. */
const BOUNDARIES_MAX = 40 << 20

/**
 * Reads a file of places into the tables, whatever its size: ONSPD, NSPL, Code-Point Open, a table of outcodes, any
 * CSV with a postcode and a point (degrees or National Grid), or boundaries and named points as GeoJSON. Reading the
 * same file again changes nothing. Ended postcodes are kept, since old addresses have them.
 * Throws UnreadablePlaceFile with one sentence where the file is none of these; rows before the fault stay.
 */
export async function readPostcodeFile(
  path: string,
  tables: GazetteerTables,
  progress: Progress = () => {},
): Promise<PlaceFileTally> {
  const name = basename(path)
  try {
    const head = await headOf(path)
    const start = head.bytes.toString('latin1').replace(/^(ï»¿)?\s*/, '')
    if (start.startsWith('PK'))
      throw new UnreadablePlaceFile('It is a ZIP archive. Unpack it and give the CSV file.')
    if (start.startsWith('{') || start.startsWith('[')) {
      if (head.size > BOUNDARIES_MAX)
        throw new UnreadablePlaceFile(
          `It is larger than ${BOUNDARIES_MAX >> 20} MB. Take the publisher's generalised boundaries instead.`,
        )
      return await readBoundaryFile(path, tables)
    }
    if (start === '') throw new UnreadablePlaceFile('It is empty.')
    return await readPostcodeTable(path, encodingOf(head.bytes), tables, progress)
  } catch (error) {
    if (error instanceof UnreadablePlaceFile)
      throw new UnreadablePlaceFile(`${name} is no file of places that can be read. ${error.message}`)
    throw error
  }
}

async function headOf(path: string): Promise<{ bytes: Buffer; size: number }> {
  const about = await stat(path).catch(() => null)
  if (!about) throw new UnreadablePlaceFile('There is no such file.')
  if (about.isDirectory()) throw new UnreadablePlaceFile('It is a folder.')
  if (!about.isFile()) throw new UnreadablePlaceFile('It is no ordinary file.')
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return { bytes: buffer.subarray(0, bytesRead), size: about.size }
  } finally {
    await file.close()
  }
}

/** UTF-8 where that is what it is; else Latin-1, as in old releases: only names of wards are ever concerned. */
function encodingOf(head: Buffer): BufferEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf8'
  } catch {
    return 'latin1'
  }
}
