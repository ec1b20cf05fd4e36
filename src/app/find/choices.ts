/** The choices of each filter with their words and counts, in the order a person reads them. */
import { labelOf, type TaxonomyIndex } from '../../listings/taxonomy.ts'
import { CHOICES, FACETS, type Facet, type Query } from '../../search/query.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import type { Choice, Found } from './found.ts'

const LISTS: {
  [F in Facet]?: readonly ('needs' | 'kinds' | 'audiences' | 'conditions' | 'access' | 'languages')[]
} = {
  need: ['needs'],
  kind: ['kinds'],
  who: ['audiences', 'conditions'],
  access: ['access'],
  language: ['languages'],
}

/** The words of one choice: fixed ones from the messages, the others from the taxonomy; the id itself where neither knows it. */
export function choiceLabel(taxonomy: TaxonomyIndex, facet: Facet, id: string, text: Text): string {
  const fixed = text.finding.choices[facet]?.[id]
  if (fixed !== undefined) return fixed
  for (const list of LISTS[facet] ?? []) {
    const label = labelOf(taxonomy, list, id, text.lang)
    if (label !== null) return label
  }
  return id
}

function choicesOf(
  taxonomy: TaxonomyIndex,
  facet: Facet,
  counts: Record<string, number>,
  chosen: string[],
  text: Text,
): Choice[] {
  const order: readonly string[] | undefined = (CHOICES as { [F in Facet]?: readonly string[] })[facet]
  const ids = order ?? [...new Set([...Object.keys(counts), ...chosen])]
  const worth = ids.filter((id) => (counts[id] ?? 0) > 0 || chosen.includes(id))
  const choices = worth.map((id) => ({
    id,
    label: choiceLabel(taxonomy, facet, id, text),
    count: counts[id] ?? 0,
    chosen: chosen.includes(id),
  }))
  // Days keep their order; what has no order of its own is shown by how much there is, then by name.
  return order
    ? choices
    : choices.sort((a, b) => b.count - a.count || BY_NAME[text.lang].compare(a.label, b.label))
}

/** Made once: making one takes longer than a hundred comparisons. */
const BY_NAME: { [L in Lang]: Intl.Collator } = { en: new Intl.Collator('en'), cy: new Intl.Collator('cy') }

export function facetChoices(
  taxonomy: TaxonomyIndex,
  counts: { [F in Facet]?: Record<string, number> },
  query: Query,
  text: Text,
): Found['facets'] {
  const facets: Found['facets'] = {}
  for (const facet of FACETS) {
    const choices = choicesOf(taxonomy, facet, counts[facet] ?? {}, query.filters[facet], text)
    if (choices.length > 0) facets[facet] = choices
  }
  return facets
}
