/** An index that is behind, or that somebody else writes, says what is hidden: the store decides what anybody sees. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { find } from '../../src/app/find/find.ts'
import { openHouse, type House } from '../../src/app/house.ts'
import { mapView } from '../../src/app/map-view.ts'
import { nearOnes } from '../../src/app/similar.ts'
import { suggestions } from '../../src/app/suggest-view.ts'
import { project } from '../../src/places/cells.ts'
import type { Answering, EngineAnswer } from '../../src/search/engine.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import { aNew } from '../store/made.ts'

const POINT = { lat: 53.4231, lng: -2.3217 }
const place = { name: 'Hall', point: POINT, precision: 'exact' as const }
const refuge = { town: 'Sale', point: { lat: 53.42, lng: -2.32 }, precision: 'area' as const, masked: true }
const folder = mkdtempSync(join(tmpdir(), 'fingerpost-stale-'))
let house: House
const IDS = ['open', 'draft', 'ended', 'refuge', 'erased']

/** All it was ever given, with the points of then. */
function stale(engine: Answering): Answering {
  const answer: EngineAnswer = {
    hits: IDS.map((id) => ({ id, metres: 10, point: POINT, forward: false })),
    ...{ total: IDS.length, facets: {}, widened: false, by: 'meilisearch' },
  }
  const points = IDS.map((id) => ({ id, ...POINT }))
  return {
    ...engine,
    search: async () => answer,
    points: async () => ({ points: project(points), total: points.length, listings: points.length }),
    suggest: async () =>
      IDS.map((id) => ({ kind: 'listing', id, label: `Was called ${id}`, slug: `//evil.example/${id}` })),
  }
}

beforeAll(async () => {
  const opened = await openHouse(
    readConfig({ DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent', AUTH_SECRET: 'x'.repeat(40) }),
  )
  const said = { needs: ['company'], kinds: [], places: [place] }
  await opened.store.add([
    aNew('open', said),
    aNew('draft', { ...said, status: 'draft' }),
    aNew('ended', { ...said, status: 'ended' }),
    aNew('refuge', { ...said, places: [refuge] }),
    aNew('erased', said),
  ])
  await opened.store.erase('erased', '2026-11-22T10:00:00.000Z')
  house = { ...opened, engine: stale(opened.engine) }
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

it('on the results page', async () => {
  const { results } = await find(house, EVERYTHING, 'en')
  expect(results.map(({ listing }) => listing.id)).toEqual(['open', 'refuge'])
  expect(results.find(({ listing }) => listing.id === 'refuge')?.place?.point).toEqual(refuge.point)
})

it('on the map: nothing that is hidden, and no place where it was before it was hidden', async () => {
  const { features } = await mapView(house, EVERYTHING, [-3, 53, -2, 54], 20, 'en')
  expect(features.map(({ properties }) => properties?.['slug'])).toEqual(['kettle-open'])
  const gathered = await mapView(house, { ...EVERYTHING, page: 2 }, [-3, 53, -2, 54], 20, 'en')
  expect(JSON.stringify(gathered)).not.toMatch(/draft|ended|erased/)
})

it('beside a listing', async () => {
  const [open] = await house.listings(['open'])
  const near = open === undefined ? null : await nearOnes(house, open, false)
  expect(near?.map(({ known }) => known.listing.id)).toEqual(['refuge'])
})

it('as somebody types: by the name and the address of the store', async () => {
  const offers = (await suggestions(house, 'kettle', 'en')).filter(({ kind }) => kind === 'listing')
  expect(offers.map(({ label, href }) => [label, href])).toEqual([
    ['Kettle open', '/listing/kettle-open'],
    ['Kettle refuge', '/listing/kettle-refuge'],
  ])
})
