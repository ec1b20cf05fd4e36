import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from '../../src/app/config.ts'
import { checkArchive, pieceOf, readRange, tilesOf } from '../../src/app/map-tiles.ts'
import { readSite } from '../../src/app/site.ts'
import { smallArchive } from '../pmtiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-tiles-'))
const path = join(folder, 'town.pmtiles')
const archive = smallArchive(6)
writeFileSync(path, archive)
writeFileSync(join(folder, 'photo.pmtiles'), 'not an archive')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Open files of this process, as Linux lists them. */
const hasProc = existsSync('/proc/self/fd')
if (!hasProc) console.log('skipped: no /proc to see open files in')

describe('which bytes are asked for', () => {
  it.each<[range: string, is: [number, number] | null]>([
    ['bytes=0-126', [0, 126]],
    ['bytes=100-', [100, 999]],
    ['bytes=-10', [990, 999]],
    ['bytes=0-5000', [0, 999]],
    ['bytes=999-999', [999, 999]],
    ['bytes=-5000', [0, 999]],
    ['bytes=1000-1001', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=-0', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
    ['', null],
  ])('%j', (range, is) => {
    const read = readRange(range, 1000)
    expect(read === null ? null : [read.start, read.end]).toEqual(is)
  })

  it('gives no more than a piece of a great file at once', () =>
    expect(readRange('bytes=0-', 5_000_000_000)).toEqual({ start: 0, end: 2 * 1024 * 1024 - 1 }))
})

describe('the archive', () => {
  it('is given piece by piece', async () => {
    const piece = await pieceOf(path, 'bytes=0-126')
    expect(piece.status).toBe(206)
    expect(piece.headers.get('content-range')).toBe(`bytes 0-126/${archive.length}`)
    expect(Buffer.from(await piece.arrayBuffer())).toEqual(archive.subarray(0, 127))
    const whole = await pieceOf(path, null)
    expect(whole.status).toBe(200)
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(archive)
    expect(whole.headers.get('etag')).toBe(piece.headers.get('etag'))
  })

  it('is never given whole where it is great: a slow reader would have all of it in memory', async () => {
    const great = join(folder, 'great.pmtiles')
    writeFileSync(great, Buffer.alloc(3 * 1024 * 1024))
    expect((await pieceOf(great, null)).status).toBe(400)
    const piece = await pieceOf(great, 'bytes=0-')
    expect([piece.status, piece.headers.get('content-length')]).toEqual([206, String(2 * 1024 * 1024)])
    await piece.body?.cancel()
  })

  it('is not there, or not so long', async () => {
    expect((await pieceOf(null, null)).status).toBe(404)
    expect((await pieceOf(join(folder, 'gone.pmtiles'), null)).status).toBe(404)
    expect((await pieceOf(path, 'bytes=999999-')).status).toBe(416)
  })

  it.skipIf(!existsSync('/proc/self/fd'))(
    'leaves no file open, whoever goes away without reading',
    async () => {
      const held = () =>
        readdirSync('/proc/self/fd').filter((fd) => {
          try {
            return readlinkSync(`/proc/self/fd/${fd}`) === path
          } catch {
            return false
          }
        }).length
      const pieces = await Promise.all(Array.from({ length: 20 }, () => pieceOf(path, null)))
      expect(held()).toBe(0)
      const readers = pieces.map(({ body }) => body?.getReader())
      const reading = readers.map((reader) => reader?.read())
      await Promise.all(readers.map((reader) => reader?.cancel()))
      await Promise.allSettled(reading)
      await expect.poll(held).toBe(0)
    },
  )

  it('that gets shorter while it is read breaks off, and is not filled up', async () => {
    const shrinking = join(folder, 'shrinking.pmtiles')
    writeFileSync(shrinking, Buffer.alloc(300_000, 1))
    const piece = await pieceOf(shrinking, null)
    truncateSync(shrinking, 100_000)
    await expect(piece.arrayBuffer()).rejects.toThrow('changed')
  })

  it.each(['a folder', 'nothing yet'])('that is %s is no archive', async (what) => {
    const there = join(folder, `${what}.pmtiles`)
    if (what === 'a folder') mkdirSync(there)
    else writeFileSync(there, '')
    expect((await pieceOf(there, null)).status).toBe(404)
    expect((await pieceOf(there, 'bytes=0-9')).status).toBe(404)
    const said = await tilesOf(readConfig({ PMTILES: there }), readSite()).catch(() => 'broke')
    expect(said === null || typeof said === 'object').toBe(true)
    await expect(checkArchive({ pmtiles: there })).rejects.toThrow(BadSetting)
  })

  it('says its last zoom and whose it is', async () => {
    const site = readSite()
    const config = readConfig({ PMTILES: path, TILES_URL: 'https://t.example/{z}/{x}/{y}.png' })
    expect(await tilesOf(config, site)).toEqual({
      url: '/tiles/map.pmtiles',
      credit: '© OpenStreetMap contributors',
      closest: 6,
    })
    const { map } = site
    const other = await tilesOf(readConfig({ TILES_URL: 'https://t.example/{z}/{x}/{y}.png' }), {
      ...site,
      map: { ...map, credit: 'Tiles: the county' },
    })
    expect(other).toEqual({
      url: 'https://t.example/{z}/{x}/{y}.png',
      credit: 'Tiles: the county',
      closest: 19,
    })
    expect(await tilesOf(readConfig({}), site)).toBeNull()
  })

  it.each([
    ['gone.pmtiles', 'there is no such file'],
    ['photo.pmtiles', 'it is no PMTiles archive'],
  ])('%s stops the start with a sentence', async (name, why) => {
    const wrong = checkArchive({ pmtiles: join(folder, name) })
    await expect(wrong).rejects.toThrow(BadSetting)
    await expect(wrong).rejects.toThrow(why)
  })

  it('that is sound lets it start', () => expect(checkArchive({ pmtiles: path })).resolves.toBeUndefined())
})
