/** Ways on cost few searches, say what they find, and only what finds more. */
import { expect, test } from 'vitest'
import { ASKED_MOST, waysOn } from '../../src/app/find/ways-on.ts'
import type { Spot } from '../../src/app/find/where.ts'
import type { House } from '../../src/app/house.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { readSite } from '../../src/app/site.ts'
import type { EngineAnswer, EngineQuery } from '../../src/search/engine.ts'
import { EVERYTHING, FACETS, type Query } from '../../src/search/query.ts'
import { texts } from '../../src/text/texts.ts'

const MILE = 1609.344
const LIVING = { areaCodes: [], perhaps: [], outlines: new Set<string>(), postcode: 'M33', slack: 0 }
const SPOT = {
  ...{ label: 'M33', point: { lat: 53.42, lng: -2.32 }, precision: 'area', living: LIVING },
  ...{ practice: null, also: null, areas: { wards: new Map(), districts: [] } as unknown as Spot['areas'] },
} as unknown as Spot

/** An engine that has one listing for each distance, of those that ask for no more than `asks` filters. */
function houseWith(miles: readonly number[], asks: number) {
  const asked: EngineQuery[] = []
  const search = async (query: EngineQuery): Promise<EngineAnswer> => {
    asked.push(query)
    const chosen = FACETS.reduce((sum, facet) => sum + query.filters[facet].length, 0)
    const metres = miles.map((it) => it * MILE).sort((a, b) => a - b)
    const found = chosen > asks ? [] : metres.filter((it) => it <= (query.withinMetres ?? Infinity))
    const hits = found
      .slice(0, query.size)
      .map((it, i) => ({ id: String(i), metres: it, point: null, forward: false }))
    return { hits, total: found.length, facets: {}, widened: false, by: 'embedded' }
  }
  const house = {
    engine: { search },
    site: readSite(),
    taxonomy: readTaxonomy(),
    now: () => new Date(0),
    fair: { at: () => null },
  }
  return { house: house as unknown as House, asked }
}
const filters = (chosen: Partial<Query['filters']>) => ({ ...EVERYTHING.filters, ...chosen })
const said = async (house: House, query: Partial<Query>, found = 0) =>
  (await waysOn(house, { ...EVERYTHING, ...query }, SPOT, texts('en'), { base: '/search', found })).map(
    ({ label, total }) => `${label}: ${total}`,
  )

test.for<[string, number[], Partial<Query>, string[]]>([
  ['twice as far', [1.8, 9], { within: 1 }, ['Look within 2 miles: 1', 'Look everywhere: 2']],
  ['eight times as far, in one step', [7.5], { within: 1 }, ['Look within 8 miles: 1']],
  ['too far to double', [40, 41], { within: 1 }, ['Look everywhere: 2']],
  ['nowhere', [], { within: 1 }, []],
])('%s', async ([, miles, query, ways]) => {
  const { house, asked } = houseWith(miles, 9)
  expect(await said(house, query)).toEqual(ways)
  expect(asked.length).toBeLessThanOrEqual(2)
})

test('one filter less each time, all of them at the end', async () => {
  const { house } = houseWith([0.5], 1)
  const query = { within: 1, filters: filters({ day: ['su'], cost: ['free'] }) }
  expect(await said(house, query)).toEqual([
    'Leave out “Sunday”: 1',
    'Leave out “Free”: 1',
    'Leave out all filters: 1',
  ])
})

test('nothing that finds no more than there is', async () => {
  const { house } = houseWith([0.5, 0.6, 3], 9)
  expect(await said(house, { within: 1, filters: filters({ day: ['su'] }) }, 2)).toEqual([
    'Look within 4 miles: 3',
  ])
})

test('whatever is asked, so many searches at most, each for a few ids and no counts', async () => {
  const { house, asked } = houseWith([30], 2)
  const all = filters({
    ...{ day: ['mo', 'tu', 'we'], time: ['evening'], cost: ['free', 'paid'], how: ['in-person'] },
    ...{ room: ['1'], checked: ['1'], need: ['debt', 'sleep'] },
  })
  await said(house, { what: 'choir', within: 1, age: 40, term: ['debt'], bbox: null, filters: all })
  expect(asked.length).toBeLessThanOrEqual(ASKED_MOST)
  expect(asked.every(({ size, facets, page }) => size <= 4 && facets.length === 0 && page === 1)).toBe(true)
})

test('whoever may be in danger is told to look farther or at other times, never to leave out the need or the words', async () => {
  const { house } = houseWith([0.5, 3], 1)
  const query = {
    within: 1,
    what: 'scared of him',
    filters: filters({ need: ['domestic-abuse'], day: ['su'] }),
  }
  const ways = await waysOn(house, { ...EVERYTHING, ...query }, SPOT, texts('en'), {
    ...{ base: '/search', found: 0, inDanger: true },
  })
  expect(ways.map(({ label, total }) => `${label}: ${total}`)).toEqual(['Leave out “Sunday”: 1'])
  expect(ways[0]?.href).toContain('need=domestic-abuse')
})
