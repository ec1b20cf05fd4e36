/** What is written in data/demo: complete, invented, plain, and in every state the site can show. */
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../src/app/demo/events.ts'
import { readDemo } from '../../src/app/demo/load.ts'
import { readData } from '../../src/app/read-data.ts'
import { readSite } from '../../src/app/site.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { capacityAt } from '../../src/capacity/capacity.ts'
import { standing } from '../../src/freshness/standing.ts'
import type { DemoListing } from '../../src/app/demo/format.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import type { Place } from '../../src/listings/listing.ts'
import { metresBetween } from '../../src/places/geo.ts'
import { homePlacesSchema } from '../../src/places/home-places.ts'
import { NOW } from '../fixtures.ts'
import { numbersOf, sentencesOf, webOf } from './words-of.ts'

const groups = readDemo()
const all = groups.flatMap((group) => group.listings)
const places = all.flatMap((it) => it.places.map((place): [string, Place] => [it.slug, place]))
const share = (holds: (it: DemoListing) => unknown): number => all.filter(holds).length / all.length
const none: string[] = []

/** what there must be so many of, which ones count, at least */
const ENOUGH: [string, (it: DemoListing) => unknown, number][] = [
  ['listings', () => true, 210],
  ['in Welsh too', ({ translations }) => translations?.cy?.description, 15],
  ['of Welsh speech or culture', ({ needs }) => needs.includes('welsh-language'), 3],
  ['with several places', (it) => it.places.length > 1, 12],
  ['with no place', (it) => it.places.length === 0, 20],
  ['with a hidden address', (it) => it.places.some(({ masked }) => masked), 4],
  ['by referral only', ({ join }) => join?.ways.join() === 'referral' && join.referral_by.length > 0, 8],
  ['by telephone only', ({ how }) => how.join() === 'phone', 4],
  ['by video only', ({ how }) => how.join() === 'video', 4],
  ['at home', ({ how }) => how.includes('home-visit'), 15],
  ['with somebody who goes along', ({ how }) => how.includes('accompanied'), 6],
  ['free', ({ cost }) => cost?.kind === 'free', 50],
  ['for a donation', ({ cost }) => cost?.kind === 'donation', 10],
  ['paid, with an amount', ({ cost }) => cost?.kind === 'paid' && cost.amount_pence, 40],
  ['telling of the first time', ({ first_time }) => first_time, 50],
  ['with safeguarding facts', ({ safeguarding }) => safeguarding, 30],
  ['saying what it can and cannot do', ({ support }) => support?.can && support.cannot, 8],
  ['weekly', ({ sessions }) => sessions.some(({ rule }) => rule.every === 'week'), 80],
  ['fortnightly', ({ sessions }) => sessions.some(({ rule }) => rule.every === 'fortnight'), 10],
  ['monthly', ({ sessions }) => sessions.some(({ rule }) => rule.every === 'month'), 30],
  ['in term time', ({ sessions }) => sessions.some(({ term_time }) => term_time), 20],
  ['a waiting list in weeks', ({ capacity }) => capacity?.state === 'waiting' && capacity.weeks, 10],
  ['full until a day', ({ capacity }) => capacity?.state === 'full' && capacity.until_in_days, 4],
  ['with a word on room that has lapsed', ({ capacity }) => (capacity?.days_ago ?? 0) > 28, 3],
  ['ended, with what took over', ({ status, successor }) => status === 'ended' && successor, 3],
  ['drafts', ({ status }) => status === 'draft', 2],
  ...(['anyone', 'radius', 'areas', 'postcodes', 'practices', 'country'] as const).map(
    (kind): [string, (it: DemoListing) => unknown, number] => [
      `catchment: ${kind}`,
      ({ catchment }) => catchment?.kind === kind,
      3,
    ],
  ),
]

test.each(ENOUGH)('%s', (_, counts, least) => {
  expect(all.filter(counts).length).toBeGreaterThanOrEqual(least)
})
test('at least 150 groups', () => expect(groups.length).toBeGreaterThanOrEqual(150))

