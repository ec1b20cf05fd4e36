/** The real files, and the counts that a good importer finds in them. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { loadProfile } from '../../src/imports/load-profile.ts'
import { importPlaces } from '../../src/imports/postcode-tables.ts'
import type { Report } from '../../src/imports/report.ts'
import { FIELD_NAMES, listingFields } from '../../src/listings/listing.ts'
import { sameValue } from '../../src/listings/same-value.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import { all, workshop, type Bench } from '../imports/workshop.ts'
import { NOW } from '../fixtures.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/imports.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)
if (!hasPostgres()) console.log(`tests/real/imports.test.ts skipped on PostgreSQL: ${HOW_TO_HAVE_POSTGRES}`)

const MENTAL = 'trafford-mental-health/trafford_mental_health_services.csv'
const MENTAL_RAW = 'trafford-mental-health/mental_health_services_RAW.csv'
const BANKS = 'gm-food-banks/gm_food_banks.csv'
const TABLES = ['uk-outcodes/outcodes.csv', 'trafford-postcodes/trafford_postcodes.csv']
const BASES = hasPostgres() ? ['SQLite', 'PostgreSQL'] : ['SQLite']

const none = { added: 0, changed: 0, unchanged: 0, duplicate: 0, skipped: 0, refused: 0 }

describe.skipIf(DATA === null).each(BASES)('real files on %s', (base) => {
  let bench: Bench
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined
  const run = (profile: string, ...files: string[]): Promise<Report> =>
    importFiles(
      {
        files: files.map((file) => join(DATA ?? '', file)),
        profile: loadProfile(profile, inRoot('data', 'profiles')),
        now: NOW,
      },
      bench,
    )

  beforeAll(async () => {
    if (base === 'PostgreSQL') database = await freshDatabase()
    bench = await workshop(database?.url)
    for (const table of TABLES) await importPlaces(join(DATA ?? '', table), bench.store)
  })
  afterAll(async () => {
    await bench?.store.close()
    await database?.drop()
  })

  /** Source by source: profile, files, what is read, and where it lies. Each is imported twice: the second time nothing changes. */
  test.each<[string, string[], number, object, Partial<Report['located']>]>([
    ['trafford-mental-health', [MENTAL], 60, { added: 60 }, { none: 1, postcode: 44 }],
    ['trafford-mental-health-raw', [MENTAL_RAW], 60, { unchanged: 60 }, { none: 1, postcode: 44 }],
    [
      'trafford-mental-health',
      ['encodings-DERIVED/mental_health.utf16le.txt'],
      60,
      { unchanged: 60 },
      { none: 1 },
    ],
    [
      'trafford-community-hubs',
      ['trafford-community-hubs/trafford_community_hubs.csv'],
      6,
      { added: 6 },
      { exact: 6 },
    ],
    [
      'trafford-sports-clubs',
      ['trafford-sports-clubs/sports_clubs.csv'],
      140,
      { added: 140 },
      { postcode: 138, area: 2 },
    ],
    ['gm-food-banks', [BANKS], 171, { added: 171 }, { postcode: 7 }],
    [
      'gm-food-banks-geojson',
      ['gm-food-banks/gm_food_banks.geojson'],
      171,
      { changed: 171 },
      { postcode: 171 },
    ],
    [
      'gm-food-banks',
      ['encodings-DERIVED/gm_food_banks.cp1252-semicolon-crlf.csv'],
      171,
      { changed: 171 },
      { postcode: 7 },
    ],
    ['kent-libraries', ['kent-libraries/kent_county_council.csv'], 108, { added: 108 }, { area: 108 }],
    ['wales-libraries', ['wales-libraries/libraries_wales.csv'], 265, { added: 265 }, {}],
    ['wales-libraries-raw', ['wales-libraries/raw_wales.csv'], 265, { changed: 264, unchanged: 1 }, {}],
    [
      'norwich-osm',
      ['norwich-osm/norwich_libraries_osm.geojson', 'norwich-osm/norwich_leisure_osm.geojson'],
      784,
      { added: 194, skipped: 590 },
      { exact: 194 },
    ],
  ])('%s %s', async (profile, files, read, listings, located) => {
    const report = await run(profile, ...files)
    expect(report).toMatchObject({
      state: 'applied',
      why: null,
      read,
      missing: 0,
      listings: { ...none, ...listings },
      located,
    })
    const change = await bench.store.lastChange()
    const again = await run(profile, ...files)
    const skipped = report.listings.skipped
    expect(again.listings).toEqual({ ...none, skipped, unchanged: read - skipped })
    expect(again.located).toEqual(report.located)
    expect(await bench.store.lastChange()).toBe(change)
  })

  const of = async (source: string) =>
    (await all(bench.store)).filter(({ sources }) => sources.includes(source))

  test('the one bad postcode is reported with its row, and has no point', async () => {
    const { problems } = await run('trafford-mental-health', MENTAL)
    expect(problems.filter(({ field }) => field === 'postcode')).toEqual([
      expect.objectContaining({
        value: 'WA154 1HF',
        problem: 'is too long for a postcode',
        did: 'kept without a point',
      }),
    ])
  })

  test.each([
    ['trafford-mental-health', 60, 60],
    ['trafford-community-hubs', 6, 6],
    ['trafford-sports-clubs', 140, 140],
    ['gm-food-banks', 171, 171],
    // Eight are closed; two of them have a new one of the same name and postcode beside them.
    ['kent-libraries', 108, 100],
    ['wales-libraries', 265, 263],
    ['norwich-osm', 194, 194],
  ])('%s: %i listings, %i of them published', async (source, count, published) => {
    const listings = await of(source)
    expect([
      listings.length,
      listings.filter(({ listing }) => listing.status === 'published').length,
    ]).toEqual([count, published])
  })

  test('of 171 food banks, 116 names', async () =>
    expect(new Set((await of('gm-food-banks')).map(({ listing }) => listing.name)).size).toBe(116))

  test('an en dash stays one through Windows-1252', async () => {
    const times = (await of('gm-food-banks')).map(({ listing }) => listing.times_words ?? '')
    expect(times.filter((words) => words.includes('–')).length).toBeGreaterThan(100)
    expect(times.filter((words) => /[\u0080-\u009f]|â€/.test(words))).toEqual([])
  })

  test('weekday columns are sessions', async () => {
    const allington = (await of('kent-libraries')).find(({ listing }) => listing.name === 'Allington Library')
    expect(
      allington?.listing.sessions.map(({ rule, start, end }) => [
        rule.every === 'week' ? rule.on.join() : '',
        start,
        end,
      ]),
    ).toEqual([
      ['tu', '09:00', '17:00'],
      ['we', '09:00', '17:00'],
      ['th', '14:00', '17:00'],
      ['fr', '09:00', '17:00'],
      ['sa', '09:00', '13:00'],
    ])
  })

  test('no web address but http and https, no e-mail address with its "mailto:"', async () => {
    for (const { listing } of await all(bench.store)) {
      expect(listing.website ?? 'https://').toMatch(/^https?:/)
      expect(listing.email?.address ?? '').not.toMatch(/^mailto:/i)
    }
  })

  test('warm spaces: 130 listings, each with a point', async () => {
    const report = await run('warm-spaces', 'warm-spaces-manchester/warm_spaces_tile_505_331.geojson')
    const { added, changed } = report.listings
    expect([report.read, added + changed]).toEqual([130, 130])
    expect((await of('warm-spaces')).length).toBe(130)
  })

  test('every listing made of them is whole: what the schema reads of it is the same again', async () => {
    const broken = (await all(bench.store)).flatMap(({ listing }) => {
      const read = listingFields.safeParse(listing)
      const fields = Object.fromEntries(FIELD_NAMES.map((field) => [field, listing[field]]))
      return read.success && sameValue(read.data, fields) ? [] : [listing.name]
    })
    expect(broken).toEqual([])
  })
})
