/** Who has what of a question, unit by unit, as ids: for questions that nobody, or hardly anybody, has all the words of. */
import type { Phrases } from '../phrases.ts'
import { formsOf, unitsOf, type Asked, type Unit, type Word } from '../units.ts'
import { sameWords } from '../same-words.ts'
import { numbersOf } from '../words.ts'
import { aptnessOf, termName, withTerm, type Terms } from './apt.ts'
import { listingsIn } from './before-asking.ts'
import type { Found } from './found.ts'
import { FIRST } from './narrow.ts'
import type { Question, Send } from './send.ts'
import { countOf, meantBy, quote } from './text.ts'

export type Near = { send: Send; phrases: Phrases; all: number }

/** Listings looked up for each way of asking for a unit: more of them say that it is a common one. */
export const LOOKED_UP = 1000
/** Those looked up of a common one: its best. */
const OF_COMMON = 100
/** Ways of asking in one step: more would take longer than a page may. */
const MOST_WAYS = 150

/** A unit, who has it, and how many have where that is more than were looked up. */
type Had = { unit: Unit; ids: ReadonlySet<string>; having: number; ways: string[] }
export type Plan = {
  had: Had[]
  /** The same with those who have what helps as well. */
  loose: Had[]
  terms: Terms
}

export async function planOf({ send, phrases, all }: Near, asked: Asked): Promise<Plan> {
  const units = unitsOf(asked, phrases)
  const ways = units.map((unit) => (unit.hint ? [] : standInsOf(unit)))
  const terms = [
    ...new Map(
      units.flatMap((it) => [...it.terms, ...it.beside]).map((it) => [termName(it), it] as const),
    ).values(),
  ]
  const beside = new Set(units.flatMap((it) => it.beside).map(termName))
  const byTermQuestion = terms.map((meant) => ({ filter: [FIRST, withTerm(meant)], hitsPerPage: 0 }))
  const answerOf = await idsOf(
    send,
    [...ways.flat().map((q) => countOf(q)), ...byTermQuestion],
    // What a term means is only counted, unless it is beside what is asked.
    (at) => at < ways.flat().length || beside.has(termName(terms[at - ways.flat().length] ?? NO_TERM)),
  )
  const byTerm = new Map(terms.map((meant, i) => [termName(meant), answerOf[ways.flat().length + i]]))
  let at = 0
  const had = units.map((unit, i): Had => {
    if (unit.hint) return hintHad(unit, byTerm)
    const own = (ways[i] ?? []).map((way) => ({ way, answer: answerOf[at++] }))
    return joined(
      unit,
      own.map(({ answer }) => answer),
      own.filter(({ answer }) => (answer?.totalHits ?? 0) > 0).map(({ way }) => way),
    )
  })
  const loose = had.map(({ unit, ids, having, ways: own }) => {
    const more = unit.beside.map((meant) => byTerm.get(termName(meant)))
    return joined(unit, [{ ids: [...ids], totalHits: having }, ...more], own)
  })
  const having = new Map([...byTerm].map(([name, answer]) => [name, answer?.totalHits ?? 0]))
  return { had, loose, terms: { having, all } }
}

type Looked = { ids: string[]; totalHits: number } | undefined
const NO_TERM = { facet: 'need', id: '' } as const

/**
 * How many listings each question finds, then which: as counts of a facet, which are read without unpacking a hit. Where
 * there are more than LOOKED_UP, the best few. `wanted`: of the question at this place.
 */
async function idsOf(
  send: Send,
  questions: readonly Question[],
  wanted: (at: number) => boolean = () => true,
): Promise<{ ids: string[]; totalHits: number }[]> {
  const counted = await send(questions)
  const asked = questions.map((question, at) => {
    const found = counted[at]?.totalHits ?? 0
    if (found === 0 || !wanted(at)) return []
    const common = { attributesToRetrieve: ['listing'], hitsPerPage: OF_COMMON }
    return [{ ...question, ...(found <= LOOKED_UP ? { facets: ['listing'] } : common) }]
  })
  const answers = await send(asked.flat())
  let next = 0
  return asked.map(([one], at) => {
    const totalHits = counted[at]?.totalHits ?? 0
    if (one === undefined) return { ids: [], totalHits }
    const answer = answers[next++]
    return {
      ids: 'facets' in one ? listingsIn(answer) : (answer?.hits ?? []).map(({ listing }) => listing),
      totalHits,
    }
  })
}

/** Only counted: nobody is found by it. */
function hintHad(unit: Unit, byTerm: ReadonlyMap<string, Looked>): Had {
  const having = unit.terms.map((meant) => byTerm.get(termName(meant))?.totalHits ?? 0)
  return { unit, ids: new Set(), having: Math.max(0, ...having), ways: [] }
}

function joined(unit: Unit, answers: readonly Looked[], ways: string[]): Had {
  const ids = new Set(answers.flatMap((answer) => answer?.ids ?? []))
  const most = Math.max(0, ...answers.map((answer) => answer?.totalHits ?? 0))
  return { unit, ids, having: Math.max(ids.size, most), ways }
}

/** Of listings that came back: how apt each is. */
export const aptness = (had: readonly Had[], { terms }: Plan, phrases: Phrases): ((it: Found) => number) =>
  aptnessOf(
    had.map(({ unit, having }) => ({ unit, having })),
    terms,
    phrases,
  )

/** Those who have all units but the weak ones. */
export async function whoHasAll({ send }: Near, { had }: Plan): Promise<Set<string>> {
  const strong = had.filter(({ unit }) => !unit.weak)
  const [first, ...rest] = strong
  if (!first) return new Set()
  if (strong.every(({ ids, having }) => ids.size === having))
    return new Set([...first.ids].filter((id) => rest.every(({ ids }) => ids.has(id))))
  // Too many have one of them to be looked up each for itself.
  return whoHas(send, waysOf(strong.map(({ ways }) => ways)))
}

/** Listings that are found in any of these ways. */
export async function whoHas(send: Send, ways: readonly string[]): Promise<Set<string>> {
  const questions = ways.slice(0, MOST_WAYS).map((q) => countOf(q))
  return new Set((await idsOf(send, questions)).flatMap(({ ids }) => ids))
}

/** What may stand for a unit: the made-up word of its meaning, and its words in any of their spellings. */
function standInsOf({ words, terms }: Unit): string[] {
  const meant = terms.length > 0 ? [quote(meantBy({ words, terms }))] : []
  const spelt = words.map(spellingsOf)
  // As typed, its words are in its made-up word already.
  const own = terms.length > 0 && spelt.every((some) => some.length === 1) ? [] : waysOf(spelt)
  return [...new Set([...meant, ...own])]
}

/** A listing with one of a word has its plural and what is the same to us (forms.ts): those need no asking. */
function spellingsOf(word: Word): string[] {
  const [, ...numbers] = numbersOf(word.word)
  const had = [...numbers, ...sameWords(word.word)]
  return formsOf(word)
    .filter((form) => !had.includes(form))
    .map(quote)
}

/** One of each, every choice of them. */
function waysOf(units: readonly (readonly string[])[]): string[] {
  let ways: string[] = ['']
  for (const some of units)
    ways = ways.flatMap((way) => some.map((one) => `${way} ${one}`.trim())).slice(0, MOST_WAYS)
  return ways.filter((way) => way !== '')
}
