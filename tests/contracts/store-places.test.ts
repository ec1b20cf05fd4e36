/** The gazetteer's tables in the store, on every database it runs on. */
import { expect, test } from 'vitest'
import type { AreaRow, PlaceNameRow } from '../../src/places/gazetteer.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, aRow, importing, writing } from '../store/made.ts'

const postcode = (code: string, lat = 53.4, areaCodes = ['E05000829', 'E08000009']) => ({
  postcode: code,
  lat,
  lng: -2.3,
  areaCodes,
})
const name = (said: string, over: Partial<PlaceNameRow> = {}): PlaceNameRow => ({
  name: said,
  lat: 53.4,
  lng: -2.3,
  kind: 'town',
  weight: 1,
  ...over,
})
const area = (code: string, over: Partial<AreaRow> = {}): AreaRow => ({
  code,
  name: 'Sale Moor',
  kind: 'ward',
  lat: 53.42,
  lng: -2.3,
  box: [-2.35, 53.4, -2.25, 53.45],
  outline: '{"type":"Polygon","coordinates":[]}',
  ...over,
})

const NAMES = [
  name('Sale', { weight: 9 }),
  name('Sale Moor', { kind: 'ward', weight: 2 }),
  name('Salford', { weight: 20 }),
  name('St. Mary’s', { weight: 3 }),
  name('Sale', { lat: 52.1, weight: 1 }),
  name('Ŵyl'),
]
const NAMED: [typed: string, found: string[]][] = [
  ['sale', ['Sale', 'Sale']],
  [' SALE ', ['Sale', 'Sale']],
  ['Saint Marys', ['St. Mary’s']],
  ['wyl', ['Ŵyl']],
  ['sal', []],
  ['', []],
  ['sale\0', ['Sale', 'Sale']],
  ['%', []],
]
const BEGINNING: [typed: string, found: string[]][] = [
  ['sal', ['Salford', 'Sale', 'Sale Moor', 'Sale']],
  ['Sale M', ['Sale Moor']],
  ['st m', ['St. Mary’s']],
  ['ŵ', ['Ŵyl']],
  ['z', []],
  ['_', []],
]

onEachDatabase('places', ({ open }) => {
  test('postcodes come back as they were put, the last word of two', async () => {
    const { places } = await open()
    await places.putPostcodes([postcode('M33 2AB', 1), postcode('M33 2AB', 2), postcode('WA14 1AA', 3, [])])
    await places.putPostcodes([postcode('WA14 1AA', 4, [])])
    expect(await places.postcodes(['WA14 1AA', 'M33 2AB', 'M1 1AA', 'a\0'])).toEqual(
      new Map([
        ['M33 2AB', postcode('M33 2AB', 2)],
        ['WA14 1AA', postcode('WA14 1AA', 4, [])],
      ]),
    )
  })

  test('a learned point never stands over a table’s own, and goes when the table comes', async () => {
    const { places } = await open()
    await places.putPostcodes([postcode('M33 2AB', 1)])
    await places.learn([postcode('M33 2AB', 2), postcode('M33 2AC', 2)])
    await places.learn([postcode('M33 2AC', 3)])
    const lats = async () =>
      [...(await places.postcodes(['M33 2AB', 'M33 2AC'])).values()].map(({ lat }) => lat).sort()
    expect(await lats()).toEqual([1, 3])
    await places.putPostcodes([postcode('M33 2AC', 4)])
    await places.learn([postcode('M33 2AC', 5)])
    expect(await lats()).toEqual([1, 4])
  })

  test('twenty thousand postcodes at once', async () => {
    const { places } = await open()
    const rows = Array.from({ length: 20_000 }, (_, i) => postcode(`M${i} 1AA`))
    await places.putPostcodes(rows)
    expect((await places.counts()).postcodes).toBe(20_000)
    expect((await places.postcodes(rows.map((row) => row.postcode))).size).toBe(20_000)
  })

  test('outcodes come back as they were put', async () => {
    const { places } = await open()
    const m33 = { outcode: 'M33', lat: 53.4, lng: -2.3, town: 'Sale' }
    await places.putOutcodes([m33, { ...m33, outcode: 'M50', town: null }])
    expect([...(await places.outcodes(['M50', 'ZZ1'])).values()]).toEqual([
      { ...m33, outcode: 'M50', town: null },
    ])
    expect(await places.outcodes([])).toEqual(new Map())
  })

  test('practices are those that public listings are for, whoever says so', async () => {
    const store = await open()
    const patients = (name: string) => ({
      catchment: { kind: 'practices' as const, names: [name], codes: [] },
    })
    expect(await store.places.practices()).toEqual([])
    await importing(store, writing([aRow('1', patients('Elm Surgery')), aRow('2')]))
    await store.add([
      aNew('a', patients('Oak Surgery')),
      aNew('b', { ...patients('Ash Surgery'), status: 'draft' }),
      aNew('c', { ...patients('Fir Surgery'), status: 'ended' }),
    ])
    const names = (await store.places.practices()).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['Elm Surgery', 'Oak Surgery'])
  })

  test.for(NAMED)('named %j', async ([typed, found]) => {
    const { places } = await open()
    await places.putPlaceNames(NAMES)
    expect((await places.named(typed)).map((row) => row.name)).toEqual(found)
  })

  test.for(BEGINNING)('beginning with %j', async ([typed, found]) => {
    const { places } = await open()
    await places.putPlaceNames(NAMES)
    await places.putPlaceNames(NAMES)
    expect((await places.beginning(typed, 10)).map((row) => row.name)).toEqual(found)
    expect(await places.beginning(typed, 1)).toHaveLength(Math.min(1, found.length))
  })

  test('areas by their box', async () => {
    const { places } = await open()
    const far = area('E2', { box: [0, 50, 1, 51] })
    await places.putAreas([far, area('E1', { name: 'Old name' })])
    await places.putAreas([area('E1')])
    expect(await places.areas()).toEqual([area('E1'), far])
    expect(await places.areasAround({ lat: 53.42, lng: -2.3 })).toEqual([area('E1')])
    expect(await places.areasAround({ lat: 53.4, lng: -2.35 })).toEqual([area('E1')])
    expect(await places.areasAround({ lat: 53.39, lng: -2.3 })).toEqual([])
  })

  test('are counted', async () => {
    const { places } = await open()
    expect(await places.counts()).toEqual({ postcodes: 0, outcodes: 0, areas: 0, names: 0 })
    await places.putPlaceNames(NAMES)
    await places.putAreas([area('E1')])
    await places.learn([postcode('M33 2AB')])
    expect(await places.counts()).toEqual({ postcodes: 1, outcodes: 0, areas: 1, names: 6 })
  })
})
