/** When a page of results is called poor, what a question means, and what of it is counted. */
import { describe, expect, test } from 'vitest'
import { poorness, type Judged, type Poor } from '../../src/app/find/poor.ts'
import { noteSearch } from '../../src/app/find/note-search.ts'
import { understood } from '../../src/app/find/understood.ts'
import { readData } from '../../src/app/read-data.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import type { Spot } from '../../src/app/find/where.ts'
import type { Sought } from '../../src/insight/tallies.ts'
import { crisisData, makeCrisis } from '../../src/search/crisis.ts'
import { EVERYTHING, type Query } from '../../src/search/query.ts'

const taxonomy = readTaxonomy()
const crisis = makeCrisis(readData('data/crisis.json', crisisData))
const it = (state: Judged['standing']['state'], room: Judged['capacity']['state'] = 'open'): Judged => ({
  standing: { state },
  capacity: { state: room },
})
const good = it('confirmed')

test.for<
  [
    string,
    { total: number; results: Judged[]; widened?: boolean; page?: number; narrowed?: boolean },
    Poor | null,
  ]
>([
  ['nothing', { total: 0, results: [] }, 'none'],
  ['nothing at all in the directory', { total: 0, results: [], narrowed: false }, 'none'],
  ['plenty', { total: 40, results: Array(20).fill(good) }, null],
  ['three that are good are few', { total: 3, results: [good, good, good] }, 'few'],
  ['four are not', { total: 4, results: [good, good, good, good] }, null],
  ['all there is may be few', { total: 2, results: [good, good], narrowed: false }, null],
  ['few that have not the words', { total: 2, results: [good, good], widened: true }, 'near'],
  ['many that have not the words', { total: 9, results: Array(9).fill(good), widened: true }, null],
  ['a page of full ones', { total: 40, results: Array(20).fill(it('confirmed', 'full')) }, 'full'],
  [
    'full, paused and waiting',
    { total: 3, results: [it('due', 'full'), it('due', 'paused'), it('due', 'waiting')] },
    'full',
  ],
  ['one of them has room', { total: 3, results: [it('due', 'full'), it('due', 'full'), good] }, 'few'],
  ['one of them may have room', { total: 2, results: [it('due', 'full'), it('due', 'unknown')] }, 'few'],
  ['few that nobody confirmed', { total: 2, results: [it('unconfirmed'), it('likely-ended')] }, 'unsure'],
  ['one of them somebody did', { total: 2, results: [it('unconfirmed'), it('due')] }, 'few'],
  ['the second page', { total: 21, results: [it('due', 'full')], page: 2 }, null],
])('%s', ([, { widened = false, page = 1, narrowed = true, ...found }, poor]) => {
  expect(poorness({ ...found, widened, page }, { few: 3, narrowed })).toBe(poor)
})

const ask = (more: Partial<Query>): Query => ({ ...EVERYTHING, ...more })

test.for<[string, Partial<Query>, { needs: string[]; kinds: string[] }]>([
  ['words that mean a need', { what: 'help with debt' }, { needs: ['debt'], kinds: [] }],
  ['in Welsh', { what: 'dyled' }, { needs: ['debt'], kinds: [] }],
  ['a choice', { filters: { ...EVERYTHING.filters, need: ['sleep'] } }, { needs: ['sleep'], kinds: [] }],
  ['a term of an address', { term: ['debt', 'wheelchair'] }, { needs: ['debt'], kinds: [] }],
  ['nothing we know', { what: 'kabaddi' }, { needs: [], kinds: [] }],
])('%s', ([, query, means]) => {
  // Words may come to mean more: what is here must stay, and nothing must come of nothing.
  const { needs, kinds } = understood(taxonomy, ask(query))
  expect({ needs: needs.slice(0, 1), kinds }).toEqual(means)
})

describe('what is counted of a search', () => {
  const nothing = { why: 'none' } as const
  const counted = (
    query: Partial<Query>,
    more: { widened?: boolean; headers?: Record<string, string>; spot?: Spot | null } = {},
    help: { why: Poor } | null = nothing,
  ) => {
    const all: Sought[] = []
    const tallies = { count: (sought: Sought) => void all.push(sought), write: async () => undefined }
    const { widened = false, headers = {}, spot = null } = more
    noteSearch({ taxonomy, tallies, crisis }, { query: ask(query), widened }, help, {
      spot,
      headers: new Headers({ 'user-agent': 'Mozilla/5.0', ...headers }),
    })
    return all
  }
  const debt = { what: 'help with debt', where: 'm33 2ab' }

  test('the need, the district and the reason; the street never', () => {
    expect(counted(debt)).toEqual([
      { needs: understood(taxonomy, ask(debt)).needs, kinds: [], area: 'M33', why: 'none', words: debt.what },
    ])
    expect(counted({ ...debt, where: '7 Acacia Avenue, Sale' })).toMatchObject([{ area: '' }])
    expect(counted({ ...debt, where: '', point: { lat: 53.4, lng: -2.3 } })).toMatchObject([{ area: '' }])
  })
  test('a place among the words is no part of them', () => {
    const spot = { label: 'M33', rest: 'help with debt' } as Spot
    expect(counted({ what: 'help with debt near m33' }, { spot })).toMatchObject([
      { area: 'M33', words: 'help with debt' },
    ])
    expect(
      counted({ what: 'kabaddi in sale' }, { spot: { ...spot, label: 'Sale', rest: 'kabaddi' } }),
    ).toMatchObject([{ area: '', words: 'kabaddi' }])
  })
  test('words only where nothing has them', () => {
    expect(counted(debt, {}, { why: 'full' })).toMatchObject([{ why: 'full', words: null }])
    expect(counted(debt, { widened: true }, null)).toMatchObject([{ why: null, words: 'help with debt' }])
    expect(counted(debt, {}, { why: 'few' })).toMatchObject([{ why: null, words: null }])
  })
  test('of violence and abuse the need, and never the words', () => {
    const hit = { what: 'my husband hits me, and nobody knows', where: 'M33' }
    expect(counted(hit, { widened: true })).toMatchObject([
      { needs: ['domestic-abuse'], area: 'M33', why: 'none', words: null },
    ])
  })
  test('nothing of a crisis, a later page, a place alone, or of who asks not to be counted', () => {
    expect(counted({ what: 'help with debt, or i end it all' })).toEqual([])
    expect(counted({ ...debt, page: 2 })).toEqual([])
    expect(counted({ where: 'M33' })).toEqual([])
    expect(counted(debt, { headers: { 'sec-gpc': '1' } })).toEqual([])
  })
})
