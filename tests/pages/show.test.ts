/** What the results page makes of an address: what it asks, what it keeps, what it says above the list. */
import { sent } from '../../src/pages/_show/sent.ts'
import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import type { Found } from '../../src/app/find/found.ts'
import { alike } from '../../src/pages/_show/alike.ts'
import { asked } from '../../src/pages/_show/asked.ts'
import { headed, ordered } from '../../src/pages/_show/headed.ts'
import { tagsOf } from '../../src/pages/_show/tags-of.ts'
import { choicesOf, EVERYTHING } from '../../src/search/query.ts'
import { readQuery } from '../../src/search/read-query.ts'
import { en } from '../../src/text/en.ts'
import { aListing } from '../fixtures.ts'

const taxonomy = readTaxonomy()
const limits = { choices: choicesOf(taxonomy.lists) }
const ask = (address: string) =>
  asked(new URLSearchParams(address), (params) => readQuery(params, limits), en)

describe('an address', () => {
  test.each([
    ['what=food', '', 'food', []],
    ['what=food&page=0', 'what', 'food', []],
    ['what=food&age=old', 'age', 'food', []],
    ['what=food&age=old&within=far&sort=up', 'within age sort', 'food', []],
    ['what=food&<b>=1&<i>=2', 'what', '', []],
    ['what=food&lat=53.4&lng=-2.3', '', 'food', ['lat=53.4', 'lng=-2.3']],
    ['what=food&where=Sale&lat=53.4&lng=-2.3', '', 'food', []],
    ['what=food&bbox=-2.4,53.3,-2.2,53.5&size=50', '', 'food', ['bbox=-2.4,53.3,-2.2,53.5', 'size=50']],
  ])('%s', (address, field, what, kept) => {
    const found = ask(address)
    expect(found.problems.map(({ name }) => name).join(' ')).toBe(field)
    expect(found.query.what).toBe(what)
    expect(found.kept.map((pair) => pair.join('='))).toEqual(kept)
    expect(found.typed.what).toBe('food')
  })
})

function found(over: Partial<Found> = {}, address = ''): Found {
  const { query } = ask(address)
  const nothing = {
    withinMiles: null,
    where: null,
    practice: null,
    total: 3,
    pages: 1,
    engine: 'none',
    results: [],
    facets: {},
  }
  return {
    query,
    taken: null,
    ...nothing,
    notes: [],
    crisis: null,
    leaveQuickly: false,
    widened: false,
    points: [],
    ...over,
  }
}
const sale = { label: 'Sale', lat: 53.4, lng: -2.3, precision: 'area' as const }
const crisis = { why: 'Get help now.', contacts: [] }
const lonely = [{ id: 'loneliness', label: 'Feeling less lonely', count: 3, chosen: true }]

test.each([
  ['', {}, 'All 3 places'],
  ['what=food', {}, '3 places for “food”'],
  ['what=food', { total: 0 }, 'No places for “food”'],
  ['what=food&where=Sale', { total: 1, where: sale }, '1 place for “food” near Sale'],
  ['where=Elm+Surgery', { practice: 'Elm Surgery' }, '3 places for patients of Elm Surgery'],
  [
    'where=Elm+Surgery,+Sale',
    { practice: 'Elm Surgery', where: sale },
    '3 places near Sale, or for patients of Elm Surgery',
  ],
  ['need=loneliness', { facets: { need: lonely } }, '3 places for “Feeling less lonely”'],
  ['lat=53.4&lng=-2.3', { where: sale }, '3 places near where you are'],
  ['bbox=-2.4,53.3,-2.2,53.5', {}, '3 places in this part of the map'],
  ['what=i+want+to+die&where=Sale', { crisis, where: sale }, '3 places that may help near Sale'],
  ['what=he+hits+me&where=Sale', { leaveQuickly: true, where: sale }, '3 places that may help near Sale'],
  ['what=raped', { leaveQuickly: true, total: 0 }, 'No places'],
  ['what=i+want+to+die', { crisis, total: 0 }, 'Please ring one of the numbers above'],
  [`what=${'very+'.repeat(20)}`, {}, `3 places for “${'very '.repeat(12).trimEnd()}…”`],
])('the heading of "%s" is "%s"', (address, over, expected) => {
  expect(headed(found(over, address), en).h1).toBe(expected)
})

