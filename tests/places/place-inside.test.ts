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
  ['chair exercises M33', 'M33', 'chair exercises', 'chair exercises "M33"'],
  [
    'chair exercises in m33 2aa please',
    'm33 2aa',
    'chair exercises please',
    'chair exercises in "m33 2aa" please',
  ],
  [
    'things to do in Stretford for pensioners',
    'Stretford',
    'things to do for pensioners',
    'things to do in "Stretford" for pensioners',
  ],
  ['singing Old Trafford', 'Old Trafford', 'singing', 'singing "Old Trafford"'],
  ['kettle on sale moor', 'sale moor', 'kettle on', 'kettle on "sale moor"'],
  ['choir, Sale', 'Sale', 'choir', 'choir "Sale"'],
  ['"car boot sale" stretford', 'stretford', '"car boot sale"', '"car boot sale" "stretford"'],
])('%j is near %j: %j, or the words %j', async (what, where, rest, asWords) => {
  expect(await placeInside(what, store.places, map, search.within_miles)).toEqual({ where, rest, asWords })
})

test.each([
  ['Sale', 'a place alone is left as it is'],
  ['near Sale', 'nothing else is asked'],
  ['Hale Barns', 'a name of two words, the first of which is a town too'],
  ['Sale of clothes', 'what is sold'],
  ['jumble "sale"', 'somebody says that it is a word'],
  ['"jumble sale" things', 'a word in the middle of quotes'],
  ['kettle on “sale moor”', 'quotes as phones write them'],
  ['choir', 'no place'],
  ['couch to 5k', 'no postcode'],
  ['Manchester Mind', 'farther than a search looks'],
  ['', 'nothing'],
  ['Sale '.repeat(100), 'a long story'],
])('%j names none: %s', async (what) => {
  expect(await placeInside(what, store.places, map, search.within_miles)).toBeNull()
})
