/** As-you-type over the index file: names, groups and places have a small index of their own. */
import type { Suggestion } from '../engine.ts'
import { suggestionsOf, typedWords } from '../suggestions.ts'
import type { IndexFile } from './file.ts'

/** Rows looked at: the best of them are shown. Each costs about 4 µs. */
const LOOKED_AT = 120

export function suggest(file: IndexFile, what: string, limit: number): Suggestion[] {
  const typed = typedWords(what)
  if (!typed) return []
  const expression = [...typed.whole.map((word) => `"${word}"`), `"${typed.beginning}" *`].join(' AND ')
  const rows = ['name', 'group', 'place'].flatMap((column) =>
    file.beginning(`{${column}} : (${expression})`, LOOKED_AT / 3),
  )
  const entries = [...new Set(rows)].map((row) => file.entry(row)).filter((entry) => entry !== null)
  return suggestionsOf(entries, what, limit)
}
