/**
 * Which words that found nothing may be counted at all. What people type may be a name, a number, a story: such words
 * are not even marked. The rest is marked by a secret, and readable only from the fifth day on.
 */
import { createHmac } from 'node:crypto'
import { contentOf } from '../search/phrases.ts'
import { wordsOf } from '../search/words.ts'

/** Longer is a sentence, and a sentence may be a story. Words. */
const WORDS_MOST = 6
/** Letters of a word: longer ones are addresses, pastes and accidents. */
const LETTERS_MOST = 20
const CHARACTERS_MOST = 80
/** "M33": where somebody looks is no part of what they look for. */
const DISTRICT = /^[a-z]{1,2}\d[a-z\d]?$/
/** Who speaks of themselves tells a story; after a title comes a name. English and Welsh, folded. */
const PERSONAL = new Set(
  (
    'i im ive id ill me my mine myself we our ours us name called mr mrs miss ms dr prof sir ' +
    'husband wife son daughter fi fy mi ni ein eich enw gwr gwraig mab merch'
  ).split(' '),
)

/** The words in one spelling, without where; null: they may hold somebody, and are not counted. */
export function countableWords(what: string): string | null {
  const typed = what.normalize('NFKC').trim()
  if (typed === '' || typed.length > CHARACTERS_MOST || /[@/\\:<>=_#]|www\./.test(typed)) return null
  // A capital inside the words may begin a name; the first word has one from the telephone's keyboard.
  if (/\s\p{Lu}/u.test(typed)) return null
  const words = wordsOf(typed).filter((word) => !DISTRICT.test(word))
  const wrong = (word: string) => /\p{N}/u.test(word) || word.length > LETTERS_MOST || PERSONAL.has(word)
  if (words.length === 0 || words.length > WORDS_MOST || words.some(wrong)) return null
  return contentOf(words).join(' ')
}

/** "2026-Q4" of a day in it. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** What is kept of words until they may be read. Another quarter gives other marks: nothing can be joined over them. */
export const markOf = (secret: string, quarter: string, words: string): string =>
  createHmac('sha256', `${secret}\0missed words\0${quarter}`).update(words).digest('base64url')
