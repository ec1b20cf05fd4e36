/** A question as an address, and the questions next to it: one choice less, another page. */
import { EVERYTHING, FACETS, USUAL_SIZE, type Facet, type Query } from './query.ts'

/** The same question with something else in it, from its first page. */
export function changed(query: Query, change: Partial<Omit<Query, 'filters'>>): Query {
  return { ...query, page: 1, ...change }
}

/** The same question with one choice less: what a removable tag leads to. */
export function dropped(query: Query, facet: Facet, value: string): Query {
  const filters = { ...query.filters, [facet]: query.filters[facet].filter((one) => one !== value) }
  return { ...query, page: 1, filters }
}

/**
 * The question as parameters, in one order and without what goes without saying: equal questions have equal addresses.
 */
export function writeQuery(query: Query): URLSearchParams {
  const params = new URLSearchParams()
  const say = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.append(name, String(value))
  }
  say('what', query.what)
  say('where', query.where)
  say('within', query.within)
  say('lat', query.point?.lat ?? null)
  say('lng', query.point?.lng ?? null)
  say('bbox', query.bbox?.join(',') ?? null)
  say('age', query.age)
  for (const facet of FACETS) for (const value of query.filters[facet].toSorted()) say(facet, value)
  for (const value of query.term.toSorted()) say('term', value)
  if (query.sort !== EVERYTHING.sort) say('sort', query.sort)
  if (query.page !== 1) say('page', query.page)
  if (query.size !== USUAL_SIZE) say('size', query.size)
  return params
}
