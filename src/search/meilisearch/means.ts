/**
 * Phrases that people type for a need, a kind, a condition… as one made-up word each ("u1x9f…"), so that a question that
 * holds one asks for that word. A listing carries the word of every phrase of its terms, and of every phrase that stands
 * in its own text, in whichever order and form, also run together ("foodbank").
 */
import type { Phrase } from '../phrase-list.ts'
import { contentOf, isPhrase, phraseKey, type Meant } from '../phrases.ts'
import { stemOf, wordsOf } from '../words.ts'
import { askedBy } from './forms.ts'

const nameOf = ({ facet, id }: Meant): string => `${facet} ${id}`

/** One made-up word for a set of meanings of a phrase. Letters and digits only: no server takes it apart. */
export function tokenOf(words: readonly string[], terms: readonly Meant[]): string {
  const key = phraseKey(words)
  const meant = [...new Set(terms.map(nameOf))].sort().join(' ')
  return `u${hash(`${key} ${meant}`)}`
}

/** FNV-1a twice, 53 bits, in base 36. */
function hash(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9dc5811c
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000197)
  }
  return ((low >>> 0) * 0x200000 + (high >>> 11)).toString(36)
}

/** One way to mean something: the stems it is made of, whom it finds by term, and its made-up word. */
type Meaning = { stems: string[]; token: string; terms: string[] }

export type Meanings = {
  /** The made-up words of a listing. `labels`: stems of the words of its terms' labels. */
  of(terms: readonly Meant[], words: readonly string[]): string[]
  /** Words of the labels of its terms, in every form by which the label is found. */
  labels(terms: readonly Meant[]): string[]
}

export function makeMeanings(list: readonly Phrase[]): Meanings {
  const meanings = meaningsOf(list)
  const byTerm = new Map<string, Set<string>>()
  const byStem = new Map<string, Meaning[]>()
  for (const meaning of meanings) {
    for (const term of meaning.terms) put(byTerm, term).add(meaning.token)
    for (const start of startsOf(meaning.stems)) byStem.set(start, [...(byStem.get(start) ?? []), meaning])
  }
  const labels = new Map<string, Set<string>>()
  for (const { words, facet, id, label } of list)
    for (const word of label ? labelled(words) : []) put(labels, nameOf({ facet, id })).add(word)
  const labelWords = (terms: readonly Meant[]) => [
    ...new Set(terms.flatMap((term) => [...(labels.get(nameOf(term)) ?? [])])),
  ]
  return {
    of(terms, words) {
      const found = new Set(terms.flatMap((term) => [...(byTerm.get(nameOf(term)) ?? [])]))
      const own = new Set(words)
      const stems = new Set([...own].flatMap((word) => [word, ...askedBy(word)].map(stemOf)))
      for (const label of labelWords(terms)) stems.add(stemOf(label))
      for (const stem of stems)
        for (const meaning of byStem.get(stem) ?? [])
          if (!found.has(meaning.token) && stands(meaning.stems, stems)) found.add(meaning.token)
      return [...found]
    },
    labels: (terms) => [...new Set(labelWords(terms).flatMap(alike))],
  }
}

function put(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set()
  map.set(key, set)
  return set
}

function labelled(words: string): string[] {
  const content = contentOf(wordsOf(words))
  return isPhrase(content) ? content : []
}

/** All words with the stem of this one: labels are compared by stem. */
function alike(word: string): string[] {
  const stem = stemOf(word)
  const others = [stem, `${stem}s`, `${stem}es`, ...(stem.endsWith('y') ? [`${stem.slice(0, -1)}ies`] : [])]
  return [...new Set([word, ...others.filter((it) => stemOf(it) === stem)])]
}

/**
 * Phrases of the same words are one question with several meanings. Those that count only as they are written ("out and
 * about") make one more question, for whoever writes them so.
 */
function meaningsOf(list: readonly Phrase[]): Meaning[] {
  type Entry = { words: string[]; plain: Meant[]; written: Map<string, Meant[]> }
  const byKey = new Map<string, Entry>()
  for (const { words, facet, id } of list) {
    const all = wordsOf(words)
    const content = contentOf(all)
    if (!isPhrase(content)) continue
    const key = phraseKey(content)
    const entry: Entry = byKey.get(key) ?? { words: content, plain: [], written: new Map() }
    byKey.set(key, entry)
    const term: Meant = { facet, id }
    if (content.length !== 1 || all.length === 1) entry.plain.push(term)
    else entry.written.set(all.join(' '), [...(entry.written.get(all.join(' ')) ?? []), { facet, id }])
  }
  const meanings: Meaning[] = []
  for (const { words, plain, written } of byKey.values()) {
    const each = [...written.values()]
    const ways: Meant[][] = [plain, ...each, ...(each.length > 1 ? [each.flat()] : [])]
    for (const terms of ways) {
      if (terms.length > 0)
        meanings.push({ stems: words.map(stemOf), token: tokenOf(words, terms), terms: terms.map(nameOf) })
    }
  }
  return meanings
}

/** Words with which a phrase may begin in a text: its first, or its first two run together. */
function startsOf([first = '', second]: readonly string[]): string[] {
  return second === undefined ? [first] : [first, stemOf(first + second)]
}

/** Every word of it is there, or run together with its neighbour. */
function stands(stems: readonly string[], own: ReadonlySet<string>): boolean {
  return stems.every((stem, i) => {
    const [before, after] = [stems[i - 1], stems[i + 1]]
    return (
      own.has(stem) ||
      (before !== undefined && own.has(before + stem)) ||
      (after !== undefined && own.has(stem + after))
    )
  })
}
