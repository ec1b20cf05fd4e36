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
/** Characters. No spelling of nothing is longer, so longer cells are not looked up. */
const LONGEST_NOTHING = 40

export type Cleaner = (cell: string) => string

/** `none`: more whole cells that mean nothing in this file. */
export function cleaner(none: readonly string[] = []): Cleaner {
  const nothing = new Set([...NOTHING, ...none.map((it) => fixWhitespace(it).toLowerCase())])
  const longest = Math.max(LONGEST_NOTHING, ...none.map((it) => it.length))
  return (cell) => {
    if (cell === '') return ''
    const tidy = fixWhitespace(cell)
    return tidy.length <= longest && nothing.has(tidy.toLowerCase()) ? '' : tidy
  }
}

/** Anything but single plain blanks and line ends between visible characters. */
const ODD_BLANKS = /[^\S \n]|[\u200b-\u200d\u2060\u00ad]| {2}| \n|\n |\n{3}/

/** No-break and odd blanks become plain ones, several become one, none stand at an edge. Line ends inside are kept. */
export function fixWhitespace(text: string): string {
  if (!ODD_BLANKS.test(text)) return text.trim()
  return text
    .replace(/[\u200b-\u200d\u2060\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
