/** A place that stands in a question, and what is left to ask. */
import { expect, test } from 'vitest'
import { placeInside } from '../../src/app/find/place-inside.ts'
import { readSite } from '../../src/app/site.ts'
import { openStore } from '../../src/store/open.ts'
import { readData } from '../../src/app/read-data.ts'
import { homePlacesSchema, loadHomePlaces } from '../../src/places/home-places.ts'

const { map, search } = readSite()
const store = await openStore(':memory:')
await loadHomePlaces(store.places, readData('data/places.json', homePlacesSchema))

test.each([
  ['chair exercises M33', 'M33', 'chair exercises'],
  ['chair exercises in m33 2aa please', 'm33 2aa', 'chair exercises in please'],
  ['things to do in Stretford for pensioners', 'Stretford', 'things to do in for pensioners'],
  ['singing Old Trafford', 'Old Trafford', 'singing'],
  ['kettle on sale moor', 'sale moor', 'kettle on'],
  ['choir, Sale', 'Sale', 'choir'],
])('%j is near %j: %j', async (what, where, rest) => {
  expect(await placeInside(what, store.places, map, search.within_miles)).toEqual({ where, rest })
})

test.each([
  ['Sale', 'a place alone is left as it is'],
  ['near Sale', 'nothing else is asked'],
  ['choir', 'no place'],
  ['couch to 5k', 'no postcode'],
  ['Manchester Mind', 'farther than a search looks'],
  ['', 'nothing'],
  ['Sale '.repeat(100), 'a long story'],
])('%j names none: %s', async (what) => {
  expect(await placeInside(what, store.places, map, search.within_miles)).toBeNull()
})
