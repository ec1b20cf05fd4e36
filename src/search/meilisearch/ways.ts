/** The ways in which a question may be asked where words may be spelt otherwise: one for each choice of spellings. */
import type { Phrases } from '../phrases.ts'
import { wordWeight } from '../ranking.ts'
import { formsOf, unitsOf, type Asked, type Unit, type Word } from '../units.ts'
import { numbersOf } from '../words.ts'
import { FIRST } from './narrow.ts'
import type { Looked } from './order.ts'
import type { Send } from './send.ts'
import { OWN_TEXT, WINDOW } from './settings.ts'
import { countOf, meantBy, quote, type Tally } from './text.ts'

/** Ways of asking in one step: more would take longer than a page may. */
const MOST_WAYS = 150
/** Forms of a word that are looked for in names: itself, one and many, and its nearest neighbours. */
const FORMS_WEIGHED = 6

/** `ways`: for each unit what may stand for it, of what somebody has. */
export type Plan = { units: Unit[]; ways: string[][]; weighed: Looked['words'] }

export async function planOf(
  { send, phrases }: { send: Send; phrases: Phrases },
  asked: Asked,
  { all }: Pick<Tally, 'all'>,
): Promise<Plan> {
  const units = unitsOf(asked, phrases)
  const standIns = units.map(standInsOf)
  const forms = asked.words.map((word) => formsOf(word).slice(0, FORMS_WEIGHED))
  const answers = await send([
    ...standIns.flat().map((one) => countOf(one)),
    ...forms.flat().map((form) => countOf(quote(form), OWN_TEXT)),
  ])
  let at = 0
  const next = () => answers[at++]?.totalHits ?? 0
  const ways = standIns.map((some) => some.filter(() => next() > 0))
  const weighed = forms.map((some) => ({ forms: some, weight: wordWeight(Math.max(...some.map(next)), all) }))
  return { units, ways, weighed }
}

/** What may stand for a unit: the made-up word of its meaning, and its words in any of their spellings. */
function standInsOf({ words, terms }: Unit): string[] {
  const meant = terms.length > 0 ? [quote(meantBy({ words, terms }))] : []
  const spelt = words.map(spellingsOf)
  // As typed, its words are in its made-up word already.
  const own = terms.length > 0 && spelt.every((some) => some.length === 1) ? [] : waysOf(spelt)
  return [...new Set([...meant, ...own])]
}

/** A listing with one of a word has its plural too (forms.ts): that one needs no asking. */
function spellingsOf(word: Word): string[] {
  const [, ...numbers] = numbersOf(word.word)
  return formsOf(word)
    .filter((form) => !numbers.includes(form))
    .map(quote)
}

/** One of each, every choice of them. */
export function waysOf(units: readonly (readonly string[])[]): string[] {
  let ways: string[] = ['']
  for (const some of units)
    ways = ways.flatMap((way) => some.map((one) => `${way} ${one}`.trim())).slice(0, MOST_WAYS)
  return ways.filter((way) => way !== '')
}

/** Listings that are found in any of these ways. */
export async function whoHas(
  send: Send,
  ways: readonly string[],
  attributes?: readonly string[],
): Promise<Set<string>> {
  const answers = await send(
    ways.slice(0, MOST_WAYS).map((q) => ({
      q,
      filter: [FIRST],
      attributesToRetrieve: ['listing'],
      hitsPerPage: WINDOW,
      ...(attributes === undefined ? {} : { attributesToSearchOn: attributes }),
    })),
  )
  return new Set(answers.flatMap(({ hits }) => hits.map(({ listing }) => listing)))
}
