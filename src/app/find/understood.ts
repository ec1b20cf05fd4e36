/** Which needs and kinds a question means: those that were chosen, those its words stand for, and what it is surely about. */
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import { asWritten } from '../../search/dictated.ts'
import { phraseList, senseOf } from '../../search/phrase-list.ts'
import { makePhrases, type Phrases } from '../../search/phrases.ts'
import type { Query } from '../../search/query.ts'
import { askedWords, unitsOf } from '../../search/units.ts'
import { wordsOf } from '../../search/words.ts'

type Understood = { needs: string[]; kinds: string[] }

/** From here on a guess was right in 98 of 100 judged questions (of all needs together 1). */
const SURE = 0.9

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
  const of = (facet: 'need' | 'kind', list: 'needs' | 'kinds', guessed: readonly string[]) => {
    const known = new Set(taxonomy.lists[list].map(({ id }) => id))
    const said = meant.filter((it) => it.facet === facet).map(({ id }) => id)
    return [...new Set([...filters[facet], ...term.filter((id) => known.has(id)), ...said, ...guessed])]
  }
  return { needs: of('need', 'needs', surely(taxonomy, what)), kinds: of('kind', 'kinds', []) }
}

function surely(taxonomy: TaxonomyIndex, what: string): string[] {
  if (what === '') return []
  const likely = senseOf(taxonomy)(asWritten(wordsOf(what)))
  return likely.filter((it) => it.likely >= SURE).map(({ need }) => need)
}
