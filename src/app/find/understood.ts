/** Which needs and kinds a question means: those that were chosen, those its words stand for, and what it is surely about. */
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import { phraseList, senseOf } from '../../search/phrase-list.ts'
import { makePhrases, type Phrases } from '../../search/phrases.ts'
import type { Query } from '../../search/query.ts'
import { SURE } from '../../search/sense.ts'
import { askedWords, unitsOf } from '../../search/units.ts'
import { wordsOf } from '../../search/words.ts'

type Understood = {
  needs: string[]
  kinds: string[]
  /** Needs, and what all the words together surely mean besides: whom to ring and what to leave unsaid goes by these. */
  warned: string[]
}

const made = new WeakMap<TaxonomyIndex, Phrases>()
function phrasesOf(taxonomy: TaxonomyIndex): Phrases {
  const phrases = made.get(taxonomy) ?? makePhrases(phraseList(taxonomy, 'names-only'))
  made.set(taxonomy, phrases)
  return phrases
}

/** Chosen ones first; each once. Terms of the address count where they are needs or kinds. */
export function understood(
  taxonomy: TaxonomyIndex,
  { what, filters, term }: Pick<Query, 'what' | 'filters' | 'term'>,
): Understood {
  const meant =
    what === '' ? [] : unitsOf(askedWords(what), phrasesOf(taxonomy)).flatMap(({ terms }) => terms)
  const of = (facet: 'need' | 'kind', list: 'needs' | 'kinds') => {
    const known = new Set(taxonomy.lists[list].map(({ id }) => id))
    const said = meant.filter((it) => it.facet === facet).map(({ id }) => id)
    return [...new Set([...filters[facet], ...term.filter((id) => known.has(id)), ...said])]
  }
  const [needs, kinds] = [of('need', 'needs'), of('kind', 'kinds')]
  const sure = surely(taxonomy, what)
  // Whoever named something has said what they need.
  const guessed = needs.length + kinds.length > 0 ? [] : sure
  return { needs: [...needs, ...guessed], kinds, warned: [...new Set([...needs, ...sure])] }
}

function surely(taxonomy: TaxonomyIndex, what: string): string[] {
  const { words, whole } = askedWords(what)
  if (words.length === 0) return []
  return senseOf(taxonomy)(wordsOf(whole))
    .filter(({ likely }) => likely >= SURE)
    .map(({ need }) => need)
}
