/** Which needs and kinds a question means: those that were chosen, and those its words stand for. */
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import { phraseList } from '../../search/make-document.ts'
import { makePhrases, type Phrases } from '../../search/phrases.ts'
import type { Query } from '../../search/query.ts'
import { askedWords, unitsOf } from '../../search/units.ts'

type Understood = { needs: string[]; kinds: string[] }

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
  return { needs: of('need', 'needs'), kinds: of('kind', 'kinds') }
}
