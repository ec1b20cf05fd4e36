/** What a feed says, through the whole of an import: places, room and checks, on each database; and taken back. */
import { expect, test } from 'vitest'
import { undoRun } from '../../../src/imports/undo.ts'
import type { Store } from '../../../src/store/store.ts'
import { NOW } from '../../fixtures.ts'
import { onEachDatabase } from '../../store/databases.ts'
import { serveFeed, type Service } from '../feed-server.ts'
import { all, counts, none, workshop, type Bench } from '../workshop.ts'
import { readFrom, service } from './made.ts'

const hall = (name: string, lng: number, byday: string): object => ({
  location: {
    name,
    latitude: 53.42,
    longitude: lng,
    addresses: [{ address_1: '1 School Road', city: 'Sale', postal_code: 'M33 2AA' }],
  },
  schedules: [{ freq: 'WEEKLY', byday, opens_at: '10:00', closes_at: '12:00' }],
})
const two = (over: Service = {}): Service =>
  service(1, {
    assured_date: '2026-10-01',
    service_at_locations: [hall('Hall', -2.32, 'TU'), hall('Library', -2.33, 'FR')],
    capacities: [{ available: 0, maximum: 12, updated: '2026-11-20T09:00:00Z' }],
    ...over,
  })

onEachDatabase('a feed', ({ open }) => {
  const bench = async (): Promise<Bench> => {
    const store: Store = await open()
    const rest = await workshop()
    await rest.store.close()
    return { ...rest, store }
  }
  const read = async (feed: Service[], on: Bench) => {
    const web = await serveFeed(feed)
    return readFrom(web.base, on).finally(() => web.close())
  }

  test('tells of several places, of times at each, of room and of a check', async () => {
    const on = await bench()
    const report = await read([two()], on)
    expect(counts(report)).toEqual({ ...none, read: 1, added: 1 })
    const [known] = await all(on.store)
    expect(known?.listing.places).toMatchObject([
      { name: 'Hall', postcode: 'M33 2AA', point: { lng: -2.32 }, precision: 'exact' },
      { name: 'Library', point: { lng: -2.33 } },
    ])
    expect(known?.listing.sessions).toMatchObject([
      { rule: { every: 'week', on: ['tu'] }, place: 0 },
      { rule: { every: 'week', on: ['fr'] }, place: 1 },
    ])
    expect(known?.capacity).toMatchObject({ state: 'full', by: 'source', saidAt: '2026-11-20T09:00:00.000Z' })
    expect(known?.confirmation).toMatchObject({ at: '2026-10-01T12:00:00.000Z', by: 'source' })
  })

  test('said again is no news, and with a later count it is', async () => {
    const on = await bench()
    await read([two()], on)
    const change = await on.store.lastChange()
    expect(counts(await read([two()], on))).toMatchObject({ unchanged: 1 })
    expect(await on.store.lastChange()).toBe(change)
    const later = [{ available: 2, maximum: 12, updated: '2026-11-21T09:00:00Z' }]
    const report = await read([two({ capacities: later })], on)
    expect(counts(report)).toMatchObject({ unchanged: 1 })
    expect((await all(on.store))[0]?.capacity).toMatchObject({ state: 'open' })
    await undoRun(on.store.imports, report.run, NOW, on.ranks)
    expect((await all(on.store))[0]?.capacity).toMatchObject({ state: 'full' })
  })

  test('whose second place goes loses that place and its times only', async () => {
    const on = await bench()
    await read([two()], on)
    const report = await read([two({ service_at_locations: [hall('Hall', -2.32, 'TU')] })], on)
    expect(counts(report)).toMatchObject({ changed: 1 })
    const [known] = await all(on.store)
    expect(known?.listing.places.map(({ name }) => name)).toEqual(['Hall'])
    expect(known?.listing.sessions.length).toBe(1)
  })
})
