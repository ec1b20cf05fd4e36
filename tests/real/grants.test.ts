/** Real funders' files: what is read of them, what is live on a day, and who of a real borough they join. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import type { Award } from '../../src/funding/award.ts'
import { readGrant } from '../../src/imports/grants/grant.ts'
import { importGrants } from '../../src/imports/grants/run.ts'
import { openGrants } from '../../src/imports/sources/threesixtygiving.ts'
import { loadProfile } from '../../src/imports/load-profile.ts'
import { importPlaces } from '../../src/imports/postcode-tables.ts'
import type { Report } from '../../src/imports/report.ts'
import { runSource } from '../../src/imports/runs.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import { workshop, type Bench } from '../imports/workshop.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/grants.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)
if (!hasPostgres()) console.log(`tests/real/grants.test.ts skipped on PostgreSQL: ${HOW_TO_HAVE_POSTGRES}`)

const CSV = 'trafford-grants-360g/trafford_council_voluntary_sector_grants.csv'
const JSON_FILE = 'trafford-grants-360g/trafford_council_voluntary_sector_grants.json'
const POWER = 'power-to-change-360g/power_to_change_360g.json'
const LISTS = [
  ['trafford-sports-clubs', 'trafford-sports-clubs/sports_clubs.csv'],
  ['trafford-mental-health', 'trafford-mental-health/trafford_mental_health_services.csv'],
] as const
const CHARITIES = 'trafford-charities/charities_operating_in_trafford.csv'
const BASES = hasPostgres() ? ['SQLite', 'PostgreSQL'] : ['SQLite']
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

describe.skipIf(DATA === null).each(BASES)('real grants on %s', (base) => {
  let bench: Bench
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined
  const at = (file: string): string => join(DATA ?? '', file)
  const run = (file: string, day: string, dryRun = false): Promise<Report> =>
    importGrants(
      { kind: '360giving', at: [at(file)], source: sourceOf([], '360giving'), now: noon(day), dryRun },
      bench,
    )

  beforeAll(async () => {
    if (base === 'PostgreSQL') database = await freshDatabase()
    bench = await workshop(database?.url)
    await importPlaces(at('uk-outcodes/outcodes.csv'), bench.store)
    for (const [profile, file] of LISTS)
      await importFiles(
        {
          files: [at(file)],
          profile: loadProfile(profile, inRoot('data', 'profiles')),
          now: noon('2022-12-01'),
        },
        bench,
      )
  })
  afterAll(async () => {
    await bench?.store.close()
    await database?.drop()
  })

  test.each([
    [CSV, '2023-01-01', 555, 76],
    [CSV, '2021-01-01', 555, 80],
    [CSV, '2024-09-01', 555, 5],
    [CSV, '2026-11-22', 555, 0],
    [JSON_FILE, '2023-01-01', 555, 76],
    [JSON_FILE, '2021-01-01', 555, 80],
    [JSON_FILE, '2024-09-01', 555, 5],
    [JSON_FILE, '2026-11-22', 555, 0],
    [POWER, '2019-01-01', 870, 324],
  ])('%s on %s: %i grants, %i of them live', async (file, day, read, live) => {
    const { grants, listings, missing, state } = await run(file, day, true)
    expect({ state, missing, listings, grants }).toMatchObject({
      state: 'planned',
      missing: 0,
      listings: { skipped: read, refused: 0, duplicate: 0 },
      grants: { read, live, individuals: 0 },
    })
  })

  test('Trafford Council’s grants as CSV and as JSON are the same: the second changes nothing', async () => {
    const first = await run(CSV, '2023-01-01')
    const before = await bench.store.lastChange()
    const asked = await bench.store.matters.list({ kind: 'same-group', state: 'open' })
    const second = await run(JSON_FILE, '2023-01-01')
    expect(second.grants).toEqual(first.grants)
    expect(await bench.store.lastChange()).toBe(before)
    expect(await timesTold(bench, await grantsIn(at(JSON_FILE)))).toEqual(Array(555).fill(1))
    expect((await bench.store.matters.list({ kind: 'same-group', state: 'open' })).length).toBe(asked.length)
  })

  test('before any number is known they join by name alone, as questions; then by number', async () => {
    const before = (await run(CSV, '2023-01-01')).grants
    const asked = await bench.store.matters.list({ kind: 'same-group', state: 'open' })
    const names = asked.map(({ about }) => (about as { org: { name: string } }).org.name)
    console.log(`${base}, lists only: ${JSON.stringify(before)}; asked about ${asked.length} recipients`)
    for (const name of ['Timperley Sports Club', 'G-Force', 'LMCP Care Link']) expect(names).toContain(name)
    expect(before).toMatchObject({ matched_by_id: 0, suggested_by_name: 37, unmatched: 518 })

    const source = sourceOf([], 'charity-commission')
    const charities = await runSource(
      { kind: 'charity-commission', at: [at(CHARITIES)], source, now: noon('2023-01-01') },
      bench,
    )
    expect(charities.state).toBe('applied')
    const after = (await run(CSV, '2023-01-02')).grants
    console.log(`${base}, with the charities that work in Trafford: ${JSON.stringify(after)}`)
    expect(after?.matched_by_id).toBe(127)
    expect((await bench.store.matters.list({ kind: 'same-group', state: 'open' })).length).toBe(asked.length)
    expect(sum(after)).toBe(555)
  })

  test('Power to Change: 870 grants, 652 with planned dates, 583 with an end', async () => {
    const planned = JSON.parse(readFileSync(at(POWER), 'utf8')).grants.filter(
      (it: object) => 'plannedDates' in it,
    )
    expect(planned.length).toBe(652)
    const report = await run(POWER, '2019-01-01')
    expect(report.problems.map(({ problem }) => problem)).toEqual(Array(5).fill('ends before it begins'))
    expect(sum(report.grants)).toBe(870)
    // Another funder's file under the same source takes nothing from Trafford's.
    expect(report.missing).toBe(0)
    expect((await grantsIn(at(POWER))).filter(({ endsOn }) => endsOn !== null).length).toBe(583)
    console.log(`${base}, Power to Change: ${JSON.stringify(report.grants)}`)
  })
})

const sum = (grants: Report['grants']): number =>
  grants === null ? 0 : grants.matched_by_id + grants.suggested_by_name + grants.unmatched

async function grantsIn(file: string): Promise<Told[]> {
  const { order, batches } = await openGrants(file)
  const all: Told[] = []
  for await (const records of batches)
    for (const record of records) {
      const read = readGrant(record, order)
      if (read.is === 'award') all.push(read.award)
    }
  return all
}
type Told = Pick<Award, 'id' | 'endsOn'>

/** How often each of them was told something new. */
async function timesTold({ store }: Bench, grants: readonly Told[]): Promise<number[]> {
  const about = { run: 'looking', source: sourceOf([], '360giving'), startedAt: '2023-01-01T12:00:00Z' }
  return store.imports.run({ ...about, dryRun: true }, async (tx) => {
    const known = await tx.awards.known(grants.map(({ id }) => id))
    const value = [...known.values()].map(({ nth }) => nth)
    return { keep: false, state: 'applied', report: '{}', value }
  })
}
