/** Phrases people type that mean a term of the taxonomy: "someone to talk to", "can't pay my bills", "lonely". */
import type { Phrase } from './phrase-list.ts'
import type { Sense } from './sense.ts'
import { familyOf, isStopWord, stemOf, wordsOf } from './words.ts'

export type Phrases = {
  /** The longest phrase that begins at a content word; `length` in content words. */
  at(
    words: readonly string[],
    from: number,
    asked: string,
  ): { terms: Meant[]; length: number; whole: boolean } | null
  /** Terms with this word in their label. */
  labelled(word: string): readonly Meant[]
  /** Terms that a word hints at: it stands in phrases of theirs and of few others ("racist", of hate crime). */
  hinted(word: string): readonly Meant[]
  /** What helps beside these, as the taxonomy says; none of them themselves. */
  beside(terms: readonly Meant[]): readonly Meant[]
  /** Whether a choice of `who` is particular people, whom a listing leaves most others out for. */
  isForFew(who: string): boolean
  /** What all of a question is about: see sense.ts. */
  sense: Sense
  /** Every word of every phrase: people misspell these too. */
  vocabulary: ReadonlySet<string>
}

/** A choice of a facet. `age`: whole years, had by who is for somebody so old. `meets`: a weekday or part of the day. */
export type Meant = { facet: Phrase['facet'] | 'cost' | 'how' | 'age' | 'meets'; id: string }
type Entry = { meant: Meant; whole: string | null }

/** Content words in the longest phrase looked for. */
const LONGEST = 6

/**
 * Phrases are compared without stop words and plurals. One that would be left with a single word of several
 * ("out and about") is found only as it is written, or "out" alone would mean it. `narrower`: only hint at what they name.
 */
export function makePhrases(
  list: readonly Phrase[],
  narrower: readonly Phrase[] = [],
  sense: Sense = () => [],
): Phrases {
  const entries = new Map<string, Entry[]>()
  const byWord = new Map<string, Meant[]>()
  const hints = new Map<string, Map<string, Meant>>()
  const besides = new Map<string, Meant[]>()
  const forMany = new Set<string>()
  const vocabulary = new Set<string>()
  for (const { words, facet, id, label, beside, forMany: many } of list) {
    if (many && facet === 'who') forMany.add(id)
    if (beside)
      besides.set(
        nameOf({ facet, id }),
        beside.map((need) => ({ facet: 'need', id: need })),
      )
    const all = wordsOf(words)
    const content = contentOf(all)
    if (!isPhrase(content)) continue
    for (const word of content) {
      vocabulary.add(word)
      hint(hints, familyOf(word), { facet, id })
      if (label) byWord.set(stemOf(word), [...(byWord.get(stemOf(word)) ?? []), { facet, id }])
    }
    const whole = content.length === 1 && all.length > 1 ? ` ${all.join(' ')} ` : null
    const key = phraseKey(content)
    entries.set(key, [...(entries.get(key) ?? []), { meant: { facet, id }, whole }])
  }
  for (const { words, facet, id } of narrower)
    for (const word of contentOf(wordsOf(words))) {
      vocabulary.add(word)
      hint(hints, familyOf(word), { facet, id })
    }
  return {
    sense,
    vocabulary,
    isForFew: (who) => !forMany.has(who),
    labelled: (word) => byWord.get(stemOf(word)) ?? [],
    hinted(word) {
      const terms = hints.get(familyOf(word))
      return terms && terms.size <= MOST_HINTED ? [...terms.values()] : []
    },
    beside(terms) {
      const own = new Set(terms.map(nameOf))
      const others = terms.flatMap((term) => besides.get(nameOf(term)) ?? [])
      return [...new Map(others.map((it) => [nameOf(it), it])).values()].filter((it) => !own.has(nameOf(it)))
    },
    at(words, from, asked) {
      for (let length = Math.min(LONGEST, words.length - from); length > 0; length--) {
        const key = phraseKey(words.slice(from, from + length))
        const all = entries.get(key) ?? []
        // As it is written says more than its one word: "who can I talk to" is no talk.
        const written = all.filter(({ whole }) => whole !== null && asked.includes(whole))
        const meant = written.length > 0 ? written : all.filter(({ whole }) => whole === null)
        if (meant.length > 0)
          return { terms: meant.map((entry) => entry.meant), length, whole: written.length > 0 }
      }
      return null
    },
  }
}

const nameOf = ({ facet, id }: Meant): string => `${facet} ${id}`

/** Longer ones, and what holds no words at all, are never looked for. */
export const isPhrase = (content: readonly string[]): boolean =>
  content.length > 0 && content.length <= LONGEST

/** Terms that a word may hint at: one that stands in phrases of more says nothing. */
const MOST_HINTED = 3

function hint(hints: Map<string, Map<string, Meant>>, word: string, meant: Meant): void {
  const terms = hints.get(word) ?? new Map<string, Meant>()
  terms.set(nameOf(meant), meant)
  hints.set(word, terms)
}

/** Single words are compared by number only, several as families: "talking" alone need not be "talk". */
export const phraseKey = (words: readonly string[]): string =>
  words.map(words.length > 1 ? familyOf : stemOf).join(' ')

/** What is left without stop words; all of it where nothing would be. */
export function contentOf(words: readonly string[]): string[] {
  const content = words.filter((word) => !isStopWord(word))
  return content.length > 0 ? content : [...words]
}
