/** Every address against every hostile value: an answer a person can read, never a 500, nothing echoed as markup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FACETS } from '../../src/search/query.ts'
import { startSite, type Running } from '../site.ts'
import { HOSTILE, RAW } from './values.ts'

let site: Running
beforeAll(async () => {
  site = await startSite()
}, 150_000)
afterAll(async () => {
  await site.stop()
})

const SEARCHES = [
  'what',
  'where',
  'within',
  'lat',
  'lng',
  'bbox',
  'age',
  'term',
  'sort',
  'page',
  'size',
  ...FACETS,
]
const VIEW = 'bbox=-2.5,53.3,-2.2,53.5&zoom=11'
const ADDRESSES: [string, (value: string, i: number) => string][] = [
  ['/search, each parameter in turn', (value, i) => `/search?${SEARCHES[i % SEARCHES.length]}=${value}`],
  ['/search, by its words', (value) => `/search?what=${value}&where=${value}`],
  [
    '/api/search, each parameter in turn',
    (value, i) => `/api/search?${SEARCHES[(i * 7) % SEARCHES.length]}=${value}`,
  ],
  ['/api/search, by an unknown parameter', (value) => `/api/search?${value}=1`],
  [
    '/api/map',
    (value, i) => (i % 2 === 0 ? `/api/map?${VIEW}&what=${value}` : `/api/map?bbox=${value}&zoom=${value}`),
  ],
  ['/api/suggest', (value) => `/api/suggest?what=${value}`],
  ['/listing/…', (value) => `/listing/${value}`],
  ['/api/listing/…', (value) => `/api/listing/${value}`],
  ['/cy/search', (value) => `/cy/search?what=${value}`],
  ['any address', (value) => `/${value}`],
]

/** Between quotes of an attribute a < is only a sign: what is left must hold no markup of theirs. */
const outsideQuotes = (html: string) => html.replaceAll(/="[^"]*"/g, '')

const all = [...HOSTILE.map((value) => encodeURIComponent(value.toWellFormed())), ...RAW]

it('holds at least 200 hostile values', () => {
  expect(all.length).toBeGreaterThanOrEqual(200)
})

describe.each(ADDRESSES)('%s', (_name, address) => {
  it(`stands ${all.length} hostile values`, { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const [i, value] of all.entries()) {
      const path = address(value, i)
      const answer = await fetch(site.url + path, { redirect: 'manual' })
      const body = await answer.text()
      const type = answer.headers.get('content-type') ?? ''
      if (answer.status >= 500) wrong.push(`${answer.status} ${path}`)
      if (/<script>alert|onerror=alert\(1\)>|<svg\/onload/.test(outsideQuotes(body)) && type.includes('html'))
        wrong.push(`markup ${path}`)
      if (path.startsWith('/api/') && answer.status === 400 && !/problem\+json/.test(type))
        wrong.push(`${type} ${path}`)
      if (
        path.startsWith('/api/search?') &&
        answer.status === 400 &&
        !(JSON.parse(body) as { detail?: string; title?: string }).title
      )
        wrong.push(`no reason ${path}`)
      if (answer.headers.get('set-cookie') !== null) wrong.push(`cookie ${path}`)
    }
    expect(wrong).toEqual([])
  })
})

it('says nothing of it in the log', () => {
  expect(site.output()).not.toMatch(/canary|alert\(1\)|passwd/)
})
