/** The real registers, and the counts that a good importer finds in them. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../src/app/read-sources.ts'
import type { Register } from '../../src/freshness/register-entry.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import type { Report } from '../../src/imports/report.ts'
import { runSource } from '../../src/imports/runs.ts'
import type { Errand } from '../../src/imports/workshop.ts'
import { NOW } from '../fixtures.ts'
import { all, workshop, type Bench } from '../imports/workshop.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/registers.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)
const ARRANGED = readSources()
const TRAFFORD = 'trafford-charities/charities_operating_in_trafford.csv'
const HARROW = 'harrow-charities-sample/harrow_charities.csv'
const MERGERS = 'ccew-registers/ccew-register-of-mergers.csv'
const AGAIN = 'ccew-registers/charity-reregistrations.csv'

const run = (bench: Bench, kind: Register, file: string, over: Partial<Errand> = {}): Promise<Report> =>
  runSource(
    { kind, at: [join(DATA ?? '', file)], source: sourceOf(ARRANGED, kind), now: NOW, ...over },
    bench,
  )
const none = { added: 0, changed: 0, unchanged: 0, duplicate: 0, skipped: 0, refused: 0 }

describe.skipIf(DATA === null)('real registers', () => {
  test.each<[string, Register, string, number, object, object]>([
    ['Trafford', 'charity-commission', TRAFFORD, 736, { skipped: 735, duplicate: 1 }, { removed: 0 }],
    ['Harrow', 'charity-commission-legacy', HARROW, 200, { skipped: 199, duplicate: 1 }, { removed: 73 }],
    ['mergers', 'charity-mergers', MERGERS, 5902, {}, { merged: 0 }],
    ['registered again', 'charity-reregistrations', AGAIN, 1931, {}, { merged: 0 }],
  ])('%s: read, and read again without a change', async (_what, kind, file, read, listings, register) => {
    const bench = await workshop()
    const first = await run(bench, kind, file)
    expect(first).toMatchObject({ state: 'applied', read, missing: 0, listings: { refused: 0, ...listings } })
    expect(first.register).toMatchObject({ read, signals: 0, ...register })
    const { skipped, duplicate } = first.listings
    expect(skipped + duplicate).toBe(read)
    const again = await run(bench, kind, file)
    expect([again.listings, again.missing]).toEqual([{ ...none, skipped, duplicate }, 0])
    expect(await bench.store.lastChange()).toBe(0)
    await bench.store.close()
  })

  test('drafts: 735 of 736, with a group, without a place, and hidden', async () => {
    const bench = await workshop()
    const report = await run(bench, 'charity-commission', TRAFFORD, { createDrafts: true })
    expect(report.listings).toEqual({ ...none, added: 735, duplicate: 1 })
    const listings = (await all(bench.store)).map(({ listing }) => listing)
    expect(new Set(listings.map(({ status }) => status))).toEqual(new Set(['draft']))
    expect(
      listings.filter(({ group, places, phone, email }) => !group || places.length || phone || email),
    ).toEqual([])
    // Many say it in all of their words in capitals.
    expect(
      listings.filter(
        ({ name }) => name === name.toUpperCase() && /[AEIOU]/.test(name) && name.includes(' '),
      ),
    ).toEqual([])
    const urmston = listings.filter(({ name }) => name === 'Urmston Musical Theatre')
    expect((await bench.store.group(urmston[0]?.group?.id ?? ''))?.org_ids).toEqual([
      'GB-CHC-1119510',
      'GB-CHC-1199397',
    ])
    await bench.store.close()
  })

  test.each([
    ['the register first', [0, 1]],
    ['the mergers first', [1, 0]],
  ])('%s: two of Trafford’s merged away, each with its successor', async (_order, order) => {
    const bench = await workshop()
    const runs = [
      () => run(bench, 'charity-commission', TRAFFORD, { createDrafts: true }),
      () => run(bench, 'charity-mergers', MERGERS),
    ]
    const reports: Report[] = []
    for (const at of order) {
      const next = runs[at]
      if (next) reports.push(await next())
    }
    expect(reports.at(-1)?.register).toMatchObject({ merged: 2, signals: 2 })
    const flagged = (await all(bench.store)).filter(({ signals }) => signals.length > 0)
    expect(
      flagged.map(({ listing, signals }) => [listing.name, signals.map(({ kind }) => kind)]).sort(),
    ).toEqual([
      ['Carmel Christian Centre', ['merged']],
      ['The Ahmed Iqbal Ullah Education Trust', ['merged']],
    ])
    const entries = await bench.store.registers.entriesOf(['GB-CHC-1052551', 'GB-CHC-1089257'])
    expect(
      entries.filter(({ state }) => state === 'merged').map(({ org_id, successor }) => [org_id, successor]),
    ).toEqual([
      ['GB-CHC-1052551', 'GB-CHC-1190036'],
      ['GB-CHC-1089257', 'GB-CHC-1212958'],
    ])
    await bench.store.close()
  })

  test('of the mergers only whole charities went: a hospital’s charity that took in 111 of its own funds goes on', async () => {
    const bench = await workshop()
    await run(bench, 'charity-mergers', MERGERS)
    const merged = await bench.store.registers.merged()
    expect(merged.has('GB-CHC-1160024')).toBe(false)
    expect(merged.size).toBeGreaterThan(5000)
    expect(merged.size).toBeLessThan(5184)
    await bench.store.close()
  })
})
