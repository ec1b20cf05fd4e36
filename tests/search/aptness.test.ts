/** How much of a question a listing has, and what is meant by words as they are written. */
import { describe, expect, it } from 'vitest'
import { STANDS, unitSays } from '../../src/search/aptness.ts'
import { makePhrases } from '../../src/search/phrases.ts'
import { makeVocabulary } from '../../src/search/spelling.ts'
import { askedWords, unitsOf } from '../../src/search/units.ts'
import { respelt } from '../../src/search/widen.ts'

it('puts who is called by a whole phrase before who is only filed under what it stands for', () => {
  const called = unitSays(STANDS.named, 0, 0, 2)
  expect(called).toBeGreaterThan(unitSays(STANDS.nowhere, 1, 0, 2))
  expect(called).toBeLessThan(unitSays(STANDS.named, 1, 0, 2))
  // One word stands in many names by chance.
  expect(unitSays(STANDS.named, 0, 0, 1)).toBeLessThan(unitSays(STANDS.nowhere, 1, 0, 1))
})

describe('phrases', () => {
  const phrase = (words: string, id: string) => ({ words, id, facet: 'need' as const, label: false })
  const phrases = makePhrases([
    phrase('talks', 'learning'),
    phrase('who can I talk to', 'listening'),
    phrase('lonely', 'loneliness'),
    phrase('only parents', 'parents'),
  ])
  it.each([
    ['talk', 'learning'],
    ['who can I talk to', 'listening'],
    ['a talk to listen to', 'learning'],
  ])('%s is %s: as it is written says more than its one word', (what, id) => {
    expect(unitsOf(askedWords(what), phrases).flatMap(({ terms }) => terms.map((it) => it.id))).toEqual([id])
  })

  it('takes a slip for the word that says something', () => {
    const vocabulary = makeVocabulary()
    for (const word of ['only', 'lonely']) vocabulary.add(word)
    const { words } = respelt(askedWords('lonly'), () => true, vocabulary, phrases)
    expect(words.map(({ meant }) => meant)).toEqual(['lonely'])
  })

  it('hears a long story to its end', () => {
    const story = `${'hello I was wondering if there was anything at all for her '.repeat(3)} she is lonely`
    expect(unitsOf(askedWords(story), phrases).some(({ terms }) => terms[0]?.id === 'loneliness')).toBe(true)
  })
})
