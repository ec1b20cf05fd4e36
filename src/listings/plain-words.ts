/**
 * Words as they are compared: small letters, no accents, no apostrophes, and one form for singular and plural,
 * so that "Men's sheds", "mens shed" and "MEN’S SHED" are the same two words.
 */

const SMALL_S = 115
/** A word this short keeps its s: "bus", "gas", "ms". Letters. */
const TOO_SHORT = 4

const ACCENTED = /[^\x00-\x7f]/
const APOSTROPHES = /['\u2018\u2019\u02bc`]/g
const MARKS = /\p{M}/gu

/** English plurals only; Welsh ones are written out in the taxonomy. */
function singular(word: string): string {
  const { length } = word
  if (length < TOO_SHORT || word.charCodeAt(length - 1) !== SMALL_S) return word
  const end = word.slice(-3)
  if (end === 'ies' && length > TOO_SHORT) return `${word.slice(0, -3)}y`
  if (end === 'ses' || end === 'hes' || end === 'xes') return word.slice(0, -2)
  return /[sui]s$/.test(end) ? word : word.slice(0, -1)
}

/** Small letters without accents or apostrophes; every other sign stays. */
function plain(text: string): string {
  const small = text.toLowerCase()
  const bare = ACCENTED.test(small) ? small.normalize('NFD').replace(MARKS, '') : small
  return bare.replace(APOSTROPHES, '')
}

const isWordLetter = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 47 && code < 58) || code > 127

/** Signs that part one thing said from the next: a phrase does not run across them. */
const isBreak = (code: number): boolean =>
  code === 46 ||
  code === 44 ||
  code === 59 ||
  code === 58 ||
  code === 10 ||
  (code > 32 && code < 64 && '!?()|'.includes(String.fromCharCode(code)))

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
    if (isBreak(code)) onBreak()
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
