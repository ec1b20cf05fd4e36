/** As-you-type: listings, groups and places with words that begin so. The same for every engine. */
import type { Suggestion } from './engine.ts'
import { wordsOf } from './words.ts'

/** Fewer letters would begin everything. */
const SHORTEST = 2
/** A label that begins so stands before one that only has a word that does. */
type Ranked = { suggestion: Suggestion; rank: number }
/** A listing as it is suggested; `place`: its place names, addresses and postcodes, one a line. */
export type Suggested = { id: string; slug: string; name: string; group: string; place: string }

/** Words to look for, the last of which may be the beginning of one; null: too little was typed. */
export function typedWords(what: string): { whole: string[]; beginning: string } | null {
  const words = wordsOf(what)
  const beginning = words.at(-1)
  if (!beginning || words.join('').length < SHORTEST) return null
  return { whole: words.slice(0, -1), beginning }
}

/** The labels among these listings that have the words, the best first. */
export function suggestionsOf(listings: Iterable<Suggested>, what: string, limit: number): Suggestion[] {
  const words = wordsOf(what)
  const found = new Map<string, Ranked>()
  const take = (suggestion: Suggestion) => {
    const rank = rankOf(wordsOf(suggestion.label), words)
    const key = `${suggestion.kind} ${suggestion.label.toLowerCase()}`
    if (rank !== null && !found.has(key)) found.set(key, { suggestion, rank })
  }
  for (const { id, slug, name, group, place } of listings) {
    take({ kind: 'listing', label: name, id, slug })
    if (group !== '') take({ kind: 'group', label: group, id: null, slug: null })
    for (const label of place.split('\n'))
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
