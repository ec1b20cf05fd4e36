/** Near spellings of what was typed, for when the words as typed find too little. */
import type { Phrases } from './phrases.ts'
import type { Vocabulary } from './spelling.ts'
import type { Asked, Word } from './units.ts'
import { isWeakWord } from './weak-words.ts'

/** Shortest half of a word that was run together: "foodbank" is "food bank". Letters. */
const SHORTEST_HALF = 3

/** The same question, in which the words chosen may be spelt otherwise. */
export function respelt(
  asked: Asked,
  choose: (word: Word) => boolean,
  vocabulary: Vocabulary,
  phrases: Phrases,
): Asked {
  const words = asked.words.map((word) => {
    if (!choose(word)) return word
    const near = vocabulary.near(word.word).map((it) => it.word)
    const others = [
      ...near,
      ...related(word.word).filter((one) => vocabulary.has(one)),
      ...halves(word.word, vocabulary),
    ]
    return {
      ...word,
      forms: [...new Set([...word.forms, ...others])],
      meant: phrases.vocabulary.has(word.word) ? word.word : (meantBy(near, phrases) ?? word.word),
    }
  })
  return { ...asked, words }
}

/** Of the nearest spellings one that says something: "lonly" is "lonely" sooner than "only". */
function meantBy(near: readonly string[], { vocabulary }: Phrases): string | undefined {
  const known = near.filter((one) => vocabulary.has(one))
  return known.find((one) => !isWeakWord(one)) ?? known[0]
}

/** "Knitting" and "knit", "dance" and "dancing": too loose to be the same word, but better than nothing. */
function related(word: string): string[] {
  const stem = /^(.{3,})ing$/.exec(word)?.[1]
  if (stem === undefined) return [`${word}ing`, `${word.replace(/e$/, '')}ing`, `${word}${word.slice(-1)}ing`]
  return [stem, `${stem}e`, `${stem}s`, stem.replace(/(.)\1$/, '$1')]
}

function halves(word: string, vocabulary: Vocabulary): string[] {
  const found: string[] = []
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (vocabulary.has(first) && vocabulary.has(second)) found.push(`${first} ${second}`)
  }
  return found
}
