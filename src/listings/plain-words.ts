/**
 * Words as they are compared: small letters, no accents, no apostrophes, and one form for singular and plural,
 * so that "Men's sheds", "mens shed" and "MEN’S SHED" are the same two words.
 */

const [E, H, I, S, U, X] = [101, 104, 105, 115, 117, 120]
/** A word this short keeps its s: "bus", "gas", "ms". Letters. */
const TOO_SHORT = 4

/** Anything that is more than small letters, digits and plain signs. */
const ODD = /[^\x00-\x7f]|['`]/
const APOSTROPHES = /['\u2018\u2019\u02bc`]/g
const MARKS = /\p{M}/gu

/** English plurals only; Welsh ones are written out in the taxonomy. */
function singular(word: string): string {
  const { length } = word
  if (length < TOO_SHORT || word.charCodeAt(length - 1) !== S) return word
  const before = word.charCodeAt(length - 2)
  if (before === S || before === U || before === I) return word
  if (before !== E) return word.slice(0, -1)
  const third = word.charCodeAt(length - 3)
  if (third === I && length > TOO_SHORT) return `${word.slice(0, -3)}y`
  return word.slice(0, third === S || third === H || third === X ? -2 : -1)
}

/** Small letters without accents or apostrophes; every other sign stays. */
function plain(text: string): string {
  const small = text.toLowerCase()
  return ODD.test(small) ? small.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '') : small
}

/** Letters and digits of any script; dashes, quotes and blanks beyond ASCII are none. */
const isWordLetter = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 0xbf && (code < 0x2000 || code > 0x206f))

/** Signs that part one thing said from the next: a phrase does not run across them. */
const BREAKS = new Set([...'.,;:!?()|\n\u2013\u2014\u2022\u2026'].map((sign) => sign.charCodeAt(0)))

/**
 * Every word of a text in order, as it is compared; `onBreak` between two things said (full stop, comma, bracket, new
 * line). Hyphens and slashes part words without a break: "drop-in" is two words.
 */
export function eachWord(text: string, onWord: (word: string) => void, onBreak: () => void): void {
  const letters = plain(text)
  let start = -1
  for (let i = 0; i <= letters.length; i++) {
    const code = i < letters.length ? letters.charCodeAt(i) : 32
    if (isWordLetter(code)) {
      if (start < 0) start = i
      continue
    }
    if (start >= 0) {
      onWord(singular(letters.slice(start, i)))
      start = -1
    }
    if (BREAKS.has(code)) onBreak()
  }
}

export function plainWords(text: string): string[] {
  const words: string[] = []
  eachWord(
    text,
    (word) => words.push(word),
    () => undefined,
  )
  return words
}

/** One spelling of a phrase, to compare and to look up by. */
export const plainPhrase = (text: string): string => plainWords(text).join(' ')
