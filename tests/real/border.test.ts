/** The border of Trafford and Manchester as it really runs: set REAL_DATA_DIR to the folder that holds its files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { livingIn } from '../../src/app/find/living.ts'
import { whySaid } from '../../src/app/find/why-said.ts'
import type { Catchment, LatLng } from '../../src/listings/listing.ts'
import { areaNames } from '../../src/places/area-names.ts'
import { METRES_PER_MILE } from '../../src/places/geo.ts'
import { locate } from '../../src/places/locate.ts'
import { readPostcodeFile } from '../../src/places/postcode-file.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { SearchEngine } from '../../src/search/engine.ts'
import { whyHere } from '../../src/search/why.ts'
import { texts } from '../../src/text/texts.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import { asked } from '../search/cases.ts'
import { documentAt } from '../search/here.ts'
import { RULES } from '../search/listings.ts'

const folder = realData() ?? ''
const here = folder !== ''
if (!here) console.log(`tests/real/border.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)

const FILES = [
  'uk-outcodes/outcodes.csv',
  'trafford-postcodes/trafford_postcodes.csv',
  'trafford-boundaries/electoral_ward.geojson',
  'trafford-boundaries/local_authority_district.geojson',
]
const HOME = { lat: 53.42, lng: -2.34 }
const areas = (...codes: string[]): Catchment => ({ kind: 'areas', codes, names: [] })

/** Seymour Park (Trafford), Whalley Range (Manchester) 0.6 miles east of it, Chorlton (Manchester), Altrincham (Trafford), eight miles off. */
const SEYMOUR = { lat: 53.4585, lng: -2.2665 }
const WHALLEY = { lat: 53.451, lng: -2.2585 }
const CHORLTON = { lat: 53.4425, lng: -2.277 }
const ALTRINCHAM = { lat: 53.3875, lng: -2.351 }

const LISTINGS: { [id: string]: [LatLng, Catchment?] } = {
  'seymour-open': [SEYMOUR],
  'seymour-trafford': [SEYMOUR, areas('E08000009')],
  'seymour-ward': [SEYMOUR, areas('E05015253')],
  'whalley-open': [WHALLEY],
  'whalley-manchester': [WHALLEY, { kind: 'areas', codes: ['E08000003'], names: ['Manchester'] }],
  'chorlton-open': [CHORLTON],
  'chorlton-anyone': [CHORLTON, { kind: 'anyone' }],
  'altrincham-open': [ALTRINCHAM],
  'altrincham-trafford': [ALTRINCHAM, areas('E08000009')],
}

describe.skipIf(!here)('the border of Trafford and Manchester', () => {
  const tables = tablesInMemory()
  let engine: SearchEngine
  let at: string
  beforeAll(async () => {
    for (const path of FILES) await readPostcodeFile(join(folder, path), tables)
    at = mkdtempSync(join(tmpdir(), 'fingerpost-real-border-'))
    engine = openEmbedded(at, RULES)
    await engine.rebuild(
      (async function* () {
        yield Object.entries(LISTINGS).map(([id, [point, whom]]) =>
          documentAt(id, ['in-person'], point, whom),
        )
      })(),
      1,
    )
  })
  afterAll(() => {
    engine.close()
    rmSync(at, { recursive: true, force: true })
  })

  /** Each as "id: arm; whom". */
  async function found(where: string, miles: number): Promise<string[]> {
    const all = await tables.areas()
    const place = await locate(where, tables, HOME)
    if (!place) throw new Error(`${where} is not understood`)
    const near = { ...place.point, ...livingIn(place, all) }
    const { hits } = await engine.search(asked({ near, miles }))
    return hits.map(({ id, metres }) => {
      const [point, catchment] = LISTINGS[id] ?? [HOME]
      const listing = { how: ['in-person' as const], catchment, places: [{ point }] }
      const { whom } = whySaid(
        whyHere(listing, metres, false, { near, practice: [], areas: areaNames(all) }),
        texts('en'),
      )
      return `${id} ${((metres ?? 0) / METRES_PER_MILE).toFixed(1)}${whom === null ? '' : ` ${whom}`}`
    })
  }

  test.each<[string, number, string[]]>([
    [
      'M33',
      2,
      ['altrincham-trafford 2.5 Serves all of Trafford', 'seymour-trafford 3.6 Serves all of Trafford'],
    ],
    [
      'M16 0GJ',
      2,
      [
        'chorlton-anyone 0.7',
        'chorlton-open 0.7',
        'seymour-open 0.7',
        'seymour-trafford 0.7 Serves all of Trafford',
        'whalley-open 0.9',
        'seymour-ward 0.7 For people in Old Trafford ward: ask first',
        'whalley-manchester 0.9 For people in Manchester: ask first',
        'altrincham-trafford 5.3 Serves all of Trafford',
      ],
    ],
    // Manchester's half of M16 has no postcode here: its sector lies on both sides, and nobody is told either.
    [
      'M16 9PF',
      2,
      [
        'seymour-open 0.1',
        'seymour-trafford 0.1 For people in Trafford',
        'seymour-ward 0.1 For people in Old Trafford ward',
        'whalley-manchester 0.7 For people in Manchester',
        'whalley-open 0.7',
        'chorlton-anyone 1.3',
        'chorlton-open 1.3',
        'altrincham-trafford 6.1 For people in Trafford',
      ],
    ],
    [
      'M16',
      1,
      [
        'seymour-open 0.2',
        'seymour-trafford 0.2 For people in Trafford',
        'seymour-ward 0.2 For people in Old Trafford ward',
        'whalley-manchester 0.4 For people in Manchester',
        'whalley-open 0.4',
        'chorlton-anyone 1.0',
        'chorlton-open 1.0',
        'altrincham-trafford 5.9 For people in Trafford',
      ],
    ],
    // Chorlton: what meets over the border in Trafford stands where its distance puts it.
    [
      'M21',
      2,
      [
        'chorlton-anyone 0.4',
        'chorlton-open 0.4',
        'whalley-manchester 1.1 For people in Manchester',
        'whalley-open 1.1',
        'seymour-open 1.4',
        'seymour-trafford 1.4 For people in Trafford',
        'seymour-ward 1.4 For people in Old Trafford ward',
      ],
    ],
    [
      'Trafford',
      4,
      [
        'altrincham-open 2.6',
        'altrincham-trafford 2.6 Serves all of Trafford',
        'chorlton-anyone 2.7',
        'chorlton-open 2.7',
        'whalley-open 3.6',
        'seymour-open 3.7',
        'seymour-trafford 3.7 Serves all of Trafford',
        'seymour-ward 3.7 For people in Old Trafford ward',
        'whalley-manchester 3.6 For people in Manchester: ask first',
      ],
    ],
  ])('%s within %s miles', async (where, miles, wanted) => {
    expect(await found(where, miles)).toEqual(wanted)
  })
})
