/** Terms of other taxonomies as our own, by what data/taxonomy says of them; and what is said of getting in. */
import { plainPhrase } from '../../listings/plain-words.ts'
import { LISTS, type List, type TaxonomyIndex } from '../../listings/taxonomy.ts'
import type { Suggester } from '../../listings/suggest.ts'
import { words } from '../mapping/checks.ts'
import type { Draft } from '../mapping/draft.ts'
import { at, listAt, type Json } from './json.ts'
import { put } from './put.ts'
import type { Spot } from './where.ts'
import { together, wordsAt } from './words.ts'

export type TermReader = (term: Json) => { list: List; id: string }[]

/**
 * By its name, word for word, else by address, id or code ("openEligibility:1309", "http://id.esd.org.uk/service/12").
 * A code that several of ours stand under is too wide to mean one of them: those are suggested from the words.
 */
export function termReader({ lists, byPhrase }: TaxonomyIndex): TermReader {
  const byCode = new Map<string, { list: List; id: string }[]>()
  for (const list of LISTS)
    for (const term of lists[list])
      for (const code of term.open_referral) {
        const key = codeKey(code)
        byCode.set(key, [...(byCode.get(key) ?? []), { list, id: term.id }])
      }
  return (term) => {
    const taxonomy = wordsAt(term, 'taxonomy', 'vocabulary')
    const codes = [wordsAt(term, 'term_uri', 'uri'), wordsAt(term, 'id'), wordsAt(term, 'code')]
    const name = wordsAt(term, 'name', 'term')
    const named = name === '' ? undefined : byPhrase.get(plainPhrase(name))
    if (named) return named.map(({ list, term: own }) => ({ list, id: own.id }))
    const tried = codes.flatMap((code) => (code === '' ? [] : [code, `${taxonomy}:${code}`]))
    const found = tried.map((code) => byCode.get(codeKey(code))).find((one) => one !== undefined) ?? []
    return LISTS.flatMap((list) => {
      const own = found.filter((one) => one.list === list)
      return own.length === 1 ? own : []
    })
  }
}

const codeKey = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '')
    .replace(/\s/g, '')

/** Of the service: HSDS 3 hangs them on "attributes", the older dialect on "service_taxonomys". */
const termsOf = (holder: unknown): Json[] => [
  ...listAt(holder, 'attributes').flatMap((one) => listAt(one, 'taxonomy_term')),
  ...listAt(holder, 'service_taxonomys', 'service_taxonomies').flatMap((one) => listAt(one, 'taxonomy')),
  ...listAt(holder, 'taxonomy_terms'),
]

/** Fills needs, kinds and audiences where a term is understood; else they are suggested from the words, as for any source. */
export function addTerms(draft: Draft, service: Json, read: TermReader): void {
  const found = termsOf(service).flatMap(read)
  const ids = (list: List): string[] => [
    ...new Set(found.filter((one) => one.list === list).map(({ id }) => id)),
  ]
  const [needs, kinds] = [ids('needs'), ids('kinds')]
  const [communities, conditions] = [ids('audiences'), ids('conditions')]
  if (needs.length > 0) draft.fields.needs = needs.slice(0, 60)
  if (kinds.length > 0) draft.fields.kinds = kinds.slice(0, 60)
  if (communities.length + conditions.length > 0)
    draft.fields.audience = {
      ...(draft.fields.audience as object | undefined),
      communities: communities.slice(0, 60),
      conditions: conditions.slice(0, 60),
    }
}

/** Access facts where the words are understood; the words themselves always. */
export function addAccess(
  draft: Draft,
  service: Json,
  spots: readonly Spot[],
  read: TermReader,
  suggest: Suggester,
): void {
  const told = spots.flatMap(({ location }) =>
    listAt(location, 'accessibility', 'accessibility_for_disabilities', 'accessibilities'),
  )
  const lines = told.map((one) =>
    together([wordsAt(one, 'description', 'accessibility'), wordsAt(one, 'details')], ' '),
  )
  const interpreters = wordsAt(service, 'interpretation_services')
  const said = together([...lines, interpreters])
  put(draft, 'access_words', 'accessibility', said, words(1000))
  const byTerm = [...told, ...spots.map(({ location }) => location)].flatMap(termsOf).flatMap(read)
  const ids = [
    ...byTerm.filter(({ list }) => list === 'access').map(({ id }) => id),
    ...suggest('', said).access,
  ]
  if (ids.length > 0) draft.fields.access = [...new Set(ids)].slice(0, 60)
}

/** "Bring: …" */
export function addFirstTime(draft: Draft, service: Json): void {
  const papers = listAt(service, 'required_documents').map((one) => wordsAt(one, 'document'))
  const said = together(papers)
  if (said !== '') put(draft, 'first_time', 'required_documents', `Bring: ${said}`, words(1000))
  const alert = at(service, 'alert')
  const description = together([wordsAt(service, 'description'), wordsAt({ alert }, 'alert')])
  put(draft, 'description', 'description', description, words(8000))
}
