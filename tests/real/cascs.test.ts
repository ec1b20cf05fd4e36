/** The largest real list: clubs that stand several times, withdrawn ones among them, under ids that change with a spelling. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import Papa from 'papaparse'
import pg from 'pg'
import { inRoot } from '../../src/app/root.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { loadProfile } from '../../src/imports/load-profile.ts'
import { importPlaces } from '../../src/imports/postcode-tables.ts'
import type { Report } from '../../src/imports/report.ts'
import { NOW } from '../fixtures.ts'
import { all, workshop, type Bench } from '../imports/workshop.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/cascs.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)
if (!hasPostgres()) console.log(`tests/real/cascs.test.ts skipped on PostgreSQL: ${HOW_TO_HAVE_POSTGRES}`)

describe.skipIf(DATA === null)('sports clubs', () => {
  const file = join(DATA ?? '', 'cascs/cascs.csv')
  let bench: Bench
  const run = (): Promise<Report> =>
    importFiles({ files: [file], profile: loadProfile('cascs', inRoot('data', 'profiles')), now: NOW }, bench)
  /** As a person would tell them apart: name and postcode without case, blanks and signs; four spellings of "none". */
  const clubs = (): { key: string; active: boolean }[] =>
    Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map(({ name = '', postcode = '', active }) => {
      const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
      const none = ['', '—', 'No data', 'NA'].includes(postcode)
      return { key: `${bare(name)}|${none ? '' : bare(postcode)}`, active: active === 'True' }
    })

  beforeAll(async () => {
    bench = await workshop()
    await importPlaces(join(DATA ?? '', 'uk-outcodes/outcodes.csv'), bench.store)
  })
  afterAll(() => bench?.store.close())

  test('9,700 rows, 1,609 of them withdrawn: each club once, and the row that is active counts', async () => {
    const rows = clubs()
    expect([rows.length, rows.filter(({ active }) => !active).length]).toEqual([9700, 1609])
    const distinct = new Set(rows.map(({ key }) => key))
    const active = new Set(rows.filter((row) => row.active).map(({ key }) => key))
    const { read, listings } = await run()
    expect([read, listings.added, listings.duplicate, listings.refused]).toEqual([
      9700,
      distinct.size,
      9700 - distinct.size,
      0,
    ])
    const found = (await all(bench.store)).map(({ listing }) => listing.status)
    expect(found.filter((status) => status === 'published')).toHaveLength(active.size)
    expect(found.filter((status) => status === 'ended')).toHaveLength(distinct.size - active.size)
  })

  test('again it changes nothing', async () => {
    const change = await bench.store.lastChange()
    const { listings } = await run()
    expect([listings.added, listings.changed]).toEqual([0, 0])
    expect(await bench.store.lastChange()).toBe(change)
  })

  test('the letter O in a postcode is mended, a digit too many is not', async () => {
    const { problems } = await run()
    const said = new Map(problems.map((it) => [it.value, it.did]))
    expect([said.get('CRO 5JH'), said.get('S020 6BG')]).toEqual(['read as CR0 5JH', 'read as SO20 6BG'])
    expect(said.get('NP7 17DB')).toBe('kept without a point')
  })
})

describe.skipIf(DATA === null || !hasPostgres())('sports clubs on PostgreSQL', () => {
  /** PostgreSQL plans by what it counted last: after a list of six, it takes every source for a small one. */
  test('come to their end where all that was counted before is a small list', async () => {
    const { url, drop } = await freshDatabase()
    const bench = await workshop(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const read = (path: string, profile: string) => {
        const files = [join(DATA ?? '', path)]
        return importFiles(
          { files, profile: loadProfile(profile, inRoot('data', 'profiles')), now: NOW },
          bench,
        )
      }
      await read('trafford-community-hubs/trafford_community_hubs.csv', 'trafford-community-hubs')
      await client.query('analyze')
      const { state, listings } = await read('cascs/cascs.csv', 'cascs')
      expect([state, listings.added + listings.changed]).toEqual(['applied', 9700 - listings.duplicate])
    } finally {
      await client.end()
      await bench.store.close()
      await drop()
    }
  }, 60_000)
})
