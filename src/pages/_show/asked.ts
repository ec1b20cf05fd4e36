/** What the address asks for, and what to show of it where it asks for something that cannot be. */
import { EVERYTHING, type Query } from '../../search/query.ts'
import type { ReadQuery } from '../../search/read-query.ts'
import type { Text } from '../../text/en.ts'

export type Asked = {
  /** The question; where a parameter is wrong, the question without it. */
  query: Query
  /** Each with the field it belongs to, and the sentence. */
  problems: { name: string; message: string }[]
  /** What stands in the boxes, as it was typed: nothing typed is lost. */
  typed: { what: string; where: string; age: string }
  /** Parameters with no field of their own on the page. */
  kept: [name: string, value: string][]
}

/** Fields there are on the page; an error in anything else leads to the question. */
const FIELDS: readonly string[] = ['what', 'where', 'within', 'age', 'sort']
/** So much of an accident is shown in a box. Characters. */
const SHOWN_MAX = 200
/** After so many wrong parameters nobody typed this: the rest is not looked at. */
const SAID_MOST = 8

export function asked(
  params: URLSearchParams,
  read: (params: URLSearchParams) => ReadQuery,
  text: Text,
): Asked {
  const first = (name: string) => (params.get(name) ?? '').slice(0, SHOWN_MAX)
  const typed = { what: first('what'), where: first('where'), age: first('age') }
  const rest = new URLSearchParams(params)
  let answer = read(rest)
  const problems: Asked['problems'] = []
  // Each turn takes one wrong parameter away; a name made printable may not be found again: then all of them go.
  while (!answer.ok && rest.size > 0) {
    const name = answer.parameter
    problems.push({
      name: FIELDS.includes(name) ? name : 'what',
      message: text.finding.problems[answer.problem](labelOf(name, text)),
    })
    const one = rest.has(name) && problems.length < SAID_MOST
    for (const gone of one ? [name] : [...rest.keys()]) rest.delete(gone)
    answer = read(rest)
  }
  const query = answer.ok ? answer.query : EVERYTHING
  return { query, problems, typed, kept: keptOf(query) }
}

function keptOf({ point, bbox, term, size, where }: Query): [string, string][] {
  const kept: [string, string][] = term.map((id) => ['term', id])
  if (point !== null && where === '') kept.push(['lat', String(point.lat)], ['lng', String(point.lng)])
  if (bbox !== null) kept.push(['bbox', bbox.join(',')])
  if (size !== EVERYTHING.size) kept.push(['size', String(size)])
  return kept
}

/** A parameter as the page calls it. */
function labelOf(name: string, { pages: { ask, search } }: Text): string {
  const labels: Record<string, string> = {
    what: ask.what,
    where: ask.where,
    within: ask.within,
    age: search.age,
    sort: search.sortBy,
    ...search.groups,
  }
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name
}
