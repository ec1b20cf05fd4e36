import { expect, it } from 'vitest'
import { sameWords } from '../../src/search/same-words.ts'
import { askedWords } from '../../src/search/units.ts'

it.each([
  ['rygbi', ['rugby', 'rufc', 'rfc']],
  ['clwb', ['club']],
  ['rugby', ['rufc', 'rfc']],
  ['chess', []],
  ['constructor', []],
])('a listing may have for "%s": %j', (word, others) => {
  expect(sameWords(word)).toEqual(others)
})

it('asks for the words typed first', () => {
  expect(askedWords('Clwb Golff').words.map(({ forms }) => forms[0])).toEqual(['clwb', 'golff'])
  expect(askedWords('Clwb Golff').words.map(({ forms }) => forms.at(-1))).toEqual(['club', 'golf'])
})
