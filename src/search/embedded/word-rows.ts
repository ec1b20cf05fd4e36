/** Rows with words and terms: what match.ts puts together, and apt.ts weighs. */
import type { Meant } from '../phrases.ts'
import { formsOf, labelledBy, type Word } from '../units.ts'
import { add, addRows, keep, type Bits, type Rows } from './bits.ts'
import type { WordIndex } from './match.ts'

/** Rows with all the words in their own text or in the name of a need, kind… of theirs. */
export function literalRows(index: WordIndex, words: readonly Word[]): Bits {
  const [first, ...rest] = words.map((word) =>
    withTerms(index, anywhere(index, index.rows, formsOf(word)), labelledBy(word, index.phrases)),
  )
  const rows = first ?? nobody(index)
  for (const set of rest) keep(rows, set)
  return rows
}

/** The same set where there is nothing to add. */
export function withTerms(index: WordIndex, rows: Bits, terms: readonly Meant[]): Bits {
  if (terms.length === 0) return rows
  const more = rows.slice()
  for (const term of terms) {
    const having = index.having(term)
    if (having) add(more, having)
  }
  return more
}

/** Looked up one by one, so that what is kept of a word serves every question with that word. */
export function anywhere(index: WordIndex, look: (form: string) => Rows, forms: readonly string[]): Bits {
  const rows = nobody(index)
  for (const form of forms) addRows(rows, look(form))
  return rows
}

export const nobody = (index: WordIndex): Bits => new Uint32Array(index.live.length)
