import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metresBetween } from '../../src/places/geo.ts'
import { fromGrid } from '../../src/places/grid.ts'
import { readPostcodeFile } from '../../src/places/postcode-file.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, content: string | Buffer, tables = tablesInMemory()) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const tally = await readPostcodeFile(path, tables)
  return { tally, tables }
}

/** "M33 2AA 53.427,-2.316 E05000001 E08000009" of a row in the table. */
async function row(tables: ReturnType<typeof tablesInMemory>, postcode: string): Promise<string | null> {
  const found = (await tables.postcodes([postcode])).get(postcode)
  return found ? `${found.lat},${found.lng} ${found.areaCodes.join(' ')}`.trim() : null
}

const ONSPD = `pcd,pcd2,pcds,dointr,doterm,oslaua,osward,oseast1m,osnrth1m,osgrdind,lat,long
"M33 2AA","M33  2AA","M33 2AA","198001","","E08000009","E05000001","379000","392000","1",53.427,-2.316
"M33 2AB","M33  2AB","M33 2AB","198001","201206","E08000009","E05000001","379000","392000","1",53.5,-2.4
"BT1 5GS","BT1  5GS","BT1 5GS","198001","","N09000003","N08000301","333800","374200","1",54.5965,-5.9301
"IM1 1AA","IM1  1AA","IM1 1AA","199201","","M99999999","M99999999","","","9",99.999999,0
"JE2 3AB","JE2  3AB","JE2 3AB","199201","","L99999999","L99999999","","","9",99.999999,0
"M33 2AC","M33  2AC","M33 2AC","198001","","E08000009","E05000001","379000","392000","1",53.425,-2.318
`

test('ONSPD: places, areas, ended postcodes kept, those without a place refused', async () => {
  const { tally, tables } = await read('ONSPD_AUG_2026_UK.csv', ONSPD)
  expect(tally).toMatchObject({ kind: 'onspd', rows: 6, kept: 4, ended: 1, refused: 2 })
  expect(tally.problems).toEqual([
    { row: 5, value: 'IM1 1AA', why: 'no-point' },
    { row: 6, value: 'JE2 3AB', why: 'no-point' },
  ])
  expect(await row(tables, 'M33 2AA')).toBe('53.427,-2.316 E05000001 E08000009')
  expect(await row(tables, 'M33 2AB')).toBe('53.5,-2.4 E05000001 E08000009')
  expect(await row(tables, 'BT1 5GS')).toBe('54.5965,-5.9301 N08000301 N09000003')
  const middles = await tables.outcodes(['M33 2', 'M33', 'BT1', 'IM1'])
  // The ended one, further off, moves no middle.
  expect(middles.get('M33 2')).toEqual({ outcode: 'M33 2', lat: 53.426, lng: -2.317, town: null })
  expect(middles.get('M33')).toMatchObject({ lat: 53.426, lng: -2.317 })
  expect([...middles.keys()].toSorted()).toEqual(['BT1', 'M33', 'M33 2'])
})

test('the same file again changes nothing', async () => {
  const tables = tablesInMemory()
  await read('again.csv', ONSPD, tables)
  const before = [await tables.counts(), await tables.outcodes(['M33', 'M33 2'])]
  await read('again.csv', ONSPD, tables)
  expect([await tables.counts(), await tables.outcodes(['M33', 'M33 2'])]).toEqual(before)
})

const CODE_POINT = `"M33 2AA",10,379000,391900,"E92000001","E19000001","E18000002","","E08000009","E05000001"
"M332AB",10,379050,391950,"E92000001","E19000001","E18000002","","E08000009","E05000001"
"ZE1 0AA",90,0,0,"S92000003","","S08000026","","S12000027","S13000001"
`

