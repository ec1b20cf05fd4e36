/** Files that nobody should send: each gives a report or one sentence, and the database holds all of it or nothing. */
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/imports/apply.ts'
import { profile } from '../../src/imports/profile.ts'
import { report as reportShape, type Report } from '../../src/imports/report.ts'
import { HEADER, all, fileOf, importText, plain, workshop } from '../imports/workshop.ts'
import { NOW } from '../fixtures.ts'

const good = `${HEADER}\nKettle On,Tea,M33 2AB,0161 496 0001,Tuesday 10am-12pm\n`

/** What holds of every run, whatever the file: the report is of its shape, its counts agree, and the store agrees with it. */
async function sound(text: string | Uint8Array, over: object = {}): Promise<Report> {
  const bench = await workshop()
  const report = await importText(text, bench, over)
  expect(reportShape.parse(report)).toEqual(report)
  const { listings, located, read } = report
  expect(Object.values(listings).reduce((sum, count) => sum + count)).toBe(read)
  const kept = listings.added + listings.changed + listings.unchanged
  expect(Object.values(located).reduce((sum, count) => sum + count)).toBe(kept)
  expect((await bench.store.count()).all).toBe(report.state === 'applied' ? listings.added : 0)
  if (report.state === 'refused') expect(report.why).toMatch(/^[^\n]{10,400}[.]$/)
  await bench.store.close()
  return report
}

const noise = (length: number, from: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (Math.imul(i + from, 2_654_435_761) >>> 16) & 0xff)

test.each([
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...noise(500, 1)])],
  ['an Excel file', Uint8Array.from([0x50, 0x4b, 3, 4, ...noise(500, 2)])],
  ['noise', noise(4000, 3)],
  ['zeros', new Uint8Array(4000)],
  ['a lone mark', Uint8Array.from([0xef, 0xbb, 0xbf])],
  ['half a UTF-16 character', Uint8Array.from([0xff, 0xfe, 0x41])],
  ['nothing but quotes', '"'.repeat(1001)],
  ['nothing but commas', ','.repeat(5000)],
  ['10,000 columns', `${HEADER}${',x'.repeat(10_000)}\n`],
  ['another header', 'naam,postcodes\na,b\n'],
  ['__proto__ for a header', '__proto__,constructor,toString\na,b,c\n'],
  ['a quote that is never closed', `${good}"Sale Singers,Songs,M33 3BB,,\nWalk,A walk,M33 4HH,,\n`],
  [
    'a quote that is never closed, and 10 MB behind it',
    `${good}"x${'\nWalk,A walk,M33 4HH,,'.repeat(500_000)}`,
  ],
])('refused: %s', async (_, bytes) => expect((await sound(bytes)).state).toBe('refused'))

