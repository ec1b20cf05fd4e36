/** The gazetteer on real files: set REAL_DATA_DIR to the folder that holds them. */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { isInside, metresBetween, METRES_PER_MILE } from '../../src/places/geo.ts'
import { homePlacesSchema, loadHomePlaces } from '../../src/places/home-places.ts'
import { areaIndex, readOutline } from '../../src/places/areas.ts'
import { locate } from '../../src/places/locate.ts'
import { locateMany, type PlacedRow, type RowPlace } from '../../src/places/locate-rows.ts'
import { fullPostcode, parsePostcode, postcodeInside, saysNothing } from '../../src/places/postcode.ts'
import { readPostcodeFile } from '../../src/places/postcode-file.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'

const folder = realData() ?? ''
const here = folder !== ''
if (!here) console.log(`tests/real/places.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)

type Row = Record<string, string>
function rowsOf(path: string): Promise<Row[]> {
  return new Promise((resolve, reject) =>
    Papa.parse<Row>(createReadStream(join(folder, path), 'utf8'), {
      header: true,
      skipEmptyLines: true,
      complete: ({ data }) => resolve(data),
      error: reject,
    }),
  )
}
const POSTCODES = 'trafford-postcodes/trafford_postcodes.csv'
const OUTCODES = 'uk-outcodes/outcodes.csv'
const WARDS = 'trafford-boundaries/electoral_ward.geojson'
const DISTRICT = 'trafford-boundaries/local_authority_district.geojson'
const LOCALITIES = 'trafford-boundaries/localities.geojson'
const HOME = { lat: 53.42, lng: -2.34 }

describe.skipIf(!here)('real places', () => {
  const tables = tablesInMemory()
  const read: Record<string, Awaited<ReturnType<typeof readPostcodeFile>>> = {}
  beforeAll(async () => {
    for (const path of [OUTCODES, POSTCODES, WARDS, DISTRICT, LOCALITIES])
      read[path] = await readPostcodeFile(join(folder, path), tables)
  })

  test.each([
    [OUTCODES, 'outcodes', 2856],
    [POSTCODES, 'postcodes', 11264],
    [WARDS, 'boundaries', 21],
    [DISTRICT, 'boundaries', 1],
    [LOCALITIES, 'boundaries', 4],
  ])('%s is %s: %i rows, all kept', (path, kind, rows) =>
    expect(read[path]).toEqual({ kind, rows, kept: rows, ended: 0, refused: 0, problems: [] }),
  )

  test('every postcode is read as itself', async () => {
    for (const { postcode = '' } of await rowsOf(POSTCODES)) {
      expect(parsePostcode(postcode)).toMatchObject({ is: 'full', postcode, repaired: false })
      expect(fullPostcode(postcode.toLowerCase().replace(' ', ''))).toBe(postcode)
    }
    for (const { postcode = '' } of await rowsOf(OUTCODES))
      expect(parsePostcode(postcode)).toMatchObject({ is: 'outcode', outcode: postcode, repaired: false })
  })

  test("outcodes' own degrees are on the old datum: about 105 m from their metres", async () => {
    const rows = await rowsOf(OUTCODES)
    const placed = await tables.outcodes(rows.map(({ postcode = '' }) => postcode))
    const shifts = rows
      .map(({ postcode = '', latitude, longitude }) => {
        const row = placed.get(postcode)
        if (!row) throw new Error(`${postcode} is gone`)
        return metresBetween(row, { lat: Number(latitude), lng: Number(longitude) })
      })
      .toSorted((a, b) => a - b)
    const median = shifts[shifts.length >> 1] ?? 0
    expect(median).toBeGreaterThan(95)
    expect(median).toBeLessThan(115)
  })

  const placed = async (path: string, rowOf: (row: Row) => RowPlace) =>
    locateMany((await rowsOf(path)).map(rowOf), tables)
  const count = (rows: PlacedRow[]) => ({
    exact: rows.filter(({ precision }) => precision === 'exact').length,
    postcode: rows.filter(({ precision }) => precision === 'postcode').length,
    area: rows.filter(({ precision }) => precision === 'area').length,
    none: rows.filter(({ point }) => !point).length,
  })

  test('mental health: 44 by postcode, one slip that is not guessed', async () => {
    const rows = await placed(
      'trafford-mental-health/trafford_mental_health_services.csv',
      ({ postcode }) => ({ postcode }),
    )
    expect(rows).toHaveLength(60)
    expect(count(rows).postcode).toBe(44)
    expect(rows.flatMap(({ problems }) => problems).filter(({ why }) => why === 'too-long')).toMatchObject([
      { field: 'postcode', value: 'WA154 1HF', did: { is: 'no-point' } },
    ])
  })

  test('sports clubs: 138 by postcode, 2 by area', async () => {
    const rows = await placed('trafford-sports-clubs/sports_clubs.csv', ({ postcode }) => ({ postcode }))
    expect(count(rows)).toEqual({ exact: 0, postcode: 138, area: 2, none: 0 })
  })

  test('food banks: every postcode valid; M50 is in no table and stops nothing', async () => {
    const rows = await placed('gm-food-banks/gm_food_banks.csv', (row) => ({
      postcode: row['postcode'] ?? row['Postcode'],
      address: Object.values(row).join(', '),
    }))
    expect(rows).toHaveLength(171)
    expect(rows.every(({ postcode }) => fullPostcode(postcode ?? '') === postcode)).toBe(true)
    expect(count(rows)).toMatchObject({ postcode: 7, none: 1 })
    expect(rows.filter(({ point }) => !point).map(({ postcode }) => postcode?.slice(0, 3))).toEqual(['M50'])
  })

  test('harrow: the postcode inside 200 of 200 addresses', async () => {
    const rows = await rowsOf('harrow-charities-sample/harrow_charities.csv')
    const found = rows.filter((row) => postcodeInside(Object.values(row).join(' ')))
    expect([rows.length, found.length]).toEqual([200, 200])
  })

  test('sports associations: 1,294 say nothing; only slips with one reading are put right', async () => {
    const cells = (await rowsOf('cascs/cascs.csv')).map(({ postcode = '' }) => postcode)
    expect(cells.filter(saysNothing)).toHaveLength(1294)
    const said = cells.filter((cell) => !saysNothing(cell)).map((cell) => parsePostcode(cell))
    const full = said.filter((one) => one.is === 'full')
    expect(full.filter(({ repaired }) => repaired).map(({ original }) => original)).toEqual(
      expect.arrayContaining(['CRO 5JH', 'S020 6BG', 'SLO 0JQ', 'CRO 7LB']),
    )
    expect(full.filter(({ repaired }) => repaired)).toHaveLength(4)
    // 30 are no postcodes: areas that do not exist (WW17), ends that none has (FK15 9OY), cut off, too long.
    expect([cells.length, full.length, said.length - full.length]).toEqual([9700, 8376, 30])
  })

  test('wards drawn and wards of the postcode file agree, but for postcodes on a border', async () => {
    const rows = await rowsOf(POSTCODES)
    const index = areaIndex((await tables.areas()).filter(({ kind }) => kind === 'ward'))
    const same = rows.filter(({ ward_code, lat, lon }) =>
      index.at({ lat: Number(lat), lng: Number(lon) }).some(({ code }) => code === ward_code),
    )
    expect(same.length / rows.length).toBeGreaterThan(0.98)
  })

  test('the middle of every area lies inside it', async () => {
    for (const area of await tables.areas()) expect(isInside(area, readOutline(area))).toBe(true)
  })

  test.each([
    ['m33 2', 'M33 2', 'area'],
    ['M33 2AA', 'M33 2AA', 'postcode'],
    ['WA14 1', 'WA14 1', 'area'],
    ['altrincham ward', 'Altrincham ward', 'area'],
    ['Ashton upon Mersey', 'Ashton upon Mersey ward', 'area'],
    ['Trafford', 'Trafford', 'area'],
    ['Manchester', 'Manchester', 'area'],
    ['M50', null, null],
  ])('%s', async (text, label, precision) => {
    const found = await locate(text, tables, HOME)
    expect([found?.label ?? null, found?.precision ?? null]).toEqual([label, precision])
  })

  test('what the demonstration says of Trafford by hand is true to a mile', async () => {
    const home = homePlacesSchema.parse(JSON.parse(readFileSync('data/places.json', 'utf8')))
    const sectors = await tables.outcodes(home.sectors.map(({ sector }) => sector))
    const far = home.sectors.filter((row) => {
      const real = sectors.get(row.sector)
      return !real || metresBetween(real, row) > METRES_PER_MILE
    })
    expect(far).toEqual([])
    const outcodes = await tables.outcodes(home.outcodes.map(({ outcode }) => outcode))
    const astray = home.outcodes.filter((row) => {
      const real = outcodes.get(row.outcode)
      return real && metresBetween(real, row) > 2 * METRES_PER_MILE
    })
    expect(astray).toEqual([])
  })

  test('the rough outline of the demonstration takes in nearly all of Trafford', async () => {
    const rough = tablesInMemory()
    await loadHomePlaces(rough, JSON.parse(readFileSync('data/places.json', 'utf8')))
    const index = areaIndex(await rough.areas())
    const rows = await rowsOf(POSTCODES)
    const inside = rows.filter(({ lat, lon }) => index.at({ lat: Number(lat), lng: Number(lon) }).length > 0)
    expect(inside.length / rows.length).toBeGreaterThan(0.95)
  })
})
