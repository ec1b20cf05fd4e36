/** Text to tokens. One lexeme that is not understood refuses the whole text. */
import { LEXICON, LONGEST, MIDNIGHT, NOON, type Token, type WrittenTime } from './lexicon.ts'

/** A time with minutes, a number, "a.m.", a word with or without 's, any other sign. */
const LEXEME = /\d{1,2}[:.]\d{2}(?!\d)|\d+|[ap]\.m\b\.?|\p{L}+(?:'(?:s|clock))?|\S/gu
const ENTITIES: [RegExp, string][] = [
  [/&amp;/g, '&'],
  [/&nbsp;/g, ' '],
  [/&[nm]dash;/g, '-'],
  [/<br\s*\/?>|[\r\n]+/g, ' ; '],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019`]/g, "'"],
  [/[\u00a0\u200b\ufeff]/g, ' '],
]
const HALVES: Record<string, 'am' | 'pm'> = {
  am: 'am',
  pm: 'pm',
  'a.m': 'am',
  'a.m.': 'am',
  'p.m': 'pm',
  'p.m.': 'pm',
}
const ORDINAL_ENDS = ['st', 'nd', 'rd', 'th']

/** The tokens of a text; null where any of it is not understood. */
export function tokensOf(text: string): Token[] | null {
  const clean = ENTITIES.reduce((all, [from, to]) => all.replace(from, to), text.toLowerCase())
  const lexemes = clean.match(LEXEME) ?? []
  const tokens: Token[] = []
  for (let at = 0; at < lexemes.length;) {
    const read = phraseAt(lexemes, at) ?? numberAt(lexemes, at)
    if (read === null) return null
    tokens.push(...read.tokens)
    at += read.length
    // Brackets round words that change nothing.
    if (tokens.at(-1)?.is === 'close' && tokens.at(-2)?.is === 'open') tokens.splice(-2)
  }
  return tokens
}

type Read = { tokens: readonly Token[]; length: number }

/** The longest phrase of the lexicon that begins here. */
function phraseAt(lexemes: readonly string[], at: number): Read | null {
  for (let length = Math.min(LONGEST, lexemes.length - at); length > 0; length -= 1) {
    const tokens = LEXICON.get(lexemes.slice(at, at + length).join(' '))
    if (tokens !== undefined) return { tokens, length }
  }
  return null
}

function numberAt(lexemes: readonly string[], at: number): Read | null {
  const written = timeWritten(lexemes[at] ?? '')
  if (written === null) return null
  const next = lexemes[at + 1] ?? ''
  if (ORDINAL_ENDS.includes(next)) {
    const nth = Number(lexemes[at])
    return nth >= 1 && nth <= 5 ? { tokens: [{ is: 'nth', nth }], length: 2 } : null
  }
  // "10-30": a number that can be no hour is minutes.
  const minutes = lexemes[at + 2] ?? ''
  if (next === '-' && /^(00|2[5-9]|[345]\d)$/.test(minutes) && written.minute === 0 && !written.exact) {
    const { tokens, length } = withHalf({ ...written, minute: Number(minutes), as: 'clock' }, lexemes[at + 3])
    return tokens.length === 0 ? null : { tokens, length: length + 2 }
  }
  const read = withHalf(written, next)
  return read.tokens.length === 0 ? null : read
}

/** A time with the "am", "pm", "noon" or "midnight" behind it; no tokens where the two cannot stand together. */
function withHalf(time: WrittenTime, next = ''): Read {
  const half = HALVES[next]
  if (half !== undefined) {
    // "14:00pm" can only mean one thing; "14:00am" and "0am" nothing.
    if (time.hour >= 13 && half === 'pm') return { tokens: [{ is: 'time', time }], length: 2 }
    const sane = time.hour >= 1 && time.hour <= 12
    return sane
      ? { tokens: [{ is: 'time', time: { ...time, half, exact: false, as: 'clock' } }], length: 2 }
      : none
  }
  const named = next === 'noon' || next === 'midday' ? NOON : next === 'midnight' ? MIDNIGHT : null
  if (named === null) return { tokens: [{ is: 'time', time }], length: 1 }
  return time.hour === 12 && time.minute === 0 ? { tokens: [{ is: 'time', time: named }], length: 2 } : none
}
const none: Read = { tokens: [], length: 0 }

/** "10", "9.30", "09:30", "0930", "1700" as hour and minute; null where it is no time of day. */
function timeWritten(lexeme: string): WrittenTime | null {
  const parts = lexeme.length > 2 ? /^(\d{1,2})([:.]?)(\d{2})$/.exec(lexeme) : null
  const digits = parts?.[1] ?? lexeme
  if (!/^\d{1,2}$/.test(digits)) return null
  const hour = Number(digits)
  const minute = Number(parts?.[3] ?? 0)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  // "9" and "9.30" may be morning or evening; "09.30", "13" and "0930" say which.
  const exact = hour >= 13 || hour === 0 || (digits.length === 2 && digits.startsWith('0'))
  const as = parts === null ? 'hour' : parts[2] === '' ? 'digits' : 'clock'
  return { hour, minute, half: null, exact, as }
}
