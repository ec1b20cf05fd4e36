/** Real Open Referral data: a feed of sixty services with faults switched on, the standard's examples, the validator's mock. */
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importPlaces } from '../../src/imports/postcode-tables.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import {
  cutOff,
  drip,
  serveFeed,
  servicesIn,
  type FeedOptions,
  type Service,
} from '../imports/feed-server.ts'
import { readFrom } from '../imports/open-referral/made.ts'
import { status, type Web } from '../imports/web-server.ts'
import { all, counts, none, workshop, type Bench } from '../imports/workshop.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/open-referral.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)
if (!hasPostgres())
  console.log(`tests/real/open-referral.test.ts skipped on PostgreSQL: ${HOW_TO_HAVE_POSTGRES}`)
const BASES = hasPostgres() ? ['SQLite', 'PostgreSQL'] : ['SQLite']
const at = (path: string): string => join(DATA ?? '', path)

describe.skipIf(DATA === null).each(BASES)('Trafford’s sixty services on %s', (base) => {
  let bench: Bench
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined
  let web: Web | null = null
  let sixty: Service[] = []
  beforeAll(async () => {
    sixty = servicesIn(at('trafford-oruk-v3-DERIVED'))
    if (base === 'PostgreSQL') database = await freshDatabase()
    bench = await workshop(database?.url)
    for (const table of ['uk-outcodes/outcodes.csv', 'trafford-postcodes/trafford_postcodes.csv'])
      await importPlaces(at(table), bench.store)
  })
  afterAll(async () => {
    await bench?.store.close()
    await database?.drop()
  })
  afterEach(async () => {
    await web?.close()
    web = null
  })
  const read = async (options: FeedOptions = {}) => {
    web = await serveFeed(sixty, options)
    return readFrom(web.base, bench)
  }

  test('are sixty listings with their points, and what was assured is confirmed', async () => {
    const report = await read({ faults: [{ page: 2, times: 2, answer: status(500) }] })
    expect(counts(report)).toEqual({ ...none, read: 60, added: 60 })
    expect(report.located).toEqual({ exact: 60, postcode: 0, area: 0, none: 0 })
    expect(report.problems).toMatchObject([{ field: 'postcode', value: 'WA154 1HF' }])
    const listings = await all(bench.store)
    expect(listings.length).toBe(60)
    const assured = sixty.filter(({ assured_date }) => assured_date !== undefined)
    expect(assured.length).toBe(40)
    const confirmed = listings.flatMap(({ confirmation }) => confirmation ?? [])
    expect(confirmed.map(({ by, how }) => `${by} ${how}`)).toEqual(Array(40).fill('source file'))
    expect(new Set(confirmed.map(({ at: day }) => day.slice(0, 10)))).toEqual(
      new Set(assured.map(({ assured_date }) => assured_date)),
    )
  })

  test.each<[string, FeedOptions, string]>([
    ['page 3 repeats page 1', { pages: (page, honest) => (page === 3 ? sixty.slice(0, 25) : honest) }, 'Page 3 of 3 repeats page 1'],
    ['a body breaks off', { faults: [{ page: 2, answer: cutOff }] }, 'broke off before its end'],
    ['a page drips', { faults: [{ page: 3, answer: drip }] }, 'was not done after'],
  ])('stay as they are where %s', async (_, options, why) => {
    const change = await bench.store.lastChange()
    const report = await read(options)
    expect(report.state).toBe('refused')
    expect(report.why).toContain(why)
    expect(await bench.store.lastChange()).toBe(change)
  }) // prettier-ignore

  test('are the same from the folder and from the feed, in either dialect', async () => {
    const change = await bench.store.lastChange()
    const folder = await readFrom(at('trafford-oruk-v3-DERIVED'), bench)
    expect(counts(folder)).toEqual({ ...none, read: 60, unchanged: 60 })
    const older = await read({ dialect: 'older', full: true })
    expect(counts(older)).toEqual({ ...none, read: 60, unchanged: 60 })
    expect(await bench.store.lastChange()).toBe(change)
  })
})

describe.skipIf(DATA === null)('the standard’s own', () => {
  let bench: Bench
  beforeEach(async () => void (bench = await workshop()))
  afterEach(() => bench.store.close())
  const only = async () => {
    const [known] = await all(bench.store)
    if (known === undefined) throw new Error('nothing was read')
    return known
  }

  test('UK 3.0 example is a listing without the point that cannot be', async () => {
    const report = await readFrom(at('oruk-v3-examples'), bench)
    expect(counts(report)).toEqual({ ...none, read: 1, added: 1 })
    const said = report.problems.map(({ field, value }) => `${field} ${value}`)
    expect(said).toEqual(['list 10', 'cost fees_description', 'postcode ABC 1234', 'point 100, 101'])
    const { listing, confirmation } = await only()
    expect(listing.places).toEqual([
      { name: 'MyCity Civic Center', address: '1-30 Main Street', town: 'MyCity' },
    ])
    // Over since 2005, and with figures that contradict each other: words only.
    expect(listing.sessions).toEqual([])
    expect(listing.times_words).toContain('Thursday, Friday, 10:00 to 18:00')
    expect(listing.audience).toMatchObject({ age_from: 12 })
    expect(listing.group?.name).toBe('Example Organization Inc.')
    expect(confirmation).toMatchObject({ at: '2005-01-01T12:00:00.000Z', by: 'source', how: 'file' })
    expect(JSON.stringify(listing)).not.toMatch(/Persona/)
  })

  test('HSDS 3.0 example says more of the same', async () => {
    const report = await readFrom(at('hsds-3-examples'), bench)
    expect(counts(report)).toMatchObject({ read: 1, added: 1 })
    const { listing } = await only()
    expect(listing).toMatchObject({
      languages: ['ur'],
      phone: { number: '01234 234567' },
      cost: { kind: 'paid', amount_pence: 5000 },
      access: ['hearing-loop', 'step-free'],
      contacts: [{ role: 'Reception Manager' }],
    })
    expect(JSON.stringify(listing)).not.toMatch(/Persona/)
  })

  test('HSDS 3.1 mock has its room, its further addresses and its attributes read', async () => {
    const report = await readFrom(at('hsds-3.1-mock'), bench)
    expect(counts(report)).toMatchObject({ read: 1, added: 1 })
    expect(report.problems.map(({ field, value }) => `${field} ${value}`)).toContain('capacities 12 of 10')
    const { listing, capacity } = await only()
    expect(capacity).toMatchObject({ state: 'open', by: 'source', saidAt: '2024-09-25T13:23:06.500Z' })
    expect(listing.links).toEqual([{ label: 'Website', url: 'https://example.org' }])
  })

  test('validator’s list of 128 of one id is one listing, and 127 are told of', async () => {
    const report = await readFrom(at('oruk-v3-validator-mocks/test-service_list.json'), bench)
    expect(counts(report)).toEqual({ ...none, read: 128, added: 1, duplicate: 127 })
    expect(report.problems.filter(({ problem }) => problem === 'is the same as an earlier row').length).toBe(
      127,
    )
    expect(report.problems[0]).toMatchObject({
      field: 'list',
      value: '31',
      problem: 'the lists say so many services, and 128 are in them',
    })
    const again = await readFrom(at('oruk-v3-validator-mocks/test-service_list.json'), bench)
    expect(counts(again)).toEqual({ ...none, read: 128, unchanged: 1, duplicate: 127 })
  })
})
