/** What ends with its money, and what else there is. */
import { describe, expect, test } from 'vitest'
import { fundingEnds, type Asked, type Counted } from '../../src/insight/funding-ends.ts'
import { nearbyIn } from '../../src/insight/nearby.ts'
import { milesBetween } from '../../src/places/geo.ts'

/** About a mile to the north for each 0.01447 degrees. */
const MILE = 0.01447
const at = (miles: number) => ({ lat: 53.4 + miles * MILE, lng: -2.3 })
const it_ = (id: string, over: Partial<Counted> = {}): Counted => ({
  id,
  needs: ['company'],
  areas: ['sale'],
  points: [at(0)],
  places: 1,
  remote: false,
  room: false,
  state: 'none',
  until: null,
  awards: [],
  ...over,
})
const ends = (id: string, until: string, over: Partial<Counted> = {}) =>
  it_(id, { state: 'unknown', until, ...over })
const ASKED: Asked = { from: '2027-01-01', to: '2027-03-31', need: null, area: null, miles: 5 }
const rows = (all: { id: string }[]) => Object.fromEntries(all.map(({ id, ...row }) => [id, row]))

describe('which listings end', () => {
  const ROWS: [string, Counted, boolean][] = [
    ['on the first day', ends('a', '2027-01-01'), true],
    ['on the last', ends('a', '2027-03-31'), true],
    ['a day later', ends('a', '2027-04-01'), false],
    ['over already', ends('a', '2026-12-31', { state: 'ended' }), false],
    ['"goes on until" is an end as well', ends('a', '2027-02-01', { state: 'goes-on' }), true],
    ['"goes on"', it_('a', { state: 'goes-on' }), false],
    ['nobody knows', it_('a', { state: 'unknown' }), false],
    ['nobody said', it_('a'), false],
  ]
  test.each(ROWS)('%s', (_, it, does) => {
    expect(fundingEnds([it], ASKED).listings.map(({ id }) => id)).toEqual(does ? ['a'] : [])
  })
})

describe('what else there is', () => {
  /** what, the other listing, whether it counts, and with room */
  const ROWS: [string, Counted, number, number][] = [
    ['near', it_('b', { points: [at(4.9)], room: true }), 1, 1],
    ['near, room is not known', it_('b', { points: [at(4.9)] }), 1, 0],
    ['too far', it_('b', { points: [at(5.1)], room: true }), 0, 0],
    ['one of its places is near', it_('b', { points: [at(50), at(1)], room: true }), 1, 1],
    ['for another need', it_('b', { needs: ['debt'], room: true }), 0, 0],
    ['ends as well', ends('b', '2027-02-01', { room: true }), 0, 0],
    ['ends later', ends('b', '2027-09-30', { room: true }), 1, 1],
    ['has ended', ends('b', '2026-12-31', { state: 'ended', room: true }), 0, 0],
    ['by telephone, wherever it is', it_('b', { points: [], remote: true, room: true }), 1, 1],
    ['nobody knows where', it_('b', { points: [], room: true }), 0, 0],
  ]
  test.each(ROWS)('%s', (_, other, others, withRoom) => {
    const found = fundingEnds([ends('a', '2027-03-31'), other], ASKED)
    expect(found.listings.find(({ id }) => id === 'a')).toMatchObject({ others, withRoom })
    expect(rows(found.needs)['company']).toMatchObject({ others, withRoom })
  })
})

describe('rows', () => {
  const all = [
    ends('a', '2027-03-31', { needs: ['company', 'food'], areas: ['sale', 'timperley'], places: 2 }),
    ends('b', '2027-01-31', { areas: ['timperley'], points: [at(20)] }),
    ends('c', '2027-06-30', { needs: ['food'] }),
    it_('near', { room: true }),
    it_('further', { points: [at(21)] }),
  ]
  test('by need and by area; each other listing is counted once', () => {
    const found = fundingEnds(all, ASKED)
    expect(found.needs).toEqual([
      { id: 'company', listings: 2, places: 3, others: 2, withRoom: 1, without: 1, pence: null },
      { id: 'food', listings: 1, places: 2, others: 1, withRoom: 0, without: 1, pence: null },
    ])
    expect(found.areas.map(({ id, listings, others }) => [id, listings, others])).toEqual([
      ['timperley', 2, 3],
      ['sale', 1, 2],
    ])
    expect(found.all).toMatchObject({ listings: 2, places: 3, others: 3, withRoom: 1, without: 2 })
    expect(
      found.listings.map(({ id }) => id),
      'soonest first',
    ).toEqual(['b', 'a'])
    expect([found.unknown, found.total]).toEqual([2, 5])
  })

  test.each([
    ['a need', { need: 'food' }, ['a'], ['food']],
    ['an area', { area: 'sale' }, ['a'], ['food', 'company']],
    ['both', { need: 'company', area: 'timperley' }, ['b', 'a'], ['company']],
    ['more days', { to: '2027-06-30' }, ['b', 'a', 'c'], ['food', 'company']],
    ['nothing', { need: 'debt' }, [], []],
  ] as [string, Partial<Asked>, string[], string[]][])('only %s', (_, only, ids, needs) => {
    const found = fundingEnds(all, { ...ASKED, ...only })
    expect(found.listings.map(({ id }) => id)).toEqual(ids)
    expect(found.needs.map(({ id }) => id)).toEqual(needs)
  })

  test('a grant of two listings is counted once, and only one that ends in these days', () => {
    const awards = [
      { id: 'g1', pence: 1_200_000, endsOn: '2027-03-31' },
      { id: 'g2', pence: 500_000, endsOn: '2026-03-31' },
      { id: 'g3', pence: null, endsOn: '2027-03-31' },
    ]
    const found = fundingEnds(
      [ends('a', '2027-03-31', { awards }), ends('b', '2027-03-31', { awards })],
      ASKED,
    )
    expect(found.all.pence).toBe(1_200_000)
    const unsaid = awards.map((it) => ({ ...it, pence: null }))
    expect(fundingEnds([ends('a', '2027-03-31', { awards: unsaid })], ASKED).all.pence).toBeNull()
  })
})

test('near is what lies within the miles, whichever square it is in', () => {
  const points = Array.from({ length: 400 }, (_, nth) => ({
    id: nth,
    points: [{ lat: 50 + (nth % 20) * 0.051, lng: -3 + Math.floor(nth / 20) * 0.083 }],
  }))
  for (const lat of [50.3, 50.51, 50.9]) {
    const middle = { lat, lng: -2.2 }
    const found = nearbyIn(points, 7)(middle).map(({ id }) => id)
    const plain = points.filter((it) => it.points.some((point) => milesBetween(middle, point) <= 7))
    expect(found.sort((a, b) => a - b)).toEqual(plain.map(({ id }) => id))
  }
})
