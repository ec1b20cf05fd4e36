/** Text into words, the same way for what is kept and for what is asked. */

/**
 * Words too common to find anything by, English and Welsh. They are kept in the index; a question leaves them out
 * unless it has no others ("The Who").
 */
const STOP_WORDS = new Set(
  (
    'a about am an and any are as at be been but by can cant could do does dont for from get got had has have help i id if ' +
    'im in into is it its ive me my near need of on or our please some so than that the their them there these they this ' +
    'to up us want was we were what when where which who will with would you your ' +
    'a ac am ar at chi dros dw eich ein ei er fi gan gyda hoffwn i mae neu o os rhai rwy rydw sydd un wedi y yn yng yr'
  ).split(' '),
)

/** Letters longer than any word in a dictionary are noise; so many of one word are kept. */
const LONGEST_WORD = 40

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)

/**
 * Words in small letters without marks: "Parkinson's Café-Côr" gives parkinsons, cafe, cor. Apostrophes join, everything
 * else that is no letter or digit parts. What is left means the same to SQLite's unicode61.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word))
}

/** The text with the same folding, words parted by single blanks: what FTS5 is given. */
export const foldedText = (text: string): string => wordsOf(text).join(' ')

// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x00-\x7F]*$/
function folded(text: string): string {
  const lower = text.toLowerCase()
  const base = PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/\p{M}+/gu, '')
  return base.replaceAll(/['’‘`´ʼ＇]/g, '')
}

/** The same word as one and as many: "walks" and "walk", "parties" and "party". The word itself first. */
export function numbersOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return [word]
  if (word.endsWith('ies') && word.length > 4) return [word, `${word.slice(0, -3)}y`]
  if (word.endsWith('ss')) return [word, `${word}es`]
  if (/(?:[sxz]|[cs]h)es$/.test(word)) return [word, word.slice(0, -2), word.slice(0, -1)]
  if (word.endsWith('s')) return [word, word.slice(0, -1)]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word}s`]
  if (/(?:[sxz]|[cs]h)$/.test(word)) return [word, `${word}es`, `${word}s`]
  return [word, `${word}s`]
}

/** One form for a word and its plural, to compare phrases by. */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:[sxz]|[cs]h)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
