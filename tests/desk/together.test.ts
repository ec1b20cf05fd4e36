/** What people said of two listings that are one: the newest word, but nothing secret becomes public by it. */
import { expect, test } from 'vitest'
import { together } from '../../src/desk/match/together.ts'
import type { ListingFields } from '../../src/listings/listing.ts'
import { later, statement } from '../store/made.ts'

const SECRET = { places: [{ town: 'Sale', postcode: 'M33', masked: true }] }
const DOOR = { places: [{ address: '5 Oak Street', postcode: 'M33 2AB' }] }
const OTHER = { places: [{ town: 'Urmston', postcode: 'M41', masked: true }] }

type Said = [fields: Partial<ListingFields>, day: number]
const CASES: [string, Said, Said, Partial<ListingFields>][] = [
  ['the newer word', [{ summary: 'old' }, 1], [{ summary: 'new' }, 2], { summary: 'new' }],
  ['whichever of the two it is', [{ summary: 'new' }, 2], [{ summary: 'old' }, 1], { summary: 'new' }],
  ['a secret place before a newer open one', [SECRET, 1], [DOOR, 2], SECRET],
  ['on either side', [DOOR, 2], [SECRET, 1], SECRET],
  ['of two secret ones the newer', [SECRET, 1], [OTHER, 2], OTHER],
]
test.each(CASES)('%s', (_, [here, then], [there, since], fields) => {
  const one = statement('a', here, { source: 'group', by: 'group', at: later(then) })
  const other = statement('b', there, { source: 'group', by: 'group', at: later(since) })
  const [said] = together([one], [other], 'a')
  const values = Object.entries(said?.fields ?? {}).map(([field, claim]) => [field, claim.value])
  expect(Object.fromEntries(values)).toEqual(fields)
})