describe('every name is used once, and exists', () => {
  const twice = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i)
  const slugs = new Set(all.map(({ slug }) => slug))
  test('slugs', () => expect(twice(all.map(({ slug }) => slug))).toEqual(none))
  test('groups', () => expect(twice(groups.map(({ id }) => id))).toEqual(none))
  test('successors', () => {
    const heirs = all.flatMap(({ successor }) => successor ?? [])
    expect(heirs.filter((slug) => !slugs.has(slug))).toEqual(none)
  })
  test('a session points at a place there is', () => {
    const beyond = all.filter((it) => it.sessions.some(({ place = 0 }) => place > 0 && !it.places[place]))
    expect(beyond).toEqual([])
  })
})

const { lists } = readTaxonomy()
/** list of the taxonomy, its ids, the ids a listing names */
const TERMS: [string, { id: string }[], (it: DemoListing) => readonly string[]][] = [
  ['needs', lists.needs, ({ needs }) => needs],
  ['kinds', lists.kinds, ({ kinds }) => kinds],
  ['access', lists.access, ({ access }) => access],
  ['languages', lists.languages, ({ languages }) => languages],
  ['audiences', lists.audiences, ({ audience }) => audience?.communities ?? []],
  ['conditions', lists.conditions, ({ audience }) => audience?.conditions ?? []],
]

/** Found in real lists; nobody invented one. */
const NOT_INVENTED: readonly string[] = ['martial-arts-club', 'riding-club']

test.each(TERMS)(
  '%s: every id is in the taxonomy, and all but some languages and kinds are used',
  (list, terms, named) => {
    const there = new Set(terms.map(({ id }) => id))
    const used = new Set(all.flatMap(named))
    expect(there.size).toBeGreaterThan(20)
    expect([...used].filter((id) => !there.has(id))).toEqual(none)
    if (list !== 'languages')
      expect([...there].filter((id) => !used.has(id) && !NOT_INVENTED.includes(id))).toEqual(none)
  },
)

test('every need heading has at least four listings', () => {
  for (const { id } of lists.headings) {
    const under = new Set(lists.needs.filter(({ heading }) => heading === id).map((need) => need.id))
    const found = all.filter(({ needs }) => needs.some((need) => under.has(need)))
    expect(found.length, id).toBeGreaterThanOrEqual(4)
  }
})

describe('nobody real is rung, written to or named', () => {
  const RESERVED = /^(0161 496 0\d{3}|07700 900\d{3}|01632 960\d{3}|0808 157 0\d{3})$/
  const numbers = all.flatMap(numbersOf)
  const hosts = [...all.flatMap(webOf), ...groups.flatMap(({ website }) => website ?? [])]
  test('telephone numbers are reserved ones', () => {
    expect(numbers.length).toBeGreaterThan(100)
    expect(numbers.filter((number) => !RESERVED.test(number))).toEqual(none)
  })
  test('no number serves two listings', () => expect(new Set(numbers).size).toBe(numbers.length))
  test('e-mail and web addresses are under example.org', () => {
    expect(hosts.length).toBeGreaterThan(100)
    expect(hosts.filter((host) => !/[@./]example\.org(\/|$)/.test(host))).toEqual(none)
  })
  test('no date is written down but the one that fixes a fortnight', () => {
    const dated = all.filter((it) => it.sessions.some((s) => s.from ?? s.until ?? s.pauses[0]))
    expect(dated).toEqual([])
    expect(all.filter((it) => it.sessions.some(({ rule }) => rule.every === 'date'))).toEqual([])
  })
})

