/** What can be wrong in the files of data/taxonomy/, said so that the officer who changed one can put it right. */
import { plainPhrase } from './plain-words.ts'
import { LISTS, type List, type Taxonomy, type Term } from './taxonomy.ts'

const at = (list: List, { id }: Term, field: string): string => `${list}.json, term "${id}", ${field}:`

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
}

function idProblems(lists: Taxonomy, list: List): string[] {
  return twice(lists[list].map(({ id }) => id)).map(
    (id) => `${list}.json, term "${id}", id: two terms have this id.`,
  )
}

function headingProblems({ headings, needs }: Taxonomy): string[] {
  const known = new Set(headings.map(({ id }) => id))
  const wrong = needs.flatMap((need) => {
    if (need.heading === undefined) return [`${at('needs', need, 'heading')} it has none.`]
    return known.has(need.heading)
      ? []
      : [`${at('needs', need, 'heading')} there is no heading "${need.heading}".`]
  })
  return [
    ...twice(headings.map(({ id }) => id)).map(
      (id) => `needs.json, heading "${id}", id: two headings have this id.`,
    ),
    ...wrong,
  ]
}

function needProblems(lists: Taxonomy, list: List): string[] {
  const known = new Set(lists.needs.map(({ id }) => id))
  return lists[list].flatMap((term) =>
    (['needs', 'beside'] as const).flatMap((field) =>
      term[field]
        .filter((id) => !known.has(id))
        .map((id) => `${at(list, term, field)} there is no need "${id}".`),
    ),
  )
}

function wordProblems(lists: Taxonomy, list: List): string[] {
  return lists[list].flatMap((term) => {
    const fields = {
      'label.en': [term.label.en],
      'label.cy': [term.label.cy],
      cues: term.cues,
      not: term.not,
    }
    return Object.entries(fields).flatMap(([field, phrases]) =>
      phrases
        .filter((it) => plainPhrase(it) === '')
        .map((it) => `${at(list, term, field)} "${it}" has no letters.`),
    )
  })
}

/** The same words under two terms of a list: somebody who types them would get either by chance. */
function sharedProblems(lists: Taxonomy, list: List): string[] {
  const meant = new Set((lists.shared?.[list] ?? []).map(plainPhrase))
  const owner = new Map<string, Term>()
  const problems: string[] = []
  for (const term of lists[list]) {
    const fields = {
      'label.en': [term.label.en],
      'label.cy': [term.label.cy],
      'synonyms.en': term.synonyms.en,
      'synonyms.cy': term.synonyms.cy,
    }
    for (const [field, phrases] of Object.entries(fields))
      for (const phrase of phrases) {
        const plain = plainPhrase(phrase)
        const other = owner.get(plain)
        if (other && other.id !== term.id && !meant.has(plain))
          problems.push(
            `${at(list, term, field)} "${phrase}" also belongs to "${other.id}"; add it to "shared" if that is meant.`,
          )
        else owner.set(plain, term)
      }
  }
  return problems
}

/** One sentence for each thing that is wrong; none: []. */
export function taxonomyProblems(lists: Taxonomy): string[] {
  return [
    ...headingProblems(lists),
    ...LISTS.flatMap((list) => [
      ...idProblems(lists, list),
      ...needProblems(lists, list),
      ...wordProblems(lists, list),
      ...sharedProblems(lists, list),
    ]),
  ]
}
