/** Words as they are compared, and words spelt nearly so. */
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { describe, expect, it } from 'vitest'
import { makeVocabulary, slipsAllowed, slipsBetween } from '../../src/search/spelling.ts'
import { makePhrases } from '../../src/search/phrases.ts'
import { askedWords, unitsOf } from '../../src/search/units.ts'
import { phraseList } from '../../src/search/phrase-list.ts'
import { numbersOf, wordsOf } from '../../src/search/words.ts'
import { TAXONOMY } from './listings.ts'

it.each([
  ['Walking Football', 'walking football'],
  ["Parkinson's", 'parkinsons'],
  ['Parkinson’s', 'parkinsons'],
  ["'quoted' words'", 'quoted words'],
  ['drop-in/self-help', 'drop in self help'],
  ['Café Côr Dŵr Ŷd', 'cafe cor dwr yd'],
  ['cafe\u0301', 'cafe'],
  ['ﬁtness', 'fitness'],
  ['M33 2AB', 'm33 2ab'],
  ['£2.50 a week', '2 50 a week'],
  ['LGBT+', 'lgbt'],
  ['tea🫖toast', 'tea toast'],
  ['ΑΒΓ Привет', 'αβγ привет'],
  ['نادي الشاي', 'نادي الشاي'],
  ['a\u0000b', 'a b'],
  ['   ', ''],
  ['!!! ***', ''],
  ['🫖', ''],
  ['a'.repeat(100), 'a'.repeat(40)],
  // A letter of two units that does not fit any more is left out whole.
  [`${'a'.repeat(39)}\u{10330}b`, 'a'.repeat(39)],
  [`${'a'.repeat(38)}\u{10330}b`, `${'a'.repeat(38)}\u{10330}`],
])('%j is %j', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words)
})

it.each([
  ['walk', 'walks'],
  ['walks', 'walk'],
  ['party', 'parties'],
  ['parties', 'party'],
  ['class', 'classes'],
  ['classes', 'class'],
  ['lunch', 'lunches'],
  ['lunches', 'lunch'],
  ['bus', 'buses'],
  ['toy', 'toys'],
])('%s may be %s', (word, other) => {
  expect(numbersOf(word)[0]).toBe(word)
  expect(numbersOf(word)).toContain(other)
})

it.each([
  ['dementia', 'dimentia', 1],
  ['football', 'fottball', 1],
  ['judo', 'jduo', 1],
  ['judo', 'juddo', 1],
  ['judo', 'jud', 1],
  ['judo', 'judo', 0],
  ['judo', 'jodu', 2],
  ['judo', 'chess', 3],
  ['', 'ab', 2],
  ['ab', '', 2],
  ['a'.repeat(100), 'a'.repeat(99), 3],
])('%s and %s are %i slips apart (3: more than two)', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips)
  expect(slipsBetween(b, a, 2)).toBe(slips)
})

it.each([
  ['tea', 0],
  ['judo', 1],
  ['football', 1],
  ['gardening', 2],
  ['m33', 0],
  ['covid19', 0],
])('%s is forgiven %i slips', (word, slips) => {
  expect(slipsAllowed(word)).toBe(slips)
})

it('gives neighbours of the same first letter first, and two slips only where one explains nothing', () => {
  const vocabulary = makeVocabulary()
  for (const word of ['bake', 'lake', 'lane', 'late', 'allotment', 'allotments', 'lakes'])
    vocabulary.add(word)
  expect(vocabulary.near('lakke').map(({ word }) => word)).toEqual(['lake'])
  expect(vocabulary.near('lafe').map(({ word }) => word)).toEqual(['lake', 'lane', 'late'])
  expect(vocabulary.near('bafe').map(({ word }) => word)).toEqual(['bake'])
  expect(vocabulary.near('alotmment').map(({ word, slips }) => [word, slips])).toEqual([['allotment', 2]])
  expect(vocabulary.near('allotmen').map(({ word }) => word)).toEqual(['allotment'])
  expect(vocabulary.add('lake')).toBe(false)
})

it('of near words those that begin alike come first, and there are never too many', () => {
  const vocabulary = makeVocabulary()
  for (const word of ['bale', 'sane']) vocabulary.add(word)
  expect(vocabulary.near('sale').map(({ word }) => word)).toEqual(['sane', 'bale'])
  for (const letter of 'abcdefghijkmnopqrstuvwxyz') vocabulary.add(`sa${letter}e`)
  expect(vocabulary.near('sale')).toHaveLength(12)
})

describe('a question taken apart', () => {
  const phrases = makePhrases(phraseList(TAXONOMY))
  it.each([
    ['judo', 'judo'],
    ['the judo', 'judo'],
    ['someone to talk to', 'someone talk=someone-to-talk-to'],
    ['I need to talk', 'talk=someone-to-talk-to'],
    ["can't pay my bills", 'pay bills=bills'],
    ['food bank sale', 'food bank=food-bank | sale'],
    ['lonely men', 'lonely=loneliness | men=men'],
    ['walking football for men', 'walking | football | men=men'],
    ['choir', 'choir=singing,choir'],
    ['the and of', 'the | and | of'],
    ['judo judo judo', 'judo'],
    ['', ''],
  ])('%j is %j', (what, units) => {
    const said = unitsOf(askedWords(what), phrases).map(({ words, terms }) => {
      const meant = [...new Set(terms.map(({ id }) => id))].join()
      return words.map(({ word }) => word).join(' ') + (meant && `=${meant}`)
    })
    expect(said.join(' | ')).toBe(units)
  })

  it.each([
    ['older-people', false],
    ['bereaved', false],
    ['lgbt', true],
    ['dementia', true],
    ['women', true],
  ])('what is for %s is for few: %j', (who, few) =>
    expect(makePhrases(phraseList(readTaxonomy())).isForFew(who)).toBe(few),
  )
})
