/** Where somebody lives, asked of every engine: what meets near, what is for people there, what needs no visit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../../src/search/engine.ts'
import { asked } from '../search/cases.ts'
import { ENGINES, listed } from '../search/engines.ts'
import { HERE_CASES, hereDocuments } from '../search/here.ts'

describe.each(ENGINES)('$name', ({ open, differs }) => {
  let engine: SearchEngine
  let remove: () => Promise<void>
  beforeAll(async () => {
    const made = await open()
    engine = made.engine
    remove = made.remove
    await engine.rebuild(
      (async function* () {
        yield hereDocuments()
      })(),
      1,
    )
  })
  afterAll(() => remove())

  const cases = HERE_CASES.filter(({ says }) => differs[says] === undefined)
  it.each(cases)('$says', async ({ ask, ids }) => {
    const { hits, total } = await engine.search(asked(ask))
    expect(hits.map(({ id }) => id).join(' ')).toBe(ids)
    // The three ways together find each listing once.
    expect(total).toBe(hits.length)
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => engine.search(asked({ ...ask, page, size: 6 }))),
    )
    expect(pages.flatMap((page) => page.hits.map(({ id }) => id))).toEqual(
      hits.slice(0, 24).map(({ id }) => id),
    )
  })

  it('measures to what has to be visited, however far, and not to what comes to people', async () => {
    const [west] = HERE_CASES
    const { hits } = await engine.search(asked({ ...west?.ask }))
    const miles = Object.fromEntries(
      hits.map(({ id, metres }) => [id, metres && Math.round(metres / 160.9344) / 10]),
    )
    expect(miles).toMatchObject({
      open: 0.3,
      'westing-far': 6,
      'radius-far': 7.2,
      'westing-visits': 4,
      'england-line': null,
    })
    const near = await engine.search(asked({ ...west?.ask, miles: 1 }))
    expect(near.hits.find(({ id }) => id === 'westing-visits')?.metres).toBeNull()
  })

  it('counts what it finds, and shows it on the map', async () => {
    const [west] = HERE_CASES
    const { total, facets } = await engine.search(asked({ ...west?.ask, facets: ['how'] }))
    expect(facets.how).toEqual({ 'in-person': total - 5, phone: 3, 'home-visit': 2, online: 1 })
    const map = await engine.points(asked({ ...west?.ask }), 100)
    const shown = listed(map.points).map(({ id }) => id)
    expect(shown).toEqual(expect.arrayContaining(['westing-far', 'radius-far']))
    expect(shown).not.toContain('anyone-far')
  })
})