test.each<[string, string | Buffer, string, string]>([
  ['Code-Point Open', CODE_POINT, 'code-point-open', 'E05000001 E08000009'],
  [
    'newer ONS headers',
    'pcd7,pcd8,pcds,dointr,doterm,lad25cd,wd25cd,east1m,north1m,lat,long\nM332AA,M33  2AA,M33 2AA,198001,,E08000009,E05000001,1,1,53.4244,-2.3172\n',
    'onspd',
    'E05000001 E08000009',
  ],
  [
    'a council file',
    'postcode,ward_code,ward_name,la_code,la_name,lon,lat\nM33 2AA,E05000001,Sale Central,E08000009,Trafford,-2.3172,53.4244\n',
    'postcodes',
    'E05000001 E08000009',
  ],
  ['an own list with semicolons', 'Postcode;Latitude;Longitude\nm332aa;53.4244;-2.3172\n', 'postcodes', ''],
  ['tabs and a BOM', '\ufeffPost Code\tLat\tLng\nM33 2AA\t53.4244\t-2.3172\n', 'postcodes', ''],
  [
    'CRLF, quotes, blank lines',
    '"Postcode","Lat","Long"\r\n\r\n"M33 2AA","53.4244","-2.3172"\r\n',
    'postcodes',
    '',
  ],
  ['metres only', 'postcode,eastings,northings\nM33 2AA,379000,391900\n', 'postcodes', ''],
  ['UTF-16', Buffer.from('\ufeffpostcode,lat,long\nM33 2AA,53.4244,-2.3172\n', 'utf16le'), 'postcodes', ''],
])('%s', async (_, content, kind, areas) => {
  const { tally, tables } = await read('table.csv', content)
  expect(tally.kind).toBe(kind)
  expect(tally.kept).toBeGreaterThan(0)
  const found = (await tables.postcodes(['M33 2AA'])).get('M33 2AA')
  expect(found?.areaCodes.join(' ')).toBe(areas)
  expect(found && metresBetween(found, { lat: 53.4237, lng: -2.3175 })).toBeLessThan(150)
})

test('Code-Point Open: a postcode at 0, 0 metres has no place', async () => {
  const { tally } = await read('codepo_gb.csv', CODE_POINT)
  expect(tally).toMatchObject({ rows: 3, kept: 2, refused: 1 })
  expect(tally.problems).toEqual([{ row: 3, value: 'ZE1 0AA', why: 'no-point' }])
})

test('ward names of a table become places, in their own letters', async () => {
  const text =
    'postcode,ward_code,ward_name,lat,long\nCF10 1AA,W05000001,Trébanog Môr,51.48,-3.17\nCF10 1AB,W05000001,Trébanog Môr,51.50,-3.19\n'
  for (const encoding of ['utf8', 'latin1'] as const) {
    const { tables } = await read('wards.csv', Buffer.from(text, encoding))
    expect(await tables.named('trebanog mor')).toEqual([
      { name: 'Trébanog Môr', kind: 'ward', lat: 51.49, lng: -3.18, weight: 2 },
    ])
  }
})

test('outcodes go by their metres, and towns of one name far apart stay apart', async () => {
  const { tally, tables } = await read(
    'outcodes.csv',
    `postcode,eastings,northings,latitude,longitude,town
M33,379000,392000,10,10,Sale
TS20,443200,522000,54.59,-1.33,Norton
TS21,440200,524000,54.60,-1.37,Norton
S8,434900,382300,53.33,-1.47,"Norton, Woodseats"
`,
  )
  expect(tally).toMatchObject({ kind: 'outcodes', rows: 4, kept: 4, refused: 0 })
  const sale = (await tables.outcodes(['M33'])).get('M33')
  expect(sale?.town).toBe('Sale')
  expect(sale).toMatchObject(fromGrid(379_000, 392_000) ?? {})
  expect((await tables.named('Norton')).map(({ weight }) => weight)).toEqual([2, 1])
  expect(await tables.named('woodseats')).toHaveLength(1)
})

test('a table of one district leaves the middles of its neighbours alone', async () => {
  const tables = tablesInMemory()
  await tables.putOutcodes([{ outcode: 'M33', lat: 53.422, lng: -2.322, town: 'Sale' }])
  await read('corner.csv', 'postcode,lat,long\nM33 2AA,53.5,-2.4\n', tables)
  expect((await tables.outcodes(['M33'])).get('M33')).toMatchObject({ lat: 53.422, town: 'Sale' })
})

test('bad rows are told one by one and stop nothing', async () => {
  const { tally } = await read(
    'bad.csv',
    'postcode,lat,long\nM33 2AA,53.4,-2.3\nWA154 1HF,53.4,-2.3\n,53.4,-2.3\nM33 2AB,-2.3,53.4\nM33 2AC,0,0\nM33 2AD,,\nM33 2AE,north,west\nM33 2,53.4,-2.3\nM33 2AF\n',
  )
  expect(tally).toMatchObject({ rows: 9, kept: 1, refused: 8 })
  expect(tally.problems.map(({ row, why }) => `${row} ${why}`)).toEqual([
    '3 too-long',
    '4 empty',
    '5 swapped',
    '6 zero',
    '7 no-point',
    '8 no-point',
    '9 not-a-postcode',
    '10 no-point',
  ])
})

test('rows beyond one piece and one batch all arrive', async () => {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const unit = (i: number) => `${letters[Math.floor(i / 20) % 20]}${letters[i % 20]}`
  const lines = Array.from(
    { length: 12_345 },
    (_, i) => `M${1 + Math.floor(i / 4000)} ${Math.floor(i / 400) % 10}${unit(i)},53.4,-2.3`,
  )
  const { tally, tables } = await read('many.csv', `postcode,lat,long\n${lines.join('\n')}\n`)
  expect(tally).toMatchObject({ rows: 12_345, kept: 12_345 })
  expect(await tables.counts()).toMatchObject({ postcodes: 12_345 })
})

