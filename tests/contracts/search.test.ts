/** One suite over every engine: the same questions, the same answers. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { SearchEngine } from '../../src/search/engine.ts'
import { COUNTS, FILTERS, ORDER, PLACES } from '../search/cases-filters.ts'
import { asked, HOSTILE, WORDS, type Case } from '../search/cases.ts'
import { MORE } from '../search/cases-more.ts'
import { ENGINES, isMissing, listed } from '../search/engines.ts'
import { HOW_TO_HAVE_MEILISEARCH } from '../search/meilisearch-server.ts'
import { documents, MIDDLE, north } from '../search/listings.ts'

const list = (ids: string) => ids.split(' ').filter((id) => id !== '')

async function* batches() {
  const all = documents()
  for (let at = 0; at < all.length; at += 7) yield all.slice(at, at + 7)
}

if (isMissing) it.skip(HOW_TO_HAVE_MEILISEARCH, () => undefined)

describe.each(ENGINES)('$name', ({ open, differs }) => {
  let engine: SearchEngine
  let remove: () => Promise<void>
  beforeAll(async () => {
    const made = await open()
    engine = made.engine
    remove = made.remove
    await engine.rebuild(batches(), 41)
  })
  afterAll(() => remove())

  // What it answers otherwise is asked all the same: it must answer what the table says of it.
  const asIs = (one: Case): Case => {
    const other = differs[JSON.stringify(one.ask)]
    return other === undefined ? one : { ask: one.ask, ids: other.found }
  }
  const cases = [...WORDS, ...FILTERS, ...COUNTS, ...PLACES, ...ORDER, ...MORE].map(asIs)

  it.each(cases.map((one): [string, Case] => [JSON.stringify(one.ask), one]))('%s', async (_, one) => {
    const answer = await engine.search(asked(one.ask))
    const ids = answer.hits.map(({ id }) => id)
    if (one.ids !== undefined) expect(ids).toEqual(list(one.ids))
    if (one.set !== undefined) expect(ids.toSorted()).toEqual(list(one.set).sort())
    if (one.first !== undefined) expect(ids.slice(0, list(one.first).length)).toEqual(list(one.first))
    if (one.has !== undefined) expect(ids).toEqual(expect.arrayContaining(list(one.has)))
    if (one.not !== undefined) expect(ids.filter((id) => list(one.not ?? '').includes(id))).toEqual([])
    if (one.facets !== undefined) expect(answer.facets).toMatchObject(one.facets)
    for (const [facet, counts] of Object.entries(one.facets ?? {}))
      expect({ facet, counts: answer.facets[facet as keyof typeof answer.facets] }).toEqual({ facet, counts })
    if (one.widened !== undefined) expect(answer.widened).toBe(one.widened)
    expect(answer.total).toBe(one.total ?? ids.length)
  })

  it.each(HOSTILE)('takes %j for words', async (what, first) => {
    const { hits, total } = await engine.search(asked({ what }))
    if (first) expect(hits[0]?.id).toBe(first)
    expect(total).toBeLessThanOrEqual(38)
    await expect(engine.suggest(what, 8)).resolves.toBeInstanceOf(Array)
    await expect(engine.points(asked({ what }), 10)).resolves.toBeInstanceOf(Object)
  })

  it('gives every listing once over the pages of each sort, and nothing after them', async () => {
    for (const sort of ['best', 'near', 'soon', 'checked'] as const)
      for (const near of [undefined, {}])
        for (const what of ['', 'sale']) {
          const whole = await engine.search(asked({ sort, near, what }))
          const pages: string[] = []
          for (let page = 1; page <= 10; page++) {
            const { hits, total } = await engine.search(asked({ sort, near, what, page, size: 7 }))
            expect(total).toBe(whole.total)
            pages.push(...hits.map(({ id }) => id))
          }
          expect(pages).toEqual(whole.hits.map(({ id }) => id))
          expect(new Set(pages).size).toBe(whole.total)
        }
    expect(await engine.search(asked({ page: 10_000 }))).toMatchObject({ hits: [], total: 38 })
  })

  it('lets who came past an equal say so, and gives each once over the pages while the load is spread', async () => {
    const back = new Map([
      ['judo', 6],
      ['choir', 9],
      ['knit', 4],
    ])
    const fair = { version: 1, back, seed: 3 }
    const clubs = await engine.search(asked({ near: {}, filters: { kind: ['club'] }, fair }))
    expect(clubs.hits.filter(({ forward }) => forward).map(({ id }) => id)).toEqual(['chess'])
    for (const sort of ['best', 'near', 'soon', 'checked'] as const)
      for (const near of [undefined, {}]) {
        const whole = await engine.search(asked({ sort, near, fair }))
        const pages: string[] = []
        for (let page = 1; page <= 6; page++)
          pages.push(
            ...(await engine.search(asked({ sort, near, fair, page, size: 7 }))).hits.map(({ id }) => id),
          )
        expect(pages).toEqual(whole.hits.map(({ id }) => id))
        expect(new Set(pages).size).toBe(whole.total)
      }
  })

  it('never shows a listing twice, however many pages there are', async () => {
    const [like] = documents()
    const many = Array.from({ length: 1130 }, (_, n) => ({
      ...like,
      id: `many-${n}`,
      name: `Group ${n % 400}`,
    }))
    const other = await open()
    onTestFinished(other.remove)
    await other.engine.rebuild(
      (async function* () {
        yield many as ReturnType<typeof documents>
      })(),
      1,
    )
    const pages: string[] = []
    for (let page = 1; page <= 17; page++) {
      const { hits, total } = await other.engine.search(asked({ page, size: 70, facets: [] }))
      expect(total).toBe(1130)
      pages.push(...hits.map(({ id }) => id))
    }
    expect({ shown: pages.length, once: new Set(pages).size }).toEqual({ shown: 1130, once: 1130 })
  })

  it('counts no facet that nobody asked for', async () => {
    expect((await engine.search(asked({ facets: [] }))).facets).toEqual({})
    expect(Object.keys((await engine.search(asked({ facets: ['need'] }))).facets)).toEqual(['need'])
  })

  it('measures to the nearest door, and not at all where nobody has to go', async () => {
    const { hits } = await engine.search(asked({ near: {}, miles: 1 }))
    const metres = Object.fromEntries(
      hits.map((hit) => [hit.id, hit.metres === null ? null : Math.round(hit.metres / 10)]),
    )
    expect(metres).toMatchObject({
      choir: 0,
      foodbank: 40,
      yoga: 56,
      chair: 89,
      money: null,
      helpers: null,
      night: null,
    })
    const [far] = (await engine.search(asked({ what: 'yoga', near: north(6.05), miles: 1 }))).hits
    expect(far?.point?.lat).toBeCloseTo(north(6.05).lat, 6)
    const [middle] = (await engine.search(asked({ what: 'choir' }))).hits
    expect(middle).toMatchObject({ metres: null, point: MIDDLE })
  })

  it('gives the map every matching point and says how many there are', async () => {
    const bbox = asked({ bbox: [-2.33, north(0.2).lat, -2.31, north(0.6).lat] })
    const { points, total } = await engine.points(bbox, 100)
    expect({
      ids: listed(points)
        .map(({ id }) => id)
        .sort(),
      total,
    }).toEqual({
      ids: ['chair', 'foodbank', 'yoga'],
      total: 3,
    })
    const all = await engine.points(asked({}), 100)
    expect(listed(all.points).filter(({ id }) => id === 'yoga')).toHaveLength(2)
    expect(listed(all.points).some(({ id }) => ['old', 'secret', 'past'].includes(id))).toBe(false)
    expect(await engine.points(asked({}), 2)).toMatchObject({
      points: { at: { length: 2 } },
      total: all.total,
    })
    const judo = await engine.points(asked({ what: 'judo' }), 100)
    expect(listed(judo.points)).toEqual([
      { id: 'judo', lat: expect.closeTo(north(1.85).lat, 6), lng: MIDDLE.lng },
    ])
  })

  it.each([
    [MIDDLE, 0.35],
    [north(6.05), 6.05],
  ])('of what meets in two places the map of a circle shows the one in it: round %o', async (near, miles) => {
    const yoga = await engine.points(asked({ what: 'yoga', near, miles: 1 }), 100)
    const places = listed(yoga.points).filter(({ id }) => id === 'yoga')
    expect(places).toEqual([
      { id: 'yoga', lat: expect.closeTo(north(miles).lat, 3), lng: expect.any(Number) },
    ])
  })

  it('never shows where a hidden place is', async () => {
    const { points } = await engine.points(asked({ what: 'safe house' }), 10)
    expect(listed(points)).toEqual([{ id: 'refuge', lat: 53.43, lng: -2.31 }])
  })

  it.each([
    ['ju', ['Judo Juniors']],
    ['tea', ['Tea 🫖 & Toast <b>']],
    ['riv', ['Riverside Singers']],
    ['caff', ['Caffi Cymraeg']],
    ['walking foo', ['Walking Football']],
    ['wrec', ['Wrecsam']],
    ['COR', ['Côr Meibion y Dŵr']],
    ['j', []],
    ['', []],
    ['"', []],
    ['bing', []],
    ['hidd', []],
    ['zzz', []],
  ])('suggests for %j', async (what, labels) => {
    expect((await engine.suggest(what, 8)).map(({ label }) => label)).toEqual(labels)
  })

  it('puts names that begin so before those that only have such a word, and stops where it is told', async () => {
    const labels = (await engine.suggest('ch', 8)).map(({ label }) => label)
    expect(labels.slice(0, 3)).toEqual(['Chair Exercises', 'Chess Club', 'Chest, Heart and Stroke'])
    expect(await engine.suggest('ch', 2)).toHaveLength(2)
  })

  it('says which listings it has', async () => {
    const held = await engine.prints()
    expect(['choir', 'old', 'nobody'].filter((id) => held.has(id))).toEqual(['choir'])
    expect(await engine.health()).toMatchObject({ ok: true, applied: 41, documents: 39 })
  })
})
