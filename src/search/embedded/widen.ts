/** Near spellings of what was typed, for when the words as typed find too little. */
import { numbersOf } from '../words.ts'
import type { Phrases } from './phrases.ts'
import type { Vocabulary } from './spelling.ts'
import type { Asked, Word } from './units.ts'

/** Shortest half of a word that was run together: "foodbank" is "food bank". Letters. */
const SHORTEST_HALF = 3

/** The same question, in which the words chosen may be spelt otherwise. */
export function respelt(
  asked: Asked,
  choose: (word: Word) => boolean,
  vocabulary: Vocabulary,
  phrases: Phrases,
): Asked {
  const words = asked.words.map((word, i) => {
    if (!choose(word)) return word
    const near = vocabulary.near(word.word).map((it) => it.word)
    const joined = [asked.words[i - 1], asked.words[i + 1]].flatMap((other, side) =>
      other ? [side === 0 ? other.word + word.word : word.word + other.word] : [],
    )
    const others = [
      ...near.flatMap((one, k) => (k < 4 ? numbersOf(one) : [one])),
      ...joined.filter((one) => vocabulary.has(one)),
      ...halves(word.word, vocabulary),
    ]
    return {
      word: word.word,
      forms: [...new Set([...word.forms, ...others])],
      meant: phrases.vocabulary.has(word.word)
        ? word.word
        : (near.find((one) => phrases.vocabulary.has(one)) ?? word.word),
    }
  })
  return { ...asked, words }
}

function halves(word: string, vocabulary: Vocabulary): string[] {
  const found: string[] = []
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (vocabulary.has(first) && vocabulary.has(second)) found.push(`${first} ${second}`)
  }
  return found
}
