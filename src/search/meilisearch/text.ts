/** Words of a question as Meilisearch is asked for them: each in quotes, where it guesses nothing and takes nothing apart. */
import type { EngineQuery } from '../engine.ts'
import type { Meant, Phrases } from '../phrases.ts'
import { askedWords, unitsOf, type Asked, type Unit } from '../units.ts'
import { termName, withTerm, type Terms } from './apt.ts'
import { FIRST } from './narrow.ts'
import { tokenOf } from './means.ts'
import type { Answered, Question } from './send.ts'

export type Text = {
  asked: Asked
  units: Unit[]
  /** Every unit that is a condition, by its words or by the made-up word of what it stands for. */
  exact: string
  /** `exact` with two neighbours run together, for every two that may be. */
  joined: string[]
}

/** null: there are no words in it. */
export function textOf({ what, place }: Pick<EngineQuery, 'what' | 'place'>, phrases: Phrases): Text | null {
  const asked = askedWords(what, place)
  if (asked.words.length === 0) return null
  const units = unitsOf(asked, phrases)
  const texts = units.map((unit) => (unit.weak ? [] : [unitText(unit)]))
  const all = (some: string[][]) => some.flat().join(' ')
  return {
    asked,
    units,
    exact: all(texts),
    joined: units.slice(1).flatMap((unit, i) => {
      const before = units[i]
      if (
        !before ||
        before.words.length !== 1 ||
        unit.words.length !== 1 ||
        unit.place ||
        (before.weak && unit.weak)
      )
        return []
      const both = quote(`${before.words[0]?.word ?? ''}${unit.words[0]?.word ?? ''}`)
      return [all([...texts.slice(0, i), [both], ...texts.slice(i + 2)])]
    }),
  }
}

export const quote = (words: string): string => `"${words}"`

const unitText = ({ words, terms }: Pick<Unit, 'words' | 'terms'>): string =>
  terms.length > 0 ? quote(meantBy({ words, terms })) : words.map(({ word }) => quote(word)).join(' ')

/** The made-up word of a unit that stands for something. */
export const meantBy = ({ words, terms }: Pick<Unit, 'words' | 'terms'>): string =>
  tokenOf(
    words.map(({ meant }) => meant),
    terms,
  )

/** How many listings have all of it, anywhere or in their own text; nothing else is asked of them. */
export const countOf = (q: string, attributes?: readonly string[]): Question => ({
  q,
  filter: [FIRST],
  hitsPerPage: 0,
  ...(attributes === undefined ? {} : { attributesToSearchOn: attributes }),
})

/** How many listings have what a hint says. */
const countWith = ({ terms }: Unit): Question => ({ filter: [FIRST, ...terms.map(withTerm)], hitsPerPage: 0 })

/** What is counted beside the answer: what makes a word rare, and whether anybody has the words as typed. */
export type Tally = {
  /** Listings with all the words, whatever else is asked; with each unit; with each term; and all there are. */
  found: number
  units: number[]
  terms: Terms
  /** Listings with each of `joined`. */
  joined: number[]
}

const termsIn = ({ units }: Text): Meant[] => [
  ...new Map(units.flatMap(({ terms }) => terms).map((meant) => [termName(meant), meant])).values(),
]

export const tallyQuestions = (text: Text): Question[] => [
  countOf(''),
  countOf(text.exact),
  ...text.units.map((unit) => (unit.hint ? countWith(unit) : countOf(unitText(unit)))),
  ...termsIn(text).map((meant) => ({ filter: [FIRST, withTerm(meant)], hitsPerPage: 0 })),
  ...text.joined.map((q) => countOf(q)),
]

export function readTally(text: Text, answers: readonly Answered[]): Tally {
  const [all = 0, found = 0, ...rest] = answers.map(({ totalHits }) => totalHits)
  const terms = termsIn(text)
  const units = rest.slice(0, text.units.length)
  const counts = rest.slice(units.length, units.length + terms.length)
  return {
    found,
    units,
    terms: { all, having: new Map(terms.map((meant, i) => [termName(meant), counts[i] ?? 0])) },
    joined: rest.slice(units.length + terms.length, units.length + terms.length + text.joined.length),
  }
}
