/** What is no news to a reader. */
import { expect, test } from 'vitest'
import type { FieldName } from '../../src/listings/listing.ts'
import { comparedText, saysSame } from '../../src/listings/says-same.ts'

const place = (over: object) => [{ address: 'Sale Library, Waterside', postcode: 'M33 7ZF', ...over }]

const CASES: [field: FieldName, a: unknown, b: unknown, same: boolean][] = [
  ['name', 'Kettle On', 'KETTLE  ON', true],
  ['name', 'Bread & Butter', 'Bread and Butter', true],
  ['name', 'Kettle On', 'Kettle Off', false],
  ['phone', { number: '0161 496 0001', visible: true }, { number: '+44 161 4960001', visible: false }, true],
  ['phone', { number: '0161 496 0001', visible: true }, { number: '0161 496 0002', visible: true }, false],
  ['email', { address: 'A@example.org', visible: true }, { address: 'a@example.org', visible: true }, true],
  ['website', 'http://www.example.org/', 'https://example.org', true],
  ['website', 'https://example.org/a', 'https://example.org/b', false],
  ['kinds', ['choir', 'walk'], ['walk', 'choir'], true],
  ['kinds', ['choir'], [], false],
  ['places', place({ point: { lat: 53.1, lng: -2.1 } }), place({ point: { lat: 53.2, lng: -2.2 } }), true],
  ['places', place({}), place({ postcode: 'm337zf', address: 'Sale Library Waterside' }), true],
  ['places', place({}), place({ postcode: 'M33 7ZG' }), false],
  ['places', [{ point: { lat: 53.1, lng: -2.1 } }], [{ point: { lat: 53.2, lng: -2.1 } }], false],
  ['places', place({}), place({ masked: true }), false],
  ['eligibility', '', null, true],
  ['summary', undefined, null, true],
  ['summary', 'A walk', null, false],
  ['cost', { kind: 'paid', amount_pence: 200 }, { amount_pence: 200, kind: 'paid', words: '' }, true],
  ['cost', { kind: 'paid', amount_pence: 200 }, { kind: 'paid', amount_pence: 300 }, false],
]

test.each(CASES)('%s: %j and %j', (field, a, b, same) => {
  expect(saysSame(field, a, b)).toBe(same)
  expect(saysSame(field, b, a)).toBe(same)
  expect(comparedText(field, a) === comparedText(field, b)).toBe(same)
})
