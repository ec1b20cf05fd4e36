/** The taxonomy as a question is read by: the phrases people type for its terms, and what they say who have a need. */
import { LANGS, LISTS, phrasesOf, type List, type Saying, type TaxonomyIndex } from '../listings/taxonomy.ts'
import { makePhrases, type Phrases } from './phrases.ts'
import { makeSense, type Sense } from './sense.ts'

/** A phrase people type, and the choice of a facet that it stands for. */
export type Phrase = {
  words: string
  facet: 'need' | 'kind' | 'who' | 'access' | 'language'
  id: string
  /** It is the name of the choice: each of its words finds it, not only the whole. */
  label: boolean
  /** Needs that help as well: see `beside` of a term. */
  beside?: readonly string[]
  /** See `for_many` of a term. */
  forMany?: boolean
}

const FACET_OF: { [L in List]: Phrase['facet'] } = {
  needs: 'need',
  kinds: 'kind',
  audiences: 'who',
  conditions: 'who',
  access: 'access',
  languages: 'language',
}

/** Names of what falls under a term: they hint at it. */
export const narrowerList = ({ lists }: TaxonomyIndex): Phrase[] =>
  LISTS.flatMap((list) =>
    lists[list].flatMap(({ id, narrower }) =>
      LANGS.flatMap((lang) => narrower?.[lang] ?? []).map((words) => ({
        words,
        facet: FACET_OF[list],
        id,
        label: false,
      })),
    ),
  )

/** The first of a term's phrases are its labels, one a language. */
const LABELS = LANGS.length

/**
 * Labels and synonyms of the whole taxonomy, and what its terms help with too. "English" is left out: nearly everything is
 * in English, and "english classes" is not.
 */
export function phraseList({ lists }: TaxonomyIndex, also: 'and-also' | 'names-only' = 'and-also'): Phrase[] {
  const terms = LISTS.flatMap((list) =>
    lists[list]
      .filter(({ id }) => list !== 'languages' || id !== 'en')
      .flatMap((term) =>
        [
          ...phrasesOf(term),
          ...(also === 'and-also' ? LANGS.flatMap((lang) => term.also?.[lang] ?? []) : []),
        ].map((words, i) => ({
          words,
          facet: FACET_OF[list],
          id: term.id,
          label: i < LABELS,
          ...(i === 0 ? { beside: term.beside, forMany: term.for_many === true } : {}),
        })),
      ),
  )
  return [...terms, ...GENDER_PHRASES]
}

/** Genders are no terms of the taxonomy, but people type them. */
const GENDER_PHRASES: Phrase[] = (
  [
    ['women', ['women', 'ladies', 'menywod', 'merched']],
    ['men', ['men', 'dynion']],
    ['non-binary', ['non-binary', 'anneuaidd']],
  ] as const
).flatMap(([id, words]) => words.map((word) => ({ words: word, facet: 'who' as const, id, label: true })))

/** All by which a question is read. */
export const readingBy = (taxonomy: TaxonomyIndex): Phrases =>
  makePhrases(phraseList(taxonomy), narrowerList(taxonomy), senseOf(taxonomy))

const made = new WeakMap<TaxonomyIndex, Sense>()
/** Counting some 55,000 lines and names takes a fifth of a second: once for all engines of a process. */
export function senseOf(taxonomy: TaxonomyIndex): Sense {
  const sense = made.get(taxonomy) ?? makeSense(sayingsOf(taxonomy))
  made.set(taxonomy, sense)
  return sense
}

/** All that is said of needs: lines that people say, and the names of needs and of what brings them. None without lines. */
function sayingsOf(taxonomy: TaxonomyIndex): Saying[] {
  const { said, lists } = taxonomy
  if (said.length === 0) return []
  const names = [...phraseList(taxonomy), ...narrowerList(taxonomy)].filter(({ facet }) => facet === 'need')
  const bringing = [...lists.conditions, ...lists.kinds].flatMap((term) =>
    term.needs.flatMap((need) => phrasesOf(term).map((words) => ({ need, words }))),
  )
  return [...said, ...names.map(({ id, words }) => ({ need: id, words })), ...bringing]
}