describe('applied, with what is wrong said', () => {
  const CELLS: [string, string][] = [
    ['a cell of 1 MB', `"${'long '.repeat(200_000)}"`],
    ['a formula', '=HYPERLINK("http://example.org")'.replaceAll('"', "'")],
    ['a command', '@SUM(1+9)*cmd|A0'],
    ['a script', '<script>alert(1)</script>'],
    ['half a tag', '<img src=x onerror=alert(1)'],
    ['NUL', 'a\0b'],
    ['a lone return', 'a\rb'],
    ['half of a pair', 'a\ud800b'],
    ['text that runs the other way', 'a\u202eb\u2066c'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['SQL', "'; drop table listing; --"],
    ['a path', '../../etc/passwd'],
    ['a very long word', 'x'.repeat(5000)],
    ['zalgo', `a${'\u0301'.repeat(2000)}`],
  ]
  test.each(CELLS)('%s in every column', async (_, cell) => {
    const report = await sound(`${good}${cell},${cell},${cell},${cell},${cell}\n`)
    expect(report.state).toBe('applied')
    expect(report.read).toBe(2)
  })

  test('no script and no hidden sign comes through', async () => {
    const bench = await workshop()
    await importText(`${HEADER}\nA\0B\u0007,<b>Tea</b><script>alert(1)</script>,M33 2AB,,\n`, bench)
    const [known] = await all(bench.store)
    expect([known?.listing.name, known?.listing.description]).toEqual(['AB', 'Tea'])
  })

  test.each([
    ['ragged rows', `${good}a\nb,c\n,,,,,,,,\nd,e,f,g,h,i,j\n`, { added: 3, refused: 1 }],
    ['mixed line ends', `${HEADER}\r\nA,x,M33 2AB,,\nB,x,M33 2AD,,\r\nC,x,M33 2AE,,`, { added: 3 }],
    [
      'keys named like parts of objects',
      `${HEADER}\n__proto__,x,,,\nconstructor,x,,,\ntoString,x,,,\nhasOwnProperty,x,,,\n`,
      { added: 4 },
    ],
    ['quotes in the wrong place', `${good}"a" b",c,M33 2AD,,\nC,x,M33 2AE,,\n`, { added: 2, refused: 1 }],
    [
      'the same row a thousand times',
      good + good.split('\n')[1]?.concat('\n').repeat(999),
      { added: 1, duplicate: 999 },
    ],
    ['names of blanks alone', `${good}\u00a0,x,M33 2AD,,\n\u200b,x,M33 2AE,,\n`, { added: 1, refused: 2 }],
    ['a header twice', `${good}${HEADER}\n`, { added: 2 }],
  ])('%s', async (_, text, listings) => {
    const report = await sound(text)
    expect([report.state, report.why]).toEqual(['applied', null])
    expect(report.listings).toMatchObject(listings)
  })
})

test('cut off after every so many bytes, a file is imported or refused, never half', async () => {
  const bytes = Buffer.from(
    `\ufeff${good}"Sale ""Singers""","Songs,\nand té",M33 3BB,0161 496 0002,"Monday, 1pm – 2pm"\n`,
  )
  for (let length = 0; length < bytes.length; length += 7) await sound(bytes.subarray(0, length))
})

const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const places = profile.parse({
  source: { id: 'places', name: 'Places' },
  format: 'geojson',
  required: ['name'],
  key: { columns: ['@id'] },
  fields: { name: { from: 'name' }, 'place.lat': { from: '@lat' }, 'place.lng': { from: '@lng' } },
})
const feature = (
  geometry: unknown,
  id: unknown = 'node/1',
  properties: unknown = { name: 'Park' },
): unknown => ({ type: 'Feature', id, properties, geometry })
const point = (...coordinates: unknown[]): unknown => ({ type: 'Point', coordinates })

describe('GeoJSON', () => {
  test.each([
    ['not JSON', '{"type": "FeatureCollection", "features": ['],
    ['no features', collection()],
    ['a lone feature', JSON.stringify(feature(point(-2.3, 53.4)))],
    ['a list', '[1, 2, 3]'],
    ['null', 'null'],
    ['features of another kind', '{"type": "FeatureCollection", "features": {"0": 1}}'],
    ['deep as a well', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['without the name', collection(feature(point(-2.3, 53.4), 1, { title: 'Park' }))],
  ])('refused: %s', async (_, text) => expect((await sound(text, { profile: places })).state).toBe('refused'))

  test.each<[string, unknown, object]>([
    ['a point', feature(point(-2.3, 53.4)), { exact: 1 }],
    [
      'a polygon',
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [-2.3, 53.4],
            [-2.2, 53.4],
            [-2.2, 53.5],
            [-2.3, 53.4],
          ],
        ],
      }),
      { exact: 1 },
    ],
    ['no shape', feature(null), { none: 1 }],
    ['an unknown shape', feature({ type: 'Cube', coordinates: 7 }), { none: 1 }],
    ['words for coordinates', feature(point('west', 'north')), { none: 1 }],
    ['infinite coordinates', feature(point(1e999, 53)), { none: 1 }],
    ['swapped', feature(point(53.4, -2.3)), { none: 1 }],
    ['0, 0', feature(point(0, 0)), { none: 1 }],
    ['a broken polygon', feature({ type: 'Polygon', coordinates: [[[1]]] }), { none: 1 }],
    ['a polygon of null', feature({ type: 'Polygon', coordinates: null }), { none: 1 }],
    ['an id like a part of objects', feature(point(-2.3, 53.4), '__proto__'), { exact: 1 }],
    ['properties that are a list', feature(point(-2.3, 53.4), 'a', ['name']), {}],
  ])('%s', async (_, one, located) => {
    const report = await sound(collection(feature(point(-2.31, 53.41), 'first'), one), { profile: places })
    expect(report.state).toBe('applied')
    const more: { [precision: string]: number } = { exact: 1, postcode: 0, area: 0, none: 0 }
    for (const [precision, count] of Object.entries(located))
      more[precision] = (more[precision] ?? 0) + Number(count)
    expect(report.located).toEqual(more)
  })
})

test('an error in the middle of a run leaves nothing of it', async () => {
  const bench = await workshop()
  let batches = 0
  const failing = {
    ...bench,
    suggest: () => {
      if (++batches > 700) throw new Error('the disk is full')
      return { needs: [], kinds: [], communities: [], conditions: [], access: [], languages: [] }
    },
  }
  const rows = Array.from({ length: 1500 }, (_, i) => `Group ${i},x,M33 2AB,,`).join('\n')
  const errand = { files: [fileOf(`${HEADER}\n${rows}`)], profile: plain({ suggest: true }), now: NOW }
  await expect(importFiles(errand, failing)).rejects.toThrow('the disk is full')
  expect(await bench.store.count()).toEqual({ all: 0, published: 0 })
  expect((await importFiles(errand, bench)).listings.added).toBe(1500)
})
