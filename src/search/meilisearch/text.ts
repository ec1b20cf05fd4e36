/** Words of a question as Meilisearch is asked for them: each in quotes, where it guesses nothing and takes nothing apart. */
import type { Phrases } from '../phrases.ts'
import { askedWords, unitsOf, type Asked, type Unit } from '../units.ts'
import { FIRST } from './narrow.ts'
import { tokenOf } from './means.ts'
import type { Answered, Question } from './send.ts'
import { OWN_TEXT } from './settings.ts'

export type Text = {
  asked: Asked
  units: Unit[]
  /** Every unit by its words, or by the made-up word of what it stands for. */
  exact: string
  /** Every word as such, where that may find less; null: it is the same. */
  literal: string | null
  /** `exact` with two neighbours run together, for every two that may be. */
  joined: string[]
}

/** null: there are no words in it. */
export function textOf(what: string, phrases: Phrases): Text | null {
  const asked = askedWords(what)
  if (asked.words.length === 0) return null
  const units = unitsOf(asked, phrases)
  const exact = units.map(unitText)
  return {
    asked,
    units,
    exact: exact.join(' '),
    literal: units.some(({ terms }) => terms.length > 0) ? wordsText(asked) : null,
    joined: units.slice(1).flatMap((unit, i) => {
      const [first, second] = [units[i]?.words ?? [], unit.words]
      if (first.length !== 1 || second.length !== 1) return []
      const both = quote(`${first[0]?.word ?? ''}${second[0]?.word ?? ''}`)
      return [[...exact.slice(0, i), both, ...exact.slice(i + 2)].join(' ')]
    }),
  }
}

export const quote = (words: string): string => `"${words}"`

const unitText = ({ words, terms }: Unit): string =>
  terms.length > 0 ? quote(meantBy({ words, terms })) : words.map(({ word }) => quote(word)).join(' ')

/** The made-up word of a unit that stands for something. */
export const meantBy = ({ words, terms }: Unit): string =>
  tokenOf(
    words.map(({ meant }) => meant),
    terms,
  )

export const wordsText = ({ words }: Asked): string => words.map(({ word }) => quote(word)).join(' ')

/** How many listings have all of it, anywhere or in their own text; nothing else is asked of them. */
export const countOf = (q: string, attributes?: readonly string[]): Question => ({
  q,
  filter: [FIRST],
  hitsPerPage: 0,
  ...(attributes === undefined ? {} : { attributesToSearchOn: attributes }),
})

/** What is counted beside the answer: what makes a word rare, and whether anybody has the words as typed. */
export type Tally = {
  all: number
  /** Listings with all the words, whatever else is asked. */
  found: number
  /** Listings with each word, in their own text. */
  having: number[]
  /** Listings with each of `joined`. */
  joined: number[]
}

export const tallyQuestions = ({ exact, asked, joined }: Text): Question[] => [
  countOf(''),
  countOf(exact),
  ...asked.words.map(({ word }) => countOf(quote(word), OWN_TEXT)),
  ...joined.map((q) => countOf(q)),
]

export function readTally({ asked }: Text, answers: readonly Answered[]): Tally {
  const [all = 0, found = 0, ...rest] = answers.map(({ totalHits }) => totalHits)
  return {
    all,
    found,
    having: rest.slice(0, asked.words.length),
    joined: rest.slice(asked.words.length),
  }
}
