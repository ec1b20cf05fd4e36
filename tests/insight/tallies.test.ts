/** What is counted of a search, and what never is. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { cellsOf, countable, gatherTallies, type Sought } from '../../src/insight/tallies.ts'
import { onEachDatabase } from '../store/databases.ts'

const WEEK = '2026-11-16'
const DAY_MS = 86_400_000
const sought = (more: Partial<Sought> = {}): Sought => ({
  ...{ needs: ['debt'], kinds: [], area: 'M33', why: 'none', words: null },
  ...more,
})
const AT = { from: '2026-01-05', until: '2026-12-28' }

test.each<[string, Partial<Sought>, string[]]>([
  ['a need', {}, ['debt//M33/none']],
  ['a need and a kind', { kinds: ['advice'] }, ['debt/advice/M33/none']],
  ['two needs', { needs: ['debt', 'food'], why: 'full' }, ['debt//M33/full', 'food//M33/full']],
  ['kinds alone', { needs: [], kinds: ['choir', 'band'] }, ['/choir/M33/none', '/band/M33/none']],
  [
    'ten needs are no ten needs',
    { needs: ['a', 'b', 'c', 'd'] },
    ['a//M33/none', 'b//M33/none', 'c//M33/none'],
  ],
  ['words that nobody understood', { needs: [], area: '' }, ['///none']],
  ['it was found', { why: null }, []],
])('%s', (_, more, cells) => {
  expect(
    cellsOf(sought(more), WEEK).map(({ need, kind, area, why }) => [need, kind, area, why].join('/')),
  ).toEqual(cells)
})

describe('who is counted', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a browser', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }, true],
    ['who asks not to be', { 'sec-gpc': '1' }, false],
    ['who asks not to be, as it was asked before', { dnt: '1' }, false],
    ['a page fetched ahead', { 'sec-purpose': 'prefetch;prerender' }, false],
    ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/2.1)' }, false],
    ['an older one that fetches ahead', { 'x-moz': 'prefetch', 'user-agent': 'Mozilla/5.0' }, false],
    ['one that shows a picture of pages', { 'x-purpose': 'preview', 'user-agent': 'Mozilla/5.0' }, false],
    ['a program', { 'user-agent': 'curl/8.5.0' }, false],
    ['a program that measures pages', { 'user-agent': 'Mozilla/5.0 HeadlessChrome/140.0' }, false],
    ['a program in another language', { 'user-agent': 'Go-http-client/2.0' }, false],
    ['who does not say what it is', {}, false],
    ['a messenger that looks at a link', { 'user-agent': 'WhatsApp/2.23.20' }, false],
  ])('%s', (_, headers, counted) => {
    expect(countable(new Headers(headers))).toBe(counted)
  })
})

onEachDatabase('tallies', ({ open }) => {
  async function gathered() {
    const store = await open()
    let now = new Date('2026-11-22T10:00:00Z')
    const make = () =>
      gatherTallies(
        store,
        () => now,
        () => 'a secret of the house',
      )
    onTestFinished(() => undefined)
    return { store, make, tomorrow: () => (now = new Date(now.getTime() + DAY_MS)) }
  }

  test('one question counts once a day, however often somebody presses "reload"', async () => {
    const { store, make, tomorrow } = await gathered()
    const tallies = make()
    for (let i = 0; i < 5; i++) tallies.count(sought({ words: 'help with debt' }))
    tallies.count(sought({ area: 'M41' }))
    await tallies.write()
    await tallies.write()
    tomorrow()
    tallies.count(sought({ words: 'help with debt' }))
    await tallies.write()
    expect(await store.gaps.sums('area', AT)).toEqual([
      { id: 'M33', why: 'none', count: 2 },
      { id: 'M41', why: 'none', count: 1 },
    ])
    expect(await store.gaps.sums('week', AT)).toMatchObject([{ id: WEEK }, { id: '2026-11-23' }])
  })

  test('words can be read after five different days, over restarts and several processes', async () => {
    const { store, make, tomorrow } = await gathered()
    for (let day = 1; day <= 5; day++) {
      for (const tallies of [make(), make()]) {
        tallies.count(sought({ needs: [], words: 'Kabaddi' }))
        tallies.count(sought({ needs: [], words: 'my husband left me' }))
        tallies.count(
          sought({
            needs: [],
            why: null,
            words: `only on day ${['one', 'two', 'six', 'ten', 'nil'][day - 1]}`,
          }),
        )
        await tallies.write()
      }
      expect(await store.gaps.words(10), `day ${day}`).toHaveLength(day < 5 ? 0 : 1)
      tomorrow()
    }
    expect(await store.gaps.words(10)).toEqual([{ words: 'kabaddi', week: '2026-11-23' }])
  })
})
