/** What lies under the map besides the outline: an archive of our own, or the address of a tile server. */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { BadSetting, type Config } from './config.ts'
import { inRoot } from './root.ts'
import type { Site } from './site.ts'

/**
 * `url`: with {z}, {x} and {y}, or of an archive. `credit`: whose tiles they are, as plain words. `closest`: the last zoom
 * that there are tiles for; nearer ones are drawn from those.
 */
export type Tiles = { url: string; credit: string; closest: number }

/** Where the site serves its own archive. */
const OWN = '/tiles/map.pmtiles'
/** Maps of both kinds are mostly made of it, and it asks to be named. */
const USUAL_CREDIT = '© OpenStreetMap contributors'
/** First bytes of an archive: its name, and the version that is read. Further on stands its last zoom. */
const MAGIC = Buffer.from('PMTiles\u0003')
const HEADER = 127
const LAST_ZOOM_AT = 101
/** Zoom that tile servers have. */
const SERVED_ZOOM = 19
/**
 * The most that is given at once: the library asks for a few kilobytes at a time. What a slow reader has not taken yet
 * stands in memory, so that a whole archive is never given. Bytes.
 */
const LARGEST_PIECE = 2 * 1024 * 1024

const pathOf = (setting: string): string => (isAbsolute(setting) ? setting : inRoot(setting))

/** null: the outline only, also where the archive cannot be read any more. */
export async function tilesOf({ pmtiles, tilesUrl }: Config, { map }: Site): Promise<Tiles | null> {
  const credit = map.credit ?? USUAL_CREDIT
  if (pmtiles === null) return tilesUrl === null ? null : { url: tilesUrl, credit, closest: SERVED_ZOOM }
  const header = await headerOf(pmtiles)
  return header === null ? null : { url: OWN, credit, closest: header.readUInt8(LAST_ZOOM_AT) }
}

/** null where no such file can be read. */
async function headerOf(pmtiles: string): Promise<Buffer | null> {
  const file = await open(pathOf(pmtiles)).catch(() => null)
  if (file === null) return null
  return file
    .read(Buffer.alloc(HEADER), 0, HEADER, 0)
    .then(
      ({ buffer }) => buffer,
      // A folder opens, but cannot be read.
      () => null,
    )
    .finally(() => file.close())
}

/** Throws BadSetting where PMTILES names no archive that can be read. */
export async function checkArchive({ pmtiles }: Pick<Config, 'pmtiles'>): Promise<void> {
  if (pmtiles === null) return
  const bad = (why: string) =>
    new BadSetting(`The setting PMTILES ("${pmtiles}") cannot be used: ${why}. See "PMTILES" in README.md.`)
  const header = await headerOf(pmtiles).catch(() => null)
  if (header === null) throw bad('there is no such file that can be read')
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw bad('it is no PMTiles archive of version 3')
}

/** A piece of the archive, as its `Range` header asks; the whole without one where it is small. 404 where there is none. */
export async function pieceOf(pmtiles: string | null, range: string | null): Promise<Response> {
  const found = pmtiles === null ? null : await stat(pathOf(pmtiles)).catch(() => null)
  // While somebody copies another one there it may be empty.
  if (pmtiles === null || !found?.isFile() || found.size === 0) return new Response(null, { status: 404 })
  const { size, mtimeMs } = found
  const headers = {
    'content-type': 'application/vnd.pmtiles',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
    etag: `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
  }
  const whole = range === null
  if (whole && size > LARGEST_PIECE)
    return new Response('This file is given in pieces: ask with a Range header.', { status: 400 })
  const piece = whole ? { start: 0, end: size - 1 } : readRange(range, size)
  if (piece === null)
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { start, end } = piece
  return new Response(bytesOf(pathOf(pmtiles), start, end), {
    status: whole ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(whole ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    },
  })
}

/** Bytes read at once. */
const CHUNK = 64 * 1024

/**
 * Opened when the first byte is wanted, and closed with the last or when nobody wants more: who asks only for the headers,
 * or goes away, must leave no open file behind.
 */
function bytesOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null
  let at = start
  let wanted = true
  const close = async (): Promise<void> => {
    const held = file
    file = null
    await held?.close()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(out) {
        file ??= await open(path)
        const piece = Buffer.alloc(Math.min(CHUNK, end + 1 - at))
        const bytes = wanted ? (await file.read(piece, 0, piece.length, at)).bytesRead : 0
        at += bytes
        if (!wanted || bytes === 0 || at > end) await close()
        if (!wanted) return
        // Shorter than it was: what was promised cannot be given.
        if (bytes === 0) return out.error(new Error('The archive of tiles changed while it was read.'))
        out.enqueue(piece.subarray(0, bytes))
        if (at > end) out.close()
      },
      async cancel() {
        wanted = false
        await close()
      },
    },
    { highWaterMark: 0 },
  )
}

/** One range of bytes, borders included; null of what cannot be given. */
export function readRange(range: string, size: number): { start: number; end: number } | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim()) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size || end < start) return null
  return { start, end: Math.min(end, start + LARGEST_PIECE - 1) }
}
