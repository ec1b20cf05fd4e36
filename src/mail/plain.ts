/** What people typed, made fit for a letter: one line, no sign that changes how what follows is read. */

/** Control signs, line and paragraph ends, and signs that turn the direction of text or cannot be seen. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+/gu

/**
 * One line without blanks at its ends. No line break of somebody's own is left: in a header it would begin another header
 * (OWASP ASVS 1.3.11), in a letter it could look like words of ours.
 */
export function oneLine(words: string): string {
  return words.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim()
}

/** Longest subject. Characters; what is longer is cut by every mail program. */
const SUBJECT_MAX = 150

export function asSubject(words: string): string {
  const line = [...oneLine(words)]
  return line.length <= SUBJECT_MAX ? line.join('') : `${line.slice(0, SUBJECT_MAX - 1).join('')}…`
}

const MEANS: { [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => MEANS[sign] ?? sign)

/** The address as it may stand in a letter; null: it is none of the web, and nothing leads there. */
export function webAddress(given: string): string | null {
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // Brackets and quotation marks are taken for the end of an address by programs that look for one in plain text.
  return url.href.replace(/[<>"'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