describe('words are its own', () => {
  /** A sentence longer than this belongs to few listings. Words. */
  const LONG = 6
  test('no long sentence stands in more than three listings', () => {
    const seen = new Map<string, Set<string>>()
    for (const it of all)
      for (const sentence of sentencesOf(it)) {
        if (sentence.split(/\s+/).length <= LONG) continue
        seen.set(sentence, (seen.get(sentence) ?? new Set()).add(it.slug))
      }
    expect(seen.size).toBeGreaterThan(500)
    expect([...seen].filter(([, slugs]) => slugs.size > 3).map(([sentence]) => sentence)).toEqual(none)
  })
  test('no summary or description is used twice', () => {
    expect(new Set(all.map(({ summary }) => summary)).size).toBe(all.length)
    expect(new Set(all.map(({ description }) => description)).size).toBe(all.length)
  })
  test('each has a summary, two to five sentences, a need, a kind and a way to join', () => {
    const bare = all.filter((it) => {
      const sentences = (it.description ?? '').split(/(?<=[.!?])\s+/).length
      const named = it.summary && it.needs.length > 0 && it.kinds.length > 0 && it.join
      return !named || !it.cost || sentences < 2 || sentences > 5
    })
    expect(bare.map(({ slug }) => slug)).toEqual(none)
  })
})

describe('places are round Greater Manchester', () => {
  const outside = ({ point }: Place) =>
    !point || point.lat < 53.32 || point.lat > 53.6 || point.lng < -2.65 || point.lng > -2.1
  test('inside the box', () => {
    expect(places.filter(([, place]) => outside(place)).map(([slug]) => slug)).toEqual(none)
  })
  test('a postcode with each, and how near the point is', () => {
    const odd = places.filter(([, { postcode, precision, masked }]) =>
      masked
        ? precision !== 'area' || !/^(M|WA)\d+$/.test(postcode ?? '')
        : precision === 'area' || !/^(M|WA)\d+ \d[A-Z]{2}$/.test(postcode ?? ''),
    )
    expect(odd.map(([slug]) => slug)).toEqual(none)
  })
  test('the point is within a kilometre of the middle of its postcode sector or district', () => {
    const { sectors, outcodes } = readData('data/places.json', homePlacesSchema)
    const middles = new Map([
      ...outcodes.map(({ outcode, lat, lng }) => [outcode, { lat, lng }] as const),
      ...sectors.map(({ sector, lat, lng }) => [sector, { lat, lng }] as const),
    ])
    const far = places.filter(([, { postcode = '', point }]) => {
      const middle = middles.get(postcode.slice(0, -2)) ?? middles.get(postcode.replace(/ .*/, ''))
      return !middle || !point || metresBetween(middle, point) > 1000
    })
    expect(far.map(([slug]) => slug)).toEqual(none)
  })
  test('a hidden one has neither name nor address', () => {
    const told = places.filter(([, { masked, name, address }]) => masked && (name ?? address))
    expect(told).toEqual([])
  })
})

describe('trust and room are told in every state', () => {
  const site = readSite()
  const { confirmations, capacities, signals } = eventsOf(all, NOW)
  const of = <E extends { listing: string }>(events: readonly E[], it: DemoListing): E[] =>
    events.filter(({ listing }) => listing === idOf(it.slug))
  const stands = (it: DemoListing) =>
    standing(it, of(confirmations, it)[0] ?? null, of(signals, it), NOW, site.freshness).state
  const room = (it: DemoListing) => capacityAt(of(capacities, it)[0] ?? null, NOW, site.capacity).state

  /** state, least and most of all listings */
  test.each([
    ['confirmed', 0.5, 0.7],
    ['due', 0.1, 0.2],
    ['unconfirmed', 0.1, 0.2],
    ['likely-ended', 0.03, 0.08],
    ['ended', 0.03, 0.08],
  ] as const)('%s', (state, least, most) => {
    const found = share((it) => stands(it) === state)
    expect(found).toBeGreaterThanOrEqual(least)
    expect(found).toBeLessThanOrEqual(most)
  })
  test.each([
    ['open', 0.3, 0.6],
    ['waiting', 0.05, 0.2],
    ['full', 0.03, 0.15],
    ['paused', 0.01, 0.1],
    ['unknown', 0.25, 0.5],
  ] as const)('room: %s', (state, least, most) => {
    const found = share((it) => room(it) === state)
    expect(found).toBeGreaterThanOrEqual(least)
    expect(found).toBeLessThanOrEqual(most)
  })
  test('every sort of person who can know has confirmed some', () => {
    const who = new Set(confirmations.map(({ by }) => by))
    expect([...who].sort()).toEqual(['desk', 'group', 'link-worker', 'source', 'umbrella'])
  })
})
