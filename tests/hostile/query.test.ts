/** Whatever is typed into the address: a question, or the name of what is wrong with it. Never a crash, never silence. */
import { expect, it } from 'vitest'
import { choicesOf, EVERYTHING, FACETS, type Query } from '../../src/search/query.ts'
import { readQuery } from '../../src/search/read-query.ts'
import { changed, dropped, writeQuery } from '../../src/search/write-query.ts'
import { TAXONOMY } from '../search/listings.ts'
import { HOSTILE_QUERIES, HOSTILE_VALUES } from './query-values.ts'

const limits = { choices: choicesOf(TAXONOMY.lists), extra: ['zoom'] }
const read = (query: string | URLSearchParams) => readQuery(new URLSearchParams(query), limits)
const query = (text: string): Query => {
  const it = read(text)
  if (!it.ok) throw new Error(`${it.parameter}: ${it.problem}`)
  return it.query
}

const single = Object.entries(HOSTILE_VALUES).flatMap(([parameter, values]) =>
  values.map(([value, problem]): [string, string, string] => [parameter, value, problem]),
)

it('has at least two hundred of them', () => {
  expect(single.length + HOSTILE_QUERIES.length).toBeGreaterThanOrEqual(200)
})

it.each(single)('%s=%j', (parameter, value, problem) => {
  expect(read(new URLSearchParams([[parameter, value]]))).toEqual({ ok: false, parameter, problem })
})

it.each(HOSTILE_QUERIES)('?%s', (text, parameter, problem) => {
  expect(read(text)).toEqual({ ok: false, parameter, problem })
})

it.each<[string, Partial<Omit<Query, 'filters'>> & { filters?: Partial<Query['filters']> }]>([
  ['', {}],
  ['what=&where=&within=&lat=&lng=&bbox=&age=&sort=&page=&size=&need=&day=', {}],
  ['what=%20choir%20%0A', { what: 'choir' }],
  ['what=tea+%26+toast', { what: 'tea & toast' }],
  ['what=100%', { what: '100%' }],
  ['what=c%C3%B4r', { what: 'côr' }],
  ['what=%F0%9F%AB%96', { what: '🫖' }],
  ['what=a%E2%80%8Bb', { what: 'a b' }],
  [`what=${'a'.repeat(200)}`, { what: 'a'.repeat(200) }],
  ['where=M33+2AB', { where: 'M33 2AB' }],
  ['within=0.5', { within: 0.5 }],
  ['within=500', { within: 500 }],
  ['within=+2+', { within: 2 }],
  ['lat=53.4&lng=-2.3', { point: { lat: 53.4, lng: -2.3 } }],
  ['lat=-0&lng=-0', { point: { lat: 0, lng: 0 } }],
  ['bbox=-3.5,53,-2,54.25', { bbox: [-3.5, 53, -2, 54.25] }],
  ['bbox=-3.5, 53, -2, 54.25', { bbox: [-3.5, 53, -2, 54.25] }],
  ['age=0', { age: 0 }],
  ['age=120', { age: 120 }],
  ['page=10000&size=100', { page: 10_000, size: 100 }],
  ['sort=near', { sort: 'near' }],
  ['term=food&term=dementia', { term: ['food', 'dementia'] }],
  ['need=food&need=food&need=', { filters: { need: ['food'] } }],
  ['need=food&cost=free&cost=donation', { filters: { need: ['food'], cost: ['free', 'donation'] } }],
  ['who=men&who=carers&who=lgbt&who=dementia', { filters: { who: ['men', 'carers', 'lgbt', 'dementia'] } }],
  [
    'day=mo&time=morning&open=now&room=1&checked=1',
    { filters: { day: ['mo'], time: ['morning'], open: ['now'], room: ['1'], checked: ['1'] } },
  ],
  [
    'how=phone&access=bsl&language=cy&join=gp&kind=choir',
    { filters: { how: ['phone'], access: ['bsl'], language: ['cy'], join: ['gp'], kind: ['choir'] } },
  ],
  ['zoom=12', {}],
])('?%s is a question', (text, { filters, ...over }) => {
  expect(query(text)).toEqual({ ...EVERYTHING, ...over, filters: { ...EVERYTHING.filters, ...filters } })
})

it('refuses "zoom" where it does not belong', () => {
  expect(readQuery(new URLSearchParams('zoom=12'), { choices: limits.choices })).toMatchObject({
    ok: false,
    parameter: 'zoom',
  })
})

it('writes what it read, in one order, and leaves out what goes without saying', () => {
  const text =
    'what=tea+%26+toast&where=M33&within=0.5&lat=53.4&lng=-2.3&bbox=-3%2C53%2C-2%2C54&age=70&need=bills&need=food&kind=club' +
    '&who=men&day=mo&time=morning&open=now&how=phone&cost=free&access=bsl&language=cy&join=gp&room=1&checked=1&term=food&sort=near&page=3&size=50'
  expect(writeQuery(query(text)).toString()).toBe(text)
  expect(writeQuery(query('size=20&page=1&sort=best&what=&need=food&need=bills')).toString()).toBe(
    'need=bills&need=food',
  )
  expect(writeQuery(EVERYTHING).toString()).toBe('')
})

it('makes the questions next to it', () => {
  const here = query('what=tea&need=food&need=bills&page=4')
  expect(writeQuery(dropped(here, 'need', 'food')).toString()).toBe('what=tea&need=bills')
  expect(writeQuery(dropped(here, 'cost', 'free')).toString()).toBe('what=tea&need=bills&need=food')
  expect(writeQuery(changed(here, { what: '' })).toString()).toBe('need=bills&need=food')
  expect(writeQuery(changed(here, { page: 5 })).toString()).toBe('what=tea&need=bills&need=food&page=5')
  expect(here).toEqual(query('what=tea&need=food&need=bills&page=4'))
  expect(FACETS.every((facet) => EVERYTHING.filters[facet].length === 0)).toBe(true)
})
