/** Which labels are offered while somebody types, and in what order. */
import { expect, it } from 'vitest'
import { suggestionsOf, typedWords } from '../../src/search/suggestions.ts'

const one = (name: string, group = '', place = '') => ({ id: name, slug: name, name, group, place })
const LISTINGS = [
  one('Asian choir', 'Riverside Singers', 'Choir Hall\n1 High Street'),
  one('Choir of Sale', 'riverside singers'),
  one('Chess', 'Choirs of Trafford'),
]

it.each([
  ['choir', ['Choir Hall', 'Choir of Sale', 'Choirs of Trafford', 'Asian choir']],
  ['asian', ['Asian choir']],
  ['choir as', ['Asian choir']],
  ['river', ['Riverside Singers']],
  ['street', []],
  ['asian cho', ['Asian choir']],
])('%j: what begins so first, each label once, no address', (typed, labels) => {
  expect(suggestionsOf(LISTINGS, typed, 8).map(({ label }) => label)).toEqual(labels)
})

it('as many as are asked for', () => expect(suggestionsOf(LISTINGS, 'choir', 2)).toHaveLength(2))

it('nothing of a single letter', () => expect(typedWords('c')).toBeNull())
