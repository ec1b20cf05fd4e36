/** As-you-type: listings, groups and places with words that begin so. */
import type { Suggestion } from '../engine.ts'
import { wordsOf } from '../words.ts'
import type { IndexFile } from './file.ts'

/** Fewer letters would begin everything. */
const SHORTEST = 2
/** Rows looked at: the best of them are shown. Each costs about 4 µs. */
const LOOKED_AT = 120
/** A label that begins so stands before one that only has a word that does. */
type Found = { suggestion: Suggestion; rank: number }

export function suggest(file: IndexFile, what: string, limit: number): Suggestion[] {
  const words = wordsOf(what)
  const last = words.at(-1)
  if (!last || words.join('').length < SHORTEST) return []
  const expression = [...words.slice(0, -1).map((word) => `"${word}"`), `"${last}" *`].join(' AND ')
  const found = new Map<string, Found>()
  const take = (suggestion: Suggestion) => {
    const rank = rankOf(wordsOf(suggestion.label), words)
    const key = `${suggestion.kind} ${suggestion.label.toLowerCase()}`
    if (rank !== null && !found.has(key)) found.set(key, { suggestion, rank })
  }
  const rows = ['name', 'group', 'place'].flatMap((column) =>
    file.beginning(`{${column}} : (${expression})`, LOOKED_AT / 3),
  )
  for (const row of new Set(rows)) {
    const entry = file.entry(row)
    if (!entry) continue
    take({ kind: 'listing', label: entry.name, id: entry.id, slug: entry.slug })
    if (entry.group !== '') take({ kind: 'group', label: entry.group, id: null, slug: null })
    for (const label of entry.place.split('\n'))
      if (!/\d/.test(label)) take({ kind: 'place', label, id: null, slug: null })
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank || a.suggestion.label.localeCompare(b.suggestion.label, 'en-GB'))
    .slice(0, limit)
    .map(({ suggestion }) => suggestion)
}

/** 0: the label begins so; 1: it has all the words; null: it has not. Shorter labels first within. */
function rankOf(label: readonly string[], words: readonly string[]): number | null {
  const all = words.every((word, i) =>
    i === words.length - 1 ? label.some((one) => one.startsWith(word)) : label.includes(word),
  )
  if (!all) return null
  return label.join(' ').startsWith(words.join(' ')) ? 0 : 1
}
