/** Link workers in the whole house, with the demonstration: the real search, the weekly job, hints, feedback, calls. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { loadDemo } from '../../src/app/demo/load.ts'
import { openHouse, type House } from '../../src/app/house.ts'
import { savedAddress } from '../../src/app/workers/picture.ts'
import { workersDoors } from '../../src/app/workers/doors.ts'
import { searchNews } from '../../src/app/workers/news-job.ts'
import { AT, statement } from '../store/made.ts'
import { EVERYWHERE, inDays, KEEPER, NOW, somebody } from './house.ts'

let now = NOW
let house: House
const folder = mkdtempSync(join(tmpdir(), 'fingerpost-workers-'))
beforeAll(async () => {
  house = await openHouse(
    readConfig({ DATA_DIR: folder, AUTH_SECRET: 'a secret of this test, long enough' }),
    () => now,
  )
  await loadDemo(house.store, house.ranks, now)
  await house.follower.catchUp(Number.POSITIVE_INFINITY)
  await house.store.act(async (act) => {
    await act.people.for({ id: EVERYWHERE.person, email: EVERYWHERE.email, at: AT })
    for (const grant of EVERYWHERE.grants) await act.grants.give(grant)
  })
}, 60_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const letters = async () =>
  (await house.store.outbox.due(now, 50)).filter(({ kind }) => kind === 'searches-changed')

test.for([
  ['what=debt&where=M33', 'what=debt&where=M33'],
  ['page=3&what=debt&size=100&open=now', 'what=debt'],
  ['what=', ''],
  ['what=debt&drop=tables', null],
  ['age=old', null],
] as const)('of "%s" is saved: %s', ([address, saved]) => {
  expect(savedAddress(house, address)).toBe(saved)
})

test('what a link worker hears of a listing is next week’s letter to whoever follows it', async () => {
  const doors = workersDoors(house)
  expect((await doors.saveSearch(EVERYWHERE, { name: 'Food', address: 'what=food' })).is).toBe('saved')
  await searchNews(house)
  expect(await letters()).toEqual([])
  const [search] = (await doors.searches(EVERYWHERE)) ?? []
  const roomy = Object.entries(search?.stood ?? {}).find(([, { room }]) => room === 'open')?.[0] ?? ''
  const [known] = await house.store.listings([roomy])
  const rung = {
    listing: roomy,
    heard: 'full',
    words: null,
    until: '2027-03-01',
    weeks: null,
    how: 'phone',
  } as const
  const is = await doors.rang(EVERYWHERE, { ...rung, revision: known?.listing.revision ?? 0 })
  expect(is.is).toBe('saved')
  now = inDays(1)
  await Promise.all([searchNews(house), searchNews(house)])
  await searchNews(house)
  const [letter, ...more] = await letters()
  expect(more).toEqual([])
  expect(letter?.to).toBe(EVERYWHERE.email)
  expect(letter?.about).toMatchObject({
    searches: [{ name: 'Food', lines: expect.arrayContaining([{ is: 'full', name: known?.listing.name }]) }],
  })
})

test('hints are for link workers of the area, and for nobody else', async () => {
  const doors = workersDoors(house)
  const ids = (await house.store.changesSince(0, 30)).known.map(({ listing }) => listing.id)
  const published = (await house.listings(ids)).filter(({ listing }) => listing.status !== 'draft')
  expect((await doors.hints(null, ids)).size).toBe(0)
  expect((await doors.hints(KEEPER, ids)).size).toBe(0)
  expect((await doors.hints(EVERYWHERE, ids)).size).toBeGreaterThanOrEqual(published.length)
  const nowhere = await doors.hints(somebody('far', 'link-worker ZE1'), ids)
  const everywhereListed = published.filter(({ listing }) => listing.places.length === 0)
  expect([...nowhere.keys()].every((id) => everywhereListed.some(({ listing }) => listing.id === id))).toBe(
    true,
  )
})

test('calls are of the area, each with a number and a reason; whoever was rung is not rung again', async () => {
  const doors = workersDoors(house)
  const calls = await doors.ring(EVERYWHERE, 'en')
  expect(calls).toHaveLength(20)
  expect(calls.filter(({ phones, why }) => phones.length === 0 || why.length === 0)).toEqual([])
  expect(await doors.ring(KEEPER, 'en')).toEqual([])
  const sale = await doors.ring(somebody('sale', 'link-worker M33'), 'en')
  const areas = sale.flatMap(({ known }) =>
    known.listing.places.map(({ postcode }) => postcode?.split(' ')[0]),
  )
  expect(areas.filter((area) => area !== undefined)).toContain('M33')
  const [first] = calls
  if (first === undefined) throw new Error('nobody to ring')
  const { id, revision } = first.known.listing
  const rung = { listing: id, revision, words: null, until: null, weeks: null, how: 'phone' } as const
  await doors.rang(EVERYWHERE, { ...rung, heard: 'running' })
  const after = (await doors.ring(EVERYWHERE, 'en')).map(({ known }) => known.listing.id)
  expect(after).not.toContain(id)
  expect(after).toHaveLength(20)
})

test('a group hears how many were pointed, and how listings like it fare', async () => {
  const doors = workersDoors(house)
  const { known } = await house.store.changesSince(0, 200)
  const [tagged] = known.filter(({ listing }) => listing.kinds.length > 0 && listing.status === 'published')
  const id = tagged?.listing.id ?? ''
  for (const name of ['one', 'another'])
    await doors.point(somebody(name, 'link-worker'), { listing: id, back: false })
  expect(await doors.feedback(id, 'en')).toMatch(/^2 people were pointed to you this month\./)
  expect(await doors.feedback('nowhere', 'en')).toBeNull()
})

test('a hidden number on the list of calls is read on the record, a public one is not', async () => {
  const doors = workersDoors(house)
  const [first] = await doors.ring(EVERYWHERE, 'en', 1)
  if (first === undefined) throw new Error('nobody to ring')
  const { id: listing, revision } = first.known.listing
  const reads = async () =>
    (await house.store.audit({ limit: 10, listing })).filter(({ did }) => did === 'read-private').length
  expect([first.phones.some(({ hidden }) => hidden), await reads()]).toEqual([false, 0])
  const settled = { ...first.known.listing, phone: { number: '0161 496 0199', visible: false } }
  const said = statement(listing, { phone: settled.phone }, { source: 'desk', by: 'desk' })
  await house.store.edit({ listing, revision, statement: said, settled, author: 'desk', at: AT })
  const [again] = await doors.ring(EVERYWHERE, 'en', 1)
  expect(again?.phones).toContainEqual({ number: '0161 496 0199', role: null, hidden: true })
  expect(await reads()).toBe(1)
})
