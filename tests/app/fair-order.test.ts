/** How the load is spread today: of whole days, the same in every process, and off where a deployment says so. */
import { expect, it, onTestFinished } from 'vitest'
import { fairOrder } from '../../src/app/fair-order.ts'
import { countLooks } from '../../src/app/looks.ts'
import { readSite, site } from '../../src/app/site.ts'
import { countSent, SHARED_A_DAY } from '../../src/workers/sent.ts'
import { openStore } from '../../src/store/open.ts'
import { aNew } from '../store/made.ts'

const MORNING = '2026-11-22T08:00:00Z'
const PLACE = { lat: 53.42, lng: -2.32, postcode: 'M33 2AA' }

async function begun(strength = 6) {
  const store = await openStore(':memory:')
  onTestFinished(() => store.close())
  await store.add([aNew('a', {}, { group: null }), aNew('b', {}, { group: null })])
  let now = new Date(MORNING)
  const fair = fairOrder(store, strength, () => now)
  const at = (instant: string) => (now = new Date(instant))
  const send = (listing: string, count: number, instant: string) =>
    store.act((act) => countSent(act, { listing, how: 'pointed', count }, new Date(instant)))
  const back = async () => {
    await fair.refresh()
    return Object.fromEntries(fair.at(PLACE)?.back ?? [])
  }
  return { store, fair, at, send, back, clock: () => now }
}

it.each([
  ['yesterday', '2026-11-21T12:00:00Z', { a: 6 }],
  ['seven days ago', '2026-11-15T12:00:00Z', { a: 6 }],
  ['eight days ago', '2026-11-14T12:00:00Z', {}],
  ['today: from tomorrow on', '2026-11-22T07:00:00Z', {}],
  ['yesterday, a minute before midnight', '2026-11-21T23:59:00Z', { a: 6 }],
])('people sent %s', async (_, when, expected) => {
  const { send, back } = await begun()
  await send('a', 5, when)
  expect(await back()).toEqual(expected)
})

it('a day of London is meant, in summer time too', async () => {
  const { send, back, at } = await begun()
  at('2026-07-10T08:00:00Z')
  // Half past midnight of the tenth in London, still the ninth in UTC.
  await send('a', 5, '2026-07-09T23:30:00Z')
  expect(await back()).toEqual({})
  at('2026-07-10T23:10:00Z')
  expect(await back()).toEqual({ a: 6 })
})

it('stays put all day, whoever is sent meanwhile and whichever process is asked', async () => {
  const { store, fair, send, back, at, clock } = await begun()
  await send('a', 10, '2026-11-20T12:00:00Z')
  expect(await back()).toEqual({ a: 12 })
  const first = fair.at(PLACE)
  await send('a', 90, MORNING)
  await send('b', 90, MORNING)
  at('2026-11-22T23:30:00Z')
  expect(await back()).toEqual({ a: 12 })
  expect(fair.at(PLACE)).toEqual(first)
  const other = fairOrder(store, 6, clock)
  await other.refresh()
  expect({ ...other.at(PLACE), version: 0 }).toEqual({ ...first, version: 0 })
  at('2026-11-23T00:00:00Z')
  expect(await back()).toEqual({ a: 32, b: 31 })
  expect(fair.at(PLACE)?.version).not.toBe(first?.version)
  expect(fair.at(PLACE)?.seed).not.toBe(first?.seed)
})

it('is the same in an area and another in the next', async () => {
  const { fair } = await begun()
  expect(fair.at({ ...PLACE, lat: 53.43, postcode: 'M33 7XF' })).toEqual(fair.at(PLACE))
  expect(fair.at({ ...PLACE, postcode: 'M32 0AA' })?.seed).not.toBe(fair.at(PLACE)?.seed)
})

it('asks the store nothing, and says nothing, where a deployment switched it off', async () => {
  const refused = { sentTo: () => Promise.reject(new Error('asked')) }
  const fair = fairOrder(refused, 0, () => new Date(MORNING))
  await fair.refresh()
  expect(fair.at(PLACE)).toBeNull()
})

it('goes on as it was where the store cannot be read', async () => {
  const refused = { sentTo: () => Promise.reject(new Error('locked')) }
  const fair = fairOrder(refused, 6, () => new Date(MORNING))
  await fair.refresh()
  expect(fair.at(PLACE)?.back.size).toBe(0)
})

it('counts people who followed a shared link, so many a day at most, by listing and day alone', async () => {
  const { store, clock } = await begun()
  const looks = countLooks(store, clock)
  for (let i = 0; i < 50; i++) looks.followed('a')
  looks.followed('gone')
  looks.at('b')
  await looks.write()
  expect(await store.sentTo({ from: '2026-11-22', before: '2026-11-23', sharedMost: 5 })).toEqual([
    { listing: 'a', group: null, count: SHARED_A_DAY },
  ])
  expect(await store.tallies(['a', 'b'], '2026-11-16')).toMatchObject([{ listing: 'b', count: 1 }])
})

it('whoever follows the links of a rival every day pushes it back by the first step and never by another', async () => {
  const { store, back } = await begun()
  for (let day = 15; day < 22; day++)
    await store.act((act) =>
      countSent(act, { listing: 'a', how: 'shared', count: 50 }, new Date(`2026-11-${day}T12:00:00Z`)),
    )
  expect(await back()).toEqual({ a: 6 })
})

it.each([
  [undefined, 10],
  [{ strength: 0 }, 0],
  [{ strength: 15 }, 15],
])('the strength of %j', (fairness, strength) => {
  expect(site.parse({ ...readSite(), fairness }).fairness.strength).toBe(strength)
})

it.each([-1, 16, '6'])('a strength of %j is refused', (strength) => {
  expect(site.safeParse({ ...readSite(), fairness: { strength } }).success).toBe(false)
})
