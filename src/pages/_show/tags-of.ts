/** Everything chosen, each with the address of the same search without it. */
import type { Found } from '../../app/find/found.ts'
import { labelOf, LISTS, type TaxonomyIndex } from '../../listings/taxonomy.ts'
import { ANY_DISTANCE, EVERYTHING, FACETS, type Query } from '../../search/query.ts'
import { changed, dropped, writeQuery } from '../../search/write-query.ts'
import { miles } from '../../text/format.ts'
import type { Text } from '../../text/en.ts'

export type Tag = { label: string; href: string }
export type Tags = { all: Tag[]; clear: string | null; /** How many of them are filters. */ filters: number }

export function tagsOf(found: Found, taxonomy: TaxonomyIndex, text: Text): Tags {
  const { query } = found
  const t = text.pages.search
  const ticked = FACETS.flatMap((facet) =>
    (found.facets[facet] ?? [])
      .filter((choice) => query.filters[facet].includes(choice.id))
      .map(({ id, label }) => tag(label, dropped(query, facet, id))),
  )
  const terms = query.term.map((id) =>
    tag(termLabel(taxonomy, id, text), changed(query, { term: query.term.filter((one) => one !== id) })),
  )
  const age = query.age === null ? [] : [tag(t.ageTag(query.age), changed(query, { age: null }))]
  const box = query.bbox === null ? [] : [tag(t.boxTag, changed(query, { bbox: null }))]
  const near =
    query.point === null
      ? []
      : [tag(capital(text.pages.ask.nearHere), changed(query, { point: null, within: null }))]
  // How far is looked round a place of the question is nobody's choice, unless they chose it.
  const chosen = found.taken === null || found.taken.asWords.within === query.within
  const within =
    query.within === null || found.where === null || !chosen
      ? []
      : [tag(distanceSaid(query.within, text), changed(query, { within: null }))]
  const filters = [...ticked, ...terms, ...age]
  const bare = { ...EVERYTHING, what: query.what, where: query.where, point: query.point, sort: query.sort }
  return { all: [...filters, ...within, ...near, ...box], clear: address(bare), filters: filters.length }
}

function termLabel(taxonomy: TaxonomyIndex, id: string, { lang }: Text): string {
  return LISTS.map((list) => labelOf(taxonomy, list, id, lang)).find((label) => label !== null) ?? id
}

const address = (query: Query): string => {
  const params = writeQuery(query).toString()
  return params === '' ? '/search' : `/search?${params}`
}
const tag = (label: string, query: Query): Tag => ({ label, href: address(query) })

/** What stands in the middle of a heading stands alone here. */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const distanceSaid = (within: number, text: Text): string =>
  within >= ANY_DISTANCE ? text.pages.ask.anyDistance : text.pages.search.withinTag(miles(within, text))
