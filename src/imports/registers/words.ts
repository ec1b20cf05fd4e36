/** Names and activities as registers write them, made readable: many are all in capitals. */
import { fixWhitespace } from '../transforms/cell.ts'
import { titleCase } from '../transforms/words.ts'

/** Characters of a group's name. */
const LONGEST_NAME = 200
/** Characters of a description. */
const LONGEST_WORDS = 4_000

/** Short words without a vowel are read letter by letter, but for these. */
const SPOKEN = new Set([
  'ST',
  'MR',
  'MRS',
  'DR',
  'LTD',
  'BROS',
  'SGT',
  'REVD',
  'MT',
  'RD',
  'NR',
  'PLC',
  'TH',
  'ND',
  'RD',
])

/** "ST MARY'S LMCP CARE LINK ( OLD TRAFFORD )" becomes "St Mary's LMCP Care Link (Old Trafford)". */
export function readableName(text: string): string {
  const tidy = fixWhitespace(text).replace(/\n/g, ' ').replace(/\( +/g, '(').replace(/ +\)/g, ')')
  const given = tidy.split(' ')
  const cased = titleCase(tidy).split(' ')
  const words = cased.map((word, at) => (isLetters(given[at] ?? '') ? (given[at] ?? word) : word))
  return words.join(' ').slice(0, LONGEST_NAME).trim()
}

function isLetters(word: string): boolean {
  const bare = word.replace(/[^A-Z]/g, '')
  return /^\(?[A-Z]{2,5}\)?,?$/.test(word) && !/[AEIOUY]/.test(bare) && !SPOKEN.has(bare)
}

const EMAIL = /\S+@\S+\.\S+/g
const PHONE = /(?:\+44|\b0)[\d() -]{8,16}\d\b/g

/** What a charity says it does: no telephone and no address of a person, and small letters where all are capitals. */
export function readableWords(text: string): string {
  const bare = fixWhitespace(text.replace(EMAIL, ' ').replace(PHONE, ' ')).slice(0, LONGEST_WORDS)
  if (/\p{Ll}/u.test(bare)) return bare
  return bare
    .toLowerCase()
    .replace(/(^|[.!?]\s+|\n)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(uk|nhs|lgbt|ymca|ywca|bbc|nspcc|rspca|u3a)\b/g, (word) => word.toUpperCase())
}
