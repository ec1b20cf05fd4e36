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
    'a ac am ar at dros dw eich ein ei er fi gan gyda hoffwn i mae neu o os rhai rwy rydw sydd un wedi y yn yng yr'
  ).split(' '),
)

/** Letters longer than any word in a dictionary are noise; so many of one word are kept. */
const LONGEST_WORD = 40

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)

/**
 * Words in small letters without marks: "Parkinson's Café-Côr" gives parkinsons, cafe, cor. Apostrophes join, everything
 * else that is no letter or digit parts. What is left means the same to SQLite's unicode61. Plain letters are read by
 * their codes, as this runs over every description; only words with other letters take the long way.
 */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  const words: string[] = []
  let start = -1
  let strange = false
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : BLANK
    const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
    if (plain || code > 127 || code === APOSTROPHE || code === BACKTICK) {
      if (start < 0) start = i
      if (!plain) strange = true
    } else if (start >= 0) {
      const word = lower.slice(start, i)
      if (strange) words.push(...strangeWords(word))
      else words.push(cut(word))
      start = -1
      strange = false
    }
  }
  return words
}

const BLANK = 32
const APOSTROPHE = 39
const BACKTICK = 96

function strangeWords(text: string): string[] {
  const joined = text.replaceAll(/['’‘`´ʼ＇]/g, '')
  const bare = joined
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
  const words: string[] = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map(cut)
}

/** Never in the middle of a letter that is two units long: half a letter is no text, and who reads it as JSON refuses it. */
function cut(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '') : word
}

/** The same word as one and as many: "walks" and "walk", "parties" and "party". The word itself first. */
export function numbersOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return [word]
  if (word.endsWith('ies') && word.length > 4) return [word, `${word.slice(0, -3)}y`]
  if (word.endsWith('ss')) return [word, `${word}es`]
  if (/(?:[sxz]|[cs]h)es$/.test(word)) return [word, word.slice(0, -2), word.slice(0, -1)]
  if (/[iu]s$/.test(word)) return [word, `${word}es`, word.slice(0, -1)]
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

/**
 * One form for words of one family, to compare phrases by: "feel" and "feeling", "dance" and "dancing", "drinks" and
 * "drinking". Coarser than stemOf, so it serves where more than one word has to agree.
 */
export function familyOf(word: string): string {
  let stem = stemOf(word)
  const cut = /^(.{3,})(?:ing|ed)$/.exec(stem)?.[1]
  if (cut !== undefined) stem = cut.replace(/([^aeiouls])\1$/, '$1')
  return stem.length > 4 ? stem.replace(/e$/, '').replace(/i$/, 'y') : stem
}
