/**
 * Words as Meilisearch is given them. A question asks for one exact word at a time (quoted, so that nothing is guessed),
 * and a listing carries every word by which one of its own is to be found: "walks" is there where somebody wrote "walk".
 * That is the rule of numbersOf and of sameWords read the other way round, so both engines find the same.
 */
import { numbersOf } from '../words.ts'
import { askedAs } from '../same-words.ts'

/** Parts a text as it stands from the forms added behind it. A full stop is a hard separator: no phrase reaches over it. */
const BREAK = ' . '

const kept = new Map<string, readonly string[]>()
/** Words whose forms are remembered: those of a large directory. */
const MOST_KEPT = 100_000

/** The words that, asked for, find this one; without itself. */
export function askedBy(word: string): readonly string[] {
  const known = kept.get(word)
  if (known) return known
  const numbers = candidates(word).filter((it) => it !== word && numbersOf(it).includes(word))
  const found = [...new Set([...numbers, ...askedAs(word)])]
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(word, found)
  return found
}

/** Whatever numbersOf may turn into this word: endings put on and taken off. */
function candidates(word: string): string[] {
  const cut = (length: number) => word.slice(0, -length)
  return [
    ...new Set([
      `${word}s`,
      `${word}es`,
      ...(word.endsWith('s') ? [cut(1)] : []),
      ...(word.endsWith('es') ? [cut(2)] : []),
      ...(word.endsWith('y') ? [`${cut(1)}ies`] : []),
      ...(word.endsWith('ies') ? [`${cut(3)}y`] : []),
    ]),
  ]
}

/** The text as it stands, word by word, and behind it the other forms of its words. */
export function withForms(words: readonly string[]): string {
  const own = new Set(words)
  const more = new Set([...own].flatMap(askedBy).filter((it) => !own.has(it)))
  return more.size === 0 ? words.join(' ') : words.join(' ') + BREAK + [...more].join(' ')
}