test('the title says which page, the line above the list says where distances begin', () => {
  const second = found({ total: 31, pages: 2, where: sale }, 'where=Sale&page=2')
  expect(headed(second, en).title).toBe('31 places near Sale, page 2 of 2')
  expect(ordered(second, en)).toBe('31 places')
})

test('"nearest first" is said only where it is known from where', () => {
  const results = [{ number: 1 }] as unknown as Found['results']
  const near = (over: Partial<Found>) =>
    ordered(found({ results, ...over }, 'what=food&where=Sale&sort=near'), en)
  expect(near({})).toBe('3 places. Best match first.')
  expect(near({ where: sale })).toMatch(/^3 places\. Nearest first\./)
})

test('each tag leads to the same search without it', () => {
  const address = 'what=food&where=Sale&within=3&need=loneliness&age=70'
  const { all, clear, filters } = tagsOf(
    found({ where: sale, facets: { need: lonely } }, address),
    taxonomy,
    en,
  )
  expect(all).toEqual([
    { label: 'Feeling less lonely', href: '/search?what=food&where=Sale&within=3&age=70' },
    { label: 'Age 70', href: '/search?what=food&where=Sale&within=3&need=loneliness' },
    { label: 'Within 3 miles', href: '/search?what=food&where=Sale&age=70&need=loneliness' },
  ])
  expect([clear, filters]).toEqual(['/search?what=food&where=Sale', 2])
})

test('something like it has the same needs, near it', () => {
  expect(alike({ listing: aListing({ needs: ['loneliness'], places: [{ town: 'Sale' }] }) })).toBe(
    '/search?where=Sale&need=loneliness',
  )
  expect(alike({ listing: aListing({ kinds: ['drop-in'] }) })).toBe('/search?kind=drop-in')
  expect(EVERYTHING.filters.need).toEqual([])
})

describe('a form as it was sent', () => {
  const post = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
    sent(
      new Request('http://here.invalid/', {
        method: 'POST',
        body,
        ...(typeof body === 'string' ? { headers: { 'content-type': type } } : {}),
      }),
    )

  test('gives the first of a name, all of a name, and whether there is one', async () => {
    const form = await post('a=+1+&a=2&b=&__proto__=x')
    expect([form?.text('a'), form?.all('a'), form?.has('b')]).toEqual(['1', ['1', '2'], true])
    expect([form?.text('c'), form?.all('c'), form?.has('c'), form?.has('toString')]).toEqual([
      '',
      [],
      false,
      false,
    ])
    expect(form?.text('__proto__')).toBe('x')
    expect((await post('a=%00b%00'))?.text('a')).toBe('b')
  })

  test('a file is an empty field, and what is no form is an empty one', async () => {
    const file = new FormData()
    file.set('a', new File(['words'], 'a.txt'))
    expect((await post(file))?.all('a')).toEqual([''])
    expect((await post('{"a":1}', 'application/json'))?.has('a')).toBe(false)
    expect(await sent(new Request('http://here.invalid/'))).toBeNull()
  })

  test('of one field no more is looked at than a person types', async () => {
    expect((await post(`a=${'x'.repeat(30_000)}`))?.text('a').length).toBe(10_000)
  })
})

test('a point is a tag of its own, which begins as the others do', () => {
  const over = { query: ask('what=food&lat=53.4&lng=-2.3').query, where: sale }
  expect(tagsOf(found(over), taxonomy, en).all.map(({ label }) => label)).toEqual(['Near where you are'])
})

test('of pages beyond the last it is said how many there are', () => {
  expect(en.pages.search.beyond(1)).toBe('There is only 1 page of results.')
  expect(en.pages.search.beyond(2)).toBe('There are only 2 pages of results.')
})

test.each([
  ['what=food+sale', null, []],
  ['what=food+sale&within=20', 20, ['Within 20 miles']],
])(
  'how far is looked round a place of the question "%s" is a tag only where it was chosen',
  (address, within, labels) => {
    const { query } = ask(address)
    const understood = { ...query, what: 'food', where: 'Sale', within: within ?? 500 }
    const over = { query: understood, taken: { place: 'Sale', asWords: query }, where: sale }
    expect(tagsOf(found(over), taxonomy, en).all.map(({ label }) => label)).toEqual(labels)
  },
)
