/** A name as words that can be weighed: long forms for short ones, cut words mended, and what tells it from its like. */
import { nameKey } from './identity.ts'
import type { Matching } from './weights.ts'

/** `marks`: words that tell names apart, by what they are about; numbers are marks too. */
export type NameWords = {
  /** In the order of the name, what weighs nothing left out. */
  words: readonly string[]
  /** Those that stand in brackets alone. */
  aside: ReadonlySet<string>
  marks: { [M in Mark]: ReadonlySet<string> }
  /** Years, such as that of a founding: said by one and left out by another. */
  years: ReadonlySet<string>
}
export const MARKS = ['ages', 'sexes', 'parts', 'activities', 'numbers'] as const
export type Mark = (typeof MARKS)[number]

export const YEAR = /^(1[6-9]|20)\d\d$/
/** "u12", "12s", "1st", "2nd": a number however it is written. */
const NUMBER = /^(?:u|under)?(\d+)(?:st|nd|rd|th|s)?$/
const DIGIT = /\d/

/** Names repeat from row to row: what was read before is not read again. */
const MOST_REMEMBERED = 2_000
const remembered = new WeakMap<Matching, Map<string, NameWords>>()

export function nameWords(name: string, matching: Matching): NameWords {
  const before = remembered.get(matching) ?? new Map<string, NameWords>()
  remembered.set(matching, before)
  const known = before.get(name)
  if (known) return known
  const read = readName(name, matching)
  if (before.size >= MOST_REMEMBERED) before.clear()
  before.set(name, read)
  return read
}

function readName(name: string, matching: Matching): NameWords {
  const { weights, marks } = matching
  const all = written(name, matching)
  const plain = all.filter((word) => !weights.none.has(word) && !weights.legal.has(word))
  // A name of nothing but such words keeps them.
  const words = withoutInitials(plain.length > 0 ? plain : all)
  const those = (of: ReadonlySet<string>) => words.filter((word) => of.has(word))
  const inFront = name.includes('(') ? new Set(written(name.replace(BRACKETS, ' '), matching)) : null
  return {
    words,
    aside: few(inFront === null || inFront.size === 0 ? [] : words.filter((word) => !inFront.has(word))),
    marks: {
      ages: few(words.filter((word) => marks.ages.has(word) || /^u\d+$/.test(word)).map(ageOf)),
      sexes: few(those(marks.sexes).map(singular)),
      parts: few(those(marks.parts)),
      activities: few(those(marks.activities)),
      numbers: few(words.filter((word) => DIGIT.test(word) && !YEAR.test(word)).map(numberOf)),
    },
    years: few(words.filter((word) => YEAR.test(word))),
  }
}

/** Most names have no marks: one empty set does for all. */
const NONE: ReadonlySet<string> = new Set()
const few = (words: readonly string[]): ReadonlySet<string> => (words.length === 0 ? NONE : new Set(words))

const BRACKETS = /\([^)]*\)?/g

function written(name: string, matching: Matching): string[] {
  const mended = mend(lettersTogether(nameKey(name).split(' ')), matching)
  return mended
    .flatMap((word) => (matching.long_forms[word] ?? word).split(' '))
    .filter((word) => word !== '')
}

const numberOf = (word: string): string => NUMBER.exec(word)?.[1] ?? word
const ageOf = (word: string): string => (word.startsWith('u') && DIGIT.test(word) ? 'under' : singular(word))
const singular = (word: string): string => (word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word)

/** "a f c" is "afc"; "d o e" in one's name likewise: on both sides alike, so nothing is lost. */
function lettersTogether(words: readonly string[]): string[] {
  const joined: string[] = []
  let letters = ''
  for (const word of words) {
    if (word.length === 1 && /\p{L}/u.test(word)) {
      letters += word
      continue
    }
    if (letters !== '') joined.push(letters)
    letters = ''
    joined.push(word)
  }
  if (letters !== '') joined.push(letters)
  return joined
}

/** Lists printed in narrow columns cut words: "Bowling Clu b", "Limite d". Only words that are known are put together. */
function mend(words: readonly string[], { weights, marks }: Matching): string[] {
  const isKnown = (word: string) =>
    word in weights.common || weights.legal.has(word) || marks.activities.has(word)
  const mended: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [one = '', next = ''] = [words[at], words[at + 1]]
    if (next !== '' && isKnown(one + next) && !(isKnown(one) && isKnown(next))) {
      mended.push(one + next)
      at++
    } else mended.push(one)
  }
  return mended
}

/** "Talk Listen Change (TLC)": initials of the words beside them say nothing more. */
function withoutInitials(words: readonly string[]): string[] {
  const others = (word: string) =>
    words
      .filter((it) => it !== word)
      .map((it) => it[0])
      .join('')
  return words.filter(
    (word) => word.length < 3 || word.length >= words.length + 1 || !others(word).includes(word),
  )
}
