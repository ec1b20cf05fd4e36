/** The list and the map beside it are of the same question: also where a part of the map was searched, and a place was typed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { find } from '../../src/app/find/find.ts'
import { spotOf } from '../../src/app/find/where.ts'
import { openHouse, type House } from '../../src/app/house.ts'
import { mapView, readView, VIEW } from '../../src/app/map-view.ts'
import { mapOf } from '../../src/pages/_show/map-of.ts'
import { choicesOf } from '../../src/search/query.ts'
import { readQuery } from '../../src/search/read-query.ts'
import { aNew } from '../store/made.ts'

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-map-'))
let house: House

const at = (lat: number, lng: number) => ({ point: { lat, lng }, precision: 'exact' as const })
const SALE = at(53.424, -2.322)
const STRETFORD = at(53.446, -2.309)

beforeAll(async () => {
  house = await openHouse(
    readConfig({ DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent', AUTH_SECRET: 'x'.repeat(40) }),
  )
  await house.store.add([
    aNew('sale', { places: [SALE] }),
    aNew('stretford', { places: [STRETFORD] }),
    aNew('both', { places: [SALE, STRETFORD] }),
    aNew('phone', { how: ['phone'] }),
  ])
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (address: string, extra: readonly string[] = []) => {
  const query = readQuery(new URLSearchParams(address), { choices: choicesOf(house.taxonomy.lists), extra })
  if (!query.ok) throw new Error(query.parameter)
  return query.query
}

/** What the browser asks for beside a page: its own address of the pins, all of Britain, as near as can be. */
async function besideIt(page: string) {
  const found = await find(house, read(page), 'en')
  const params = new URL(mapOf(found, house.site).source, 'http://x').searchParams
  params.set('bbox', '-14,48,5,62.5')
  params.set('zoom', '20')
  const query = read(params.toString(), VIEW)
  const view = readView(params, query)
  if (!view.ok) throw new Error(view.parameter)
  const map = await mapView(house, { ...query, bbox: view.inside }, view.box, view.zoom, 'en')
  return { list: found.total, map: map.listings, onMap: map.on_map, drawn: map.features.length }
}

const IN_STRETFORD = 'bbox=-2.32,53.44,-2.30,53.45'

test('a place in the question is where to begin, but for who drew a box: then it is a word', async () => {
  const label = async (address: string) => (await spotOf(house, read(address), 'here'))?.label ?? null
  expect(await label('what=choir+sale')).toBe('Sale')
  expect(await label(`what=choir+sale&${IN_STRETFORD}`)).toBeNull()
})

describe('as many in the list as on the map', () => {
  test.each([
    ['', { list: 4, map: 4, onMap: 3, drawn: 4 }],
    [IN_STRETFORD, { list: 2, map: 2, onMap: 2, drawn: 2 }],
    [`lat=53.424&lng=-2.322&within=0.5&${IN_STRETFORD}`, { list: 2, map: 2, onMap: 2, drawn: 2 }],
    [`what=kettle&${IN_STRETFORD}`, { list: 2, map: 2, onMap: 2, drawn: 2 }],
    [`how=phone&${IN_STRETFORD}`, { list: 0, map: 0, onMap: 0, drawn: 0 }],
  ])('%s', async (page, expected) => {
    expect(await besideIt(page)).toEqual(expected)
  })
})

test.each([
  ['inside=1,2,3', 'not-a-number'],
  ['inside=a,b,c,d', 'not-a-number'],
  ['inside=-2,53,-3,54', 'out-of-range'],
  ['inside=-2,53,-1,99', 'out-of-range'],
])('%s is said to be wrong', (address, problem) => {
  const params = new URLSearchParams(`bbox=-3,53,-2,54&zoom=11&${address}`)
  expect(readView(params, read(params.toString(), VIEW))).toEqual({ ok: false, parameter: 'inside', problem })
})
