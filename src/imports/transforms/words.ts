/** Transforms of plain words. */
import { decodeHTML } from 'entities'

/** Tags out, their breaks kept as line ends, entities decoded. A lone "<" in words stays. */
export function stripHtml(text: string): string {
  if (!/[<&]/.test(text)) return text
  const bare = text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
  return decodeHTML(bare).replace(/<\/?[a-z][^>]*>/gi, ' ')
}

/** Windows-1252 bytes of the characters that Latin-1 has not. */
const WESTERN: Record<string, number> = {}
for (let byte = 0x80; byte < 0xa0; byte++)
  WESTERN[new TextDecoder('windows-1252').decode(new Uint8Array([byte]))] = byte

/** What UTF-8 read as Windows-1252 looks like: "Ã©", "â€™", "Â£". */
const MOJIBAKE =
  /[ÂÃÄÅ][\u0080-\u00bf\u0152-\u0192\u2013-\u203a\u20ac\u2122]|â[€‚„†‡][\u0080-\u00bf\u0152-\u2122]/

/**
 * Undoes UTF-8 that was read as Windows-1252, once. Text that would not come out as strict UTF-8 stays as it is:
 * a second round would harm words that only look broken.
 */
export function repairMojibake(text: string): string {
  if (!MOJIBAKE.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : WESTERN[text.charAt(at)]
    if (byte === undefined) return text
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

const SMALL_WORDS = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'y',
  'a’r',
])
/** Letters that belong together in capitals. */
const CAPITALS = new Set([
  'CIC',
  'CIO',
  'PTA',
  'FC',
  'RFC',
  'RUFC',
  'AFC',
  'CC',
  'UK',
  'LGBT',
  'NHS',
  'YMCA',
  'YWCA',
  'WI',
])

/** "ST MARY'S CHURCH HALL" becomes "St Mary's Church Hall"; words that have small letters already stay. */
export function titleCase(text: string): string {
  if (/\p{Ll}/u.test(text)) return text
  const words = text.split(' ').map((word, at) => {
    if (CAPITALS.has(word.replace(/[^A-Z]/g, ''))) return word
    const small = word.toLowerCase()
    if (at > 0 && SMALL_WORDS.has(small)) return small
    return small
      .replace(/(^|[-(/."“‘])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
      .replace(/^Mc\p{L}/u, (start) => `Mc${start.slice(2).toUpperCase()}`)
  })
  return words.join(' ')
}

/** A stop before a capital or the end. */
const STOP = /[.!?](?=\s+[\p{Lu}\d“"'‘]|$)/gu
/** What stands before a stop that ends a sentence: a small letter, a figure or a bracket, and no "St." or "Dr.". */
const ENDS = /[\p{Ll}\d)%”"'’]$/u
const SHORTENED = /\b(St|Dr|Mr|Mrs|Ms|Rev|Rd|Ave|No|Nr|Tel|Ext|inc|incl|approx)$/

/** The first sentence, or as many of its words as fit. Used as the plain line under a name where a file has none. */
export function firstSentence(text: string, max: number): string {
  const line = text.includes('\n') ? text.replace(/\s+/g, ' ').trim() : text
  const sentence = line.slice(0, endOfSentence(line))
  if (sentence.length <= max) return sentence
  const cut = sentence.slice(0, max - 1)
  const blank = cut.lastIndexOf(' ')
  return `${cut.slice(0, blank > max / 2 ? blank : max - 1).replace(/[\s,;:–-]+$/, '')}…`
}

function endOfSentence(line: string): number {
  STOP.lastIndex = 0
  for (let stop = STOP.exec(line); stop; stop = STOP.exec(line)) {
    const before = line.slice(Math.max(0, stop.index - 8), stop.index)
    if (ENDS.test(before) && !SHORTENED.test(before)) return stop.index + 1
  }
  return line.length
}
