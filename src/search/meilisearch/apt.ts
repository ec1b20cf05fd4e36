/** How apt a listing is (aptness.ts), from what came back of it: its words, and what it is filed under. */
import { BESIDES, FOR_OTHERS, STANDS, unitSays, unitWeights, type Stands } from '../aptness.ts'
import type { Meant, Phrases } from '../phrases.ts'
import { formsOf, labelledBy, type Unit, type Word } from '../units.ts'
import { allOf, atLeast, atMost, equals, type Filter } from './filter.ts'
import type { Found } from './found.ts'

/** A unit, and how many listings have it. */
type Counted = { unit: Unit; having: number }
/** How many listings have each term, and how many there are. */
export type Terms = { having: ReadonlyMap<string, number>; all: number }

export const termName = ({ facet, id }: Meant): string => `${facet} ${id}`

const LISTS = {
  need: 'needs',
  kind: 'kinds',
  who: 'who',
  access: 'access',
  language: 'languages',
  cost: 'cost',
  how: 'how',
  meets: 'meets',
} as const

export function withTerm({ facet, id }: Meant): Filter {
  if (facet === 'age') return allOf([atMost('ageFrom', Number(id)), atLeast('ageTo', Number(id))])
  return equals(LISTS[facet], id)
}

const hasTerm = (it: Found, { facet, id }: Meant): boolean =>
  facet === 'age'
    ? Number(id) >= (it.ageFrom ?? 0) && Number(id) <= (it.ageTo ?? Infinity)
    : (it[LISTS[facet]]?.includes(id) ?? false)

/** Forms of a word that are looked for in names: itself, one and many, and its nearest neighbours. */
const FORMS_WEIGHED = 6

export function aptnessOf(
  counted: readonly Counted[],
  { having, all }: Terms,
  phrases: Phrases,
): (it: Found) => number {
  const own = (meant: Meant) => having.get(termName(meant)) ?? 0
  const weighed = counted.map(({ unit, having: found }) => {
    const terms = unit.terms.map((meant) => ({ meant, having: own(meant) }))
    return { unit, weights: unitWeights(unit, found, terms, all) }
  })
  const whole = weighed.reduce((sum, { weights }) => sum + weights.unit, 0)
  const people = counted.flatMap(({ unit }) => unit.terms).filter(({ facet }) => facet === 'who')
  return (it) => {
    let says = 0
    for (const { unit, weights } of weighed) {
      const share =
        unit.terms.length === 0
          ? null
          : weights.terms.reduce((sum, term) => sum + term.share * held(it, term.meant), 0)
      const beside = Math.max(0, ...unit.beside.map((meant) => held(it, meant)))
      says += weights.unit * unitSays(standsOf(it, unit, phrases), share, beside, unit.words.length)
    }
    const few = (it.who ?? []).some(phrases.isForFew)
    return (says / whole) * (few && !people.some((meant) => hasTerm(it, meant)) ? FOR_OTHERS : 1)
  }
}

/** What a listing names first of a kind of term is what it is about. */
function held(it: Found, meant: Meant): number {
  if (!hasTerm(it, meant)) return 0
  return meant.facet === 'age' || meant.facet === 'meets' || it[LISTS[meant.facet]]?.[0] === meant.id
    ? 1
    : BESIDES
}

const has = (text: string | undefined, form: string): boolean =>
  text !== undefined && ` ${text} `.includes(` ${form} `)

function standsOf(it: Found, { words }: Unit, phrases: Phrases): Stands {
  if (words.length === 0) return STANDS.nowhere
  const [name, group, place, body] = it.said ?? []
  const near = (word: Word) => formsOf(word).slice(0, FORMS_WEIGHED)
  if (words.every((word) => near(word).some((form) => has(name, form)))) return STANDS.named
  const labels = [name, group, place]
  if (words.every((word) => near(word).some((form) => labels.some((text) => has(text, form)))))
    return STANDS.labelled
  const all = [...labels, body]
  const somewhere = (word: Word) =>
    formsOf(word).some((form) => all.some((text) => has(text, form))) ||
    labelledBy(word, phrases).some((meant) => hasTerm(it, meant))
  return words.every(somewhere) ? STANDS.somewhere : STANDS.nowhere
}
