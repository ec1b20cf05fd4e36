/** A cell as it is meant: blanks made plain, and the many spellings of "nothing" made empty. */

/** Whole cells that mean nothing, in small letters. "None" is left out: as a price it means free. */
const NOTHING = new Set([
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '-',
  '--',
  '–',
  '—',
  'nan',
  'null',
  'nil',
  'no data',
  'not known',
  'unknown',
  'not applicable',
  'not available',
  'not provided',
  'tbc',
  'tba',
  '[no registered public address]',
  'no information recorded',
])
export type Cleaner = (cell: string) => string

/** `none`: more whole cells that mean nothing in this file. */
export function cleaner(none: readonly string[] = []): Cleaner {
  const nothing = new Set([...NOTHING, ...none.map((it) => fixWhitespace(it).toLowerCase())])
  // A file of 100,000 rows has a million cells: most are told from these by length and first letter.
  const lengths = new Set([...nothing].map((it) => it.length))
  const starts = new Set([...nothing].flatMap((it) => [it.charCodeAt(0), it.toUpperCase().charCodeAt(0)]))
  return (cell) => {
    if (cell === '') return ''
    const tidy = fixWhitespace(cell)
    if (!lengths.has(tidy.length) || !starts.has(tidy.charCodeAt(0))) return tidy
    return nothing.has(tidy.toLowerCase()) ? '' : tidy
  }
}

/** True where no blank stands at an edge, beside another or is any but a plain one, and nothing unseen is in it. */
function isTidy(text: string): boolean {
  let blank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || (code === 0x20 && blank) || code === 0xa0 || code === 0xad) return false
    if (code >= 0x1680 && ODD_BLANK.test(text[at] ?? '')) return false
    blank = code === 0x20
  }
  return !blank
}
const ODD_BLANK = /[\s\u200b-\u200d\u2060]/

/** No-break and odd blanks become plain ones, several become one, none stand at an edge. Line ends inside are kept. */
export function fixWhitespace(text: string): string {
  if (isTidy(text)) return text
  return text
    .replace(/[\u200b-\u200d\u2060\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
