/** GP practices as somebody types them, beside towns and postcodes. */
import { expect, it } from 'vitest'
import type { Catchment, Place } from '../../src/listings/listing.ts'
import { locateHome } from '../../src/places/locate-home.ts'
import { findPractice, namedIn } from '../../src/places/practices.ts'
import { tablesInMemory } from '../../src/places/tables-in-memory.ts'

const DOOR = { lat: 53.424, lng: -2.321 }
const HOME = { lat: 53.42, lng: -2.33 }
const of = (names: string[], codes: string[] = []): Catchment => ({ kind: 'practices', names, codes })
const listing = (catchment: Catchment, ...places: Place[]) => ({ catchment, places })

const KNOWN = namedIn([
  listing(of(['Firsway Health Centre', 'Elm Surgery'], ['P91016', 'P91017'])),
  listing(of(['ELM SURGERY', 'Elm Road Surgery', 'Timperley'])),
  listing(of(['Hidden Practice']), {
    name: 'Hidden Practice',
    point: { ...DOOR, lat: 53.42781 },
    precision: 'exact',
    masked: true,
  }),
  listing({ kind: 'anyone' }, { name: 'elm surgery', point: DOOR }),
  listing(of([], ['P91099'])),
])

it('knows each practice once, by the first writing of its name, with its code and its door where they are told', () => {
  expect(
    KNOWN.map(({ name, code, point }) => [name, code, point && 'here'].filter(Boolean).join(', ')),
  ).toEqual([
    'Firsway Health Centre, P91016',
    'Elm Surgery, P91017, here',
    'Elm Road Surgery',
    'Timperley',
    'Hidden Practice',
    'P91099, P91099',
  ])
})

it.each([
  ['Firsway Health Centre', 'Firsway Health Centre, surely'],
  ['firsway  health centre', 'Firsway Health Centre, surely'],
  ['p91016', 'Firsway Health Centre, surely'],
  ['P 91016', 'Firsway Health Centre, surely'],
  ['P91099', 'P91099, surely'],
  ['Firsway', 'Firsway Health Centre'],
  ['the Firsway surgery', 'Firsway Health Centre'],
  ['Elm', 'Elm Surgery'],
  ['Elm Road', 'Elm Road Surgery'],
  ['Fir', 'none'],
  ['Surgery', 'none'],
  ['', 'none'],
])('%j is %s', (said, practice) => {
  const found = findPractice(said, KNOWN)
  expect(found ? `${found.practice.name}${found.sure ? ', surely' : ''}` : 'none').toBe(practice)
})

it('guesses between no two', () => {
  const two = namedIn([listing(of(['Oak Surgery', 'Oak Medical Centre']))])
  expect(findPractice('Oak', two)).toBeNull()
  expect(findPractice('Oak Surgery', two)?.practice.name).toBe('Oak Surgery')
})

const tables = tablesInMemory(KNOWN)
await tables.putPlaceNames([
  { name: 'Sale', ...HOME, kind: 'town', weight: 5 },
  { name: 'Timperley', ...HOME, lat: 53.395, kind: 'town', weight: 3 },
  { name: 'Elms', ...HOME, kind: 'town', weight: 1 },
])
await tables.putOutcodes([{ outcode: 'M33', ...HOME, town: 'Sale' }])

it.each([
  ['Sale', 'Sale'],
  ['M33', 'M33'],
  ['Salle', 'Sale'],
  ['Firsway Health Centre', 'patients of Firsway Health Centre'],
  ['Firsway Health Centre, Sale', 'Sale, patients of Firsway Health Centre'],
  ['Firsway Health Centre, M33', 'M33, patients of Firsway Health Centre'],
  ['Firsway, Nowhere at all', 'patients of Firsway Health Centre'],
  ['Timperley', 'Timperley, and a practice: Timperley'],
  ['timperley practice', 'patients of Timperley'],
  ['Elm', 'patients of Elm Surgery'],
  ['xyzzy', 'nothing'],
  ['', 'nothing'],
])('%j means %s', async (typed, means) => {
  const home = await locateHome(typed, tables, HOME)
  const parts = [
    home?.place?.label,
    home?.practice && `patients of ${home.practice.name}`,
    home?.also && `and a practice: ${home.also.name}`,
  ]
  expect(parts.filter(Boolean).join(', ') || 'nothing').toBe(means)
})