const square = (lng: number, lat: number, size = 0.01) => [
  [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ],
]
const collection = (...features: [Record<string, unknown>, unknown][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  })
const polygon = (lng: number, lat: number, size?: number) => ({
  type: 'Polygon',
  coordinates: square(lng, lat, size),
})

test('boundaries: wards, districts, others; codes and names as publishers write them', async () => {
  const { tally, tables } = await read(
    'localities.geojson',
    collection(
      [{ area_code: 'E05015239', area_name: 'Altrincham' }, polygon(-2.35, 53.38)],
      [
        { FID: 1, WD24CD: 'W05000001', WD24NM: 'Môr', LAD24CD: 'W06000015', LAD24NM: 'Cardiff' },
        polygon(-3.2, 51.5),
      ],
      [
        { code: 'E08000009', name: 'Trafford' },
        { type: 'MultiPolygon', coordinates: [square(-2.3, 53.4)] },
      ],
      [{ area_name: 'Central' }, polygon(-2.33, 53.41)],
      [
        { name: 'Sale Moor', place: 'suburb' },
        { type: 'Point', coordinates: [-2.299, 53.421] },
      ],
      [
        { area_name: 'In metres', area_code: 'E05999999' },
        { type: 'Polygon', coordinates: square(378000, 391000, 1000) },
      ],
      [{ area_code: 'E05000009' }, polygon(-2.3, 53.4)],
      [{ area_name: 'No shape' }, null],
      [{ area_name: 'A line' }, { type: 'LineString', coordinates: [] }],
      [{ area_name: 'Latitude first' }, { type: 'Polygon', coordinates: square(53.4, -2.3) }],
    ),
  )
  expect(tally).toMatchObject({ kind: 'boundaries', rows: 10, kept: 6, refused: 4 })
  expect(tally.problems.map(({ row, why }) => `${row} ${why}`)).toEqual([
    '7 no-name',
    '8 no-outline',
    '9 no-outline',
    '10 no-outline',
  ])
  const areas = await tables.areas()
  expect(areas.map(({ code, name, kind }) => `${code} ${name} ${kind}`)).toEqual([
    'E05015239 Altrincham ward',
    'W05000001 Môr ward',
    'E08000009 Trafford district',
    'x-localit-central Central area',
    'E05999999 In metres ward',
  ])
  expect(areas[0]?.box).toEqual([-2.35, 53.38, -2.34, 53.39])
  expect(
    areas.every(({ lat, lng, box }) => lng > box[0] && lng < box[2] && lat > box[1] && lat < box[3]),
  ).toBe(true)
  expect(await tables.named('Sale Moor')).toMatchObject([{ kind: 'town', lat: 53.421, lng: -2.299 }])
  // "Central" says a direction: it is no place to search near.
  expect(await tables.named('Central')).toEqual([])
})

test.each<[string, string | Buffer, RegExp]>([
  ['empty.csv', '', /empty\.csv is no file of places that can be read\. It is empty\./],
  ['blank.csv', ' \n\n', /It is empty/],
  ['archive.zip', Buffer.from('PK\u0003\u0004rest'), /ZIP archive\. Unpack it/],
  ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff]), /no column named "postcode"/],
  ['names.csv', 'name,lat,long\nSale,53.4,-2.3\n', /no column named "postcode"/],
  ['nowhere.csv', 'postcode,town\nM33 2AA,Sale\n', /neither columns named "lat"/],
  ['headless.csv', 'M33 2AA,53.4,-2.3\n', /no line with the names of its columns/],
  ['other.json', '{"a":1}', /no GeoJSON FeatureCollection/],
  ['list.json', '[1,2]', /no GeoJSON FeatureCollection/],
  ['broken.geojson', '{"type":"FeatureCollection","features":[', /breaks off or is damaged/],
])('%s is told in a sentence and changes nothing', async (name, content, message) => {
  const tables = tablesInMemory()
  await expect(read(name, content, tables)).rejects.toThrow(message)
  expect(await tables.counts()).toEqual({ postcodes: 0, outcodes: 0, areas: 0, names: 0 })
})

test('a folder and a missing file are told too', async () => {
  await expect(readPostcodeFile(folder, tablesInMemory())).rejects.toThrow(/It is a folder/)
  await expect(readPostcodeFile(join(folder, 'gone.csv'), tablesInMemory())).rejects.toThrow(/no such file/)
})
