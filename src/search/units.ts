/** A question taken apart: each unit is a word, or a phrase that stands for a term. A listing matches when all units do. */
import { asWritten } from './dictated.ts'
import { hintsOf } from './hints.ts'
import { sameWords } from './same-words.ts'
import { isStopWord, numbersOf, wordsOf } from './words.ts'
import { isWeakWord } from './weak-words.ts'
import { contentOf, type Meant, type Phrases } from './phrases.ts'

export type Word = {
  /** As typed, folded. */
  word: string
  /** What a listing may have instead: as one and as many, and near spellings once those are allowed. */
  forms: string[]
  /** It and its neighbour run together: "food bank" is "foodbank" to some. */
  joined: string[]
  /** What it is taken for when phrases are looked up: itself, or a near spelling that some phrase has. */
  meant: string
}
/**
 * `terms`: what the unit as a whole stands for. `weak`: beside others it is no condition, only a hint. `place`: a word of
 * the place measured from, which is never one.
 */
export type Unit = {
  words: Word[]
  terms: readonly Meant[]
  /** What helps as well: needs beside what it stands for; what its words hint at, where they stand for nothing. */
  beside: readonly Meant[]
  weak: boolean
  place: boolean
  /** It has no words, one term, and is never a condition: see hints.ts. */
  hint: boolean
  /**
   * How likely the whole question is about each of its terms, the likeliest first; null: they are what its words stand for.
   * The one unit that has it has no words, and what has its terms is found by them.
   */
  likely: readonly number[] | null
}
/** `places`: words of the place measured from. */
export type Asked = { words: Word[]; places: Word[]; hints: readonly Meant[]; whole: string }

/** Words looked for: as many as Meilisearch reads. What comes after them changes nothing but the time it takes. */
const MOST_WORDS = 10
/** Words of a story that are read: who speaks to a telephone says the half of it before what is sought. */
const MOST_SAID = 40
/** "Ashton upon Mersey" has as many. */
const MOST_PLACE_WORDS = 3

/** `place`: what the place measured from is called. No words where `what` has none, whatever the place. */
export function askedWords(what: string, place = ''): Asked {
  const all = asWritten(wordsOf(what).slice(0, MOST_SAID))
  const words = fewest([...new Set(contentOf(all))])
  const places = words.length === 0 ? [] : [...new Set(wordsOf(place))].slice(0, MOST_PLACE_WORDS)
  return {
    places: places
      .filter((word) => !isStopWord(word) && !/^\d/.test(word) && !words.includes(word))
      .map((word) => ({ word, forms: [word], joined: [], meant: word })),
    words: words.map((word, i) => ({
      word,
      forms: [...numbersOf(word), ...sameWords(word)],
      joined: [(words[i - 1] ?? '') + word, word + (words[i + 1] ?? '')].filter((it) => it !== word),
      meant: word,
    })),
    hints: words.length === 0 ? [] : hintsOf(all),
    whole: ` ${all.join(' ')} `,
  }
}

/** As many words as are read; of more than that, those that say something. */
function fewest(words: string[]): string[] {
  if (words.length <= MOST_WORDS) return words
  const strong = words.filter((word) => !isWeakWord(word))
  return (strong.length > 0 ? strong : words).slice(0, MOST_WORDS)
}

const UNIT: Unit = {
  words: [],
  terms: [],
  beside: [],
  weak: false,
  place: false,
  hint: false,
  likely: null,
}
const HINT: Unit = { ...UNIT, weak: true }

export function unitsOf({ words, places, hints, whole }: Asked, phrases: Phrases): Unit[] {
  const meant = words.map((word) => word.meant)
  const units: Unit[] = []
  for (let at = 0; at < words.length;) {
    const phrase = phrases.at(meant, at, whole)
    const length = phrase?.length ?? 1
    const own = words.slice(at, at + length)
    const weak = length < 2 && phrase?.whole !== true && own.every(({ word }) => isWeakWord(word))
    units.push({ ...UNIT, words: own, terms: phrase?.terms ?? [], weak })
    at += length
  }
  const asked = units.every(({ weak }) => weak) ? ofWeakWords(units, hints, phrases) : units
  const said = new Set(asked.flatMap(({ terms }) => terms.map(({ facet, id }) => `${facet} ${id}`)))
  return [
    ...senseOf(whole, asked, phrases),
    ...asked.map((unit) => (unit.weak ? unit : { ...unit, beside: besideOf(unit, phrases) })),
    ...places.map((word) => ({ ...HINT, words: [word], place: true })),
    ...hints
      .filter(({ facet, id }) => !said.has(`${facet} ${id}`))
      .map((term) => ({ ...HINT, terms: [term], hint: true })),
  ]
}

/** What all of it is likely about, but for what a phrase in it says already. */
function senseOf(whole: string, units: readonly Unit[], phrases: Phrases): Unit[] {
  const said = new Set(units.flatMap(({ terms }) => terms.map(({ id }) => id)))
  if (units.length === 1 && said.size > 0) return []
  const guessed = phrases.sense(wordsOf(whole)).filter(({ need }) => !said.has(need))
  const terms = guessed.map(({ need }): Meant => ({ facet: 'need', id: need }))
  return guessed.length === 0
    ? []
    : [{ ...HINT, terms, beside: terms, hint: true, likely: guessed.map(({ likely }) => likely) }]
}

/** Whom a question may be for, and how that is said. */
const PEOPLE = new Map([
  ['older-people', 'older people'],
  ['young-people', 'young people'],
  ['children', 'children'],
  ['housebound', 'housebound people'],
])

/**
 * Where no word says what is sought, it is something for whom it is for: "anything for my son, he is 6" asks for children
 * too. Where that is not said either, all of the words are sought.
 */
function ofWeakWords(units: readonly Unit[], hints: readonly Meant[], phrases: Phrases): Unit[] {
  const people = hints.find(({ facet, id }) => facet === 'who' && PEOPLE.has(id))
  const words = contentOf(wordsOf(PEOPLE.get(people?.id ?? '') ?? ''))
  const phrase = phrases.at(words, 0, ` ${words.join(' ')} `)
  if (phrase?.length !== words.length) return units.map((unit) => ({ ...unit, weak: false }))
  const said = words.map((word) => ({ word, forms: numbersOf(word), joined: [], meant: word }))
  return [...units, { ...HINT, words: said, terms: phrase.terms, weak: false }]
}

const besideOf = ({ words, terms }: Unit, phrases: Phrases): readonly Meant[] =>
  terms.length > 0 ? phrases.beside(terms) : words.flatMap(({ meant }) => phrases.hinted(meant))

/** A guess that is less likely puts in order what is found by words, and finds nothing itself. */
const FINDS = 0.25

/** Who has some of a question is found by these units; the others only put in order what is found. */
export const finds = ({ weak, likely }: Unit): boolean => !weak || (likely?.[0] ?? 0) >= FINDS

/** Terms in whose label a word stands, in any of its spellings. */
export const labelledBy = ({ meant, forms }: Word, phrases: Phrases): readonly Meant[] =>
  [...new Set([meant, ...forms])].flatMap((form) => phrases.labelled(form))

/** All that a listing may have for a word, the likeliest first. */
export const formsOf = ({ forms, joined }: Word): string[] => [...forms, ...joined]
