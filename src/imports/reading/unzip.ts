/**
 * Downloads that come as ZIP: their files are unpacked into a folder that is gone afterwards. How much comes out is bounded by
 * what really comes out: a file of a few kilobytes can say that it is small and be a terabyte.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Refused, sayError } from '../refused.ts'

/** Bytes of all files of one ZIP, unpacked. Several times the largest register there is. */
const MOST_UNPACKED = 2_000_000_000
/** Files in one ZIP. */
const MOST_FILES = 100

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])

export type Unpacked = {
  paths: string[]
  /** A place for files of this run alone; gone with `remove`. */
  folder: string
  remove: () => Promise<void>
}

/** Paths of files, each ZIP replaced by what is in it. Throws Refused. */
export async function unpacked(given: readonly string[], most = MOST_UNPACKED): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'fingerpost-read-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const paths: string[] = []
    for (const path of given)
      paths.push(...((await isZip(path)) ? await unpackOne(path, folder, paths.length, most) : [path]))
    return { paths, folder, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return false // whoever reads it next says why not
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.equals(ZIP)
  } catch {
    return false
  } finally {
    await file.close()
  }
}

async function unpackOne(path: string, folder: string, nth: number, most: number): Promise<string[]> {
  const name = basename(path)
  const zip = await openPromise(path).catch((error: unknown) => {
    throw new Refused(`${name} is a ZIP file that cannot be opened: ${sayError(error)}.`)
  })
  try {
    return await unpackAll(zip, join(folder, String(nth)), most)
  } catch (error) {
    if (error instanceof Refused) throw new Refused(`${name} ${error.message}`)
    throw new Refused(`${name} is a ZIP file that is damaged: ${sayError(error)}.`)
  } finally {
    zip.close()
  }
}

async function unpackAll(zip: ZipFile, stem: string, most: number): Promise<string[]> {
  const paths: string[] = []
  let left = most
  for await (const entry of zip.eachEntry()) {
    if (isNoFile(entry)) continue
    if (paths.length >= MOST_FILES) throw new Refused(`has more than ${MOST_FILES} files in it.`)
    if (entry.uncompressedSize > left) throw tooLarge(most)
    // Never under the path that the ZIP names: only its last part, behind a stem of ours.
    const to = `${stem}-${paths.length}-${basename(entry.fileName).replace(/[^\w.-]+/g, '_')}`
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        left -= chunk.length
        done(left < 0 ? tooLarge(most) : null, chunk)
      },
    })
    await pipeline(await zip.openReadStreamPromise(entry), counted, createWriteStream(to, { mode: 0o600 }))
    paths.push(to)
  }
  if (paths.length === 0) throw new Refused('is a ZIP file with nothing in it.')
  return paths
}

const isNoFile = ({ fileName }: Entry): boolean =>
  fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || basename(fileName).startsWith('.')

const tooLarge = (most: number): Refused =>
  new Refused(
    `holds more than ${Math.floor(most / 1_000_000).toLocaleString('en-GB')} MB once it is unpacked.`,
  )
