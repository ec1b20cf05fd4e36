/** Places thrown at random on both sides of a border: what is found is the three ways together, and no line hides what is near and open. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pick, seeded, type Random } from '../../bench/generate.ts'
import type { Catchment, Listing } from '../../src/listings/listing.ts'
import { metresBetween, METRES_PER_MILE } from '../../src/places/geo.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import type { EngineQuery, SearchEngine } from '../../src/search/engine.ts'
import { isReached, standOf } from '../../src/search/serves.ts'
import { asked } from './cases.ts'
import { documentAt, door, town } from './here.ts'
import { RULES } from './listings.ts'
import { at, REACH, SQUARES } from './squares.ts'

const SEED = 20261122
const LISTINGS = 600
const QUESTIONS = 150
const POSTCODES = ['M33 2AA', 'M33 3BB', 'M41 5AA', 'M21 9AA']

const within = (random: Random, miles: number) => (random() * 2 - 1) * miles
const HOWS: Listing['how'][] = [
  ['in-person'],
  ['in-person'],
  ['in-person', 'phone'],
  ['phone'],
  ['home-visit'],
  [],
]

function catchment(random: Random): Catchment | undefined {
  const wards = [...SQUARES.west, ...SQUARES.east]
  return pick<() => Catchment | undefined>(
    [
      () => undefined,
      () => undefined,
      () => ({ kind: 'anyone' }),
      () => ({ kind: 'country', code: pick(['GB', 'GB-ENG', 'GB-WLS'], random) }),
      () => ({ kind: 'areas', codes: [pick(['E08000001', 'E08000002'], random)], names: [] }),
      () => ({
        kind: 'areas',
        codes: wards.filter(() => random() < 0.3).concat(pick(wards, random)),
        names: [],
      }),
      () => ({ kind: 'postcodes', starts: [pick(['M', 'M33', 'M33 2', 'M41', 'M21'], random)] }),
      () => ({ kind: 'radius', miles: pick([1, 3, 10], random) }),
      () => ({ kind: 'practices', codes: [], names: ['Elm Surgery'] }),
    ],
    random,
  )()
}

function listings(random: Random): SearchDocument[] {
  return Array.from({ length: LISTINGS }, (_, n) => {
    const point = random() < 0.85 ? at(within(random, REACH), within(random, REACH)) : null
    return documentAt(`l${n}`, pick(HOWS, random), point, catchment(random))
  })
}

function question(
  random: Random,
): EngineQuery & { near: NonNullable<EngineQuery['near']>; withinMetres: number } {
  // Near the border, where it matters.
  const [east, north] = [1 + within(random, 3), within(random, REACH)]
  const near =
    random() < 0.5 ? door(east, north, random() < 0.5 ? pick(POSTCODES, random) : null) : town(east, north)
  const withinMetres = pick([1, 3, 5], random) * METRES_PER_MILE
  return { ...asked({ near, facets: [], size: LISTINGS }), near, withinMetres }
}

const all = listings(seeded(SEED))
let folder: string
let engine: SearchEngine

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-border-'))
  engine = openEmbedded(folder, RULES)
  await engine.rebuild(
    (async function* () {
      yield all
    })(),
    1,
  )
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

it(`finds what meets near and what is for people there, each once (${QUESTIONS} places, seed ${SEED})`, async () => {
  const random = seeded(SEED + 1)
  let [near, served, leftOut] = [0, 0, 0]
  for (let n = 0; n < QUESTIONS; n++) {
    const query = question(random)
    const seen = all.map((document) => {
      const metres = Math.min(Infinity, ...document.points.map((it) => metresBetween(query.near, it)))
      const stand = standOf(document.serves, metres, query.near, [])
      return { document, metres, stand, reached: isReached(document.serves, stand) }
    })
    const wanted = seen.filter(({ metres, reached }) => metres <= query.withinMetres || reached)
    const { hits, total } = await engine.search(query)
    expect(total).toBe(hits.length)
    expect(hits.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ document }) => document.id).toSorted())
    near += wanted.filter(({ reached }) => !reached).length
    served += wanted.filter(({ metres }) => metres > query.withinMetres).length
    leftOut += wanted.filter(({ stand }) => stand === 'elsewhere').length

    const found = new Map(seen.map((it) => [it.document.id, it]))
    const steps = hits.map(({ id }) => {
      const it = found.get(id)
      if (!it) throw new Error('what is found is there')
      const comes = it.stand === 'here' && it.document.serves?.remote === true
      return {
        id,
        tenths: Math.round((it.metres / METRES_PER_MILE) * 10),
        comes,
        out: it.stand === 'elsewhere',
      }
    })
    // Of any two: what is open and nearer stands behind only where the other comes to people.
    const wrong = steps.flatMap((ahead, i) =>
      steps
        .slice(i + 1)
        .filter((it) => !it.out && !ahead.comes && it.tenths < ahead.tenths)
        .map((it) => [ahead, it]),
    )
    expect(wrong).toEqual([])
    // And what leaves people out never stands before what is open and as near.
    const before = steps.flatMap((ahead, i) =>
      ahead.out ? steps.slice(i + 1).filter((it) => !it.out && it.tenths <= ahead.tenths) : [],
    )
    expect(before).toEqual([])
  }
  // Nothing above is true for want of cases.
  expect({ near: near > 1000, served: served > 1000, leftOut: leftOut > 500 }).toEqual({
    near: true,
    served: true,
    leftOut: true,
  })
})

it('moves nothing that is open to all when the border moves', async () => {
  const random = seeded(SEED + 2)
  const open = new Set(all.filter(({ serves }) => serves === null).map(({ id }) => id))
  let compared = 0
  for (let n = 0; n < 40; n++) {
    const query = question(random)
    const other = {
      ...query,
      near: { ...query.near, areaCodes: ['E08000099'], perhaps: [], outlines: new Set<string>() },
    }
    const [here, there] = await Promise.all([engine.search(query), engine.search(other)])
    const ids = ({ hits }: typeof here) => hits.map(({ id }) => id).filter((id) => open.has(id))
    expect(ids(here)).toEqual(ids(there))
    compared += ids(here).length
  }
  expect(compared).toBeGreaterThan(100)
})
