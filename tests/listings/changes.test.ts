import { expect, test } from 'vitest'
import { changes } from '../../src/listings/changes.ts'
import { sameValue } from '../../src/listings/same-value.ts'
import { fields } from '../fixtures.ts'
import type { ListingFields } from '../../src/listings/listing.ts'

const FREE = { kind: 'free' } as const
const HALL = { name: 'Hall', point: { lat: 53.4, lng: -2.3 } }
type Over = Partial<ListingFields>

/** what, before, after, the fields that changed with both values */
const CASES: [string, Over, Over, [string, unknown, unknown][]][] = [
  ['nothing', { cost: FREE }, { cost: FREE }, []],
  ['a word', { name: 'Kettle' }, { name: 'Kettle On' }, [['name', 'Kettle', 'Kettle On']]],
  ['a value that is new', {}, { cost: FREE }, [['cost', null, FREE]]],
  ['a value that is gone', { cost: FREE }, {}, [['cost', FREE, null]]],
  ['a key without a value is no key', { cost: { ...FREE, words: undefined } }, { cost: FREE }, []],
  [
    'the order of keys',
    { places: [HALL] },
    { places: [{ point: { lng: -2.3, lat: 53.4 }, name: 'Hall' }] },
    [],
  ],
  [
    'deep inside',
    { places: [HALL] },
    { places: [{ ...HALL, point: { lat: 53.5, lng: -2.3 } }] },
    [['places', [HALL], [{ ...HALL, point: { lat: 53.5, lng: -2.3 } }]]],
  ],
  [
    'the order of a list',
    { needs: ['debt', 'lonely'] },
    { needs: ['lonely', 'debt'] },
    [['needs', ['debt', 'lonely'], ['lonely', 'debt']]],
  ],
  ['one more on a list', { needs: [] }, { needs: ['debt'] }, [['needs', [], ['debt']]]],
  [
    'several, in the order of forms',
    { phone: { number: '1', visible: true }, name: 'A' },
    { name: 'B', status: 'ended' },
    [
      ['name', 'A', 'B'],
      ['phone', { number: '1', visible: true }, null],
      ['status', 'published', 'ended'],
    ],
  ],
]
test.each(CASES)('%s', (_, from, to, expected) => {
  const found = changes(fields(from), fields(to))
  expect(found.map((it) => [it.field, it.from, it.to])).toEqual(expected)
  const back = changes(fields(to), fields(from))
  expect(back.map((it) => [it.field, it.to, it.from])).toEqual(expected)
})

const SAME: [unknown, unknown, boolean][] = [
  [1, 1, true],
  [1, '1', false],
  [null, undefined, false],
  [{}, [], false],
  [[], [], true],
  [[undefined], [], false],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: undefined }, { toString: undefined }, true],
  [{ toString: 1 }, {}, false],
  [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } }, true],
  [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }, false],
]
test.each(SAME)('%j and %j: %s', (a, b, same) =>
  expect([sameValue(a, b), sameValue(b, a)]).toEqual([same, same]),
)
