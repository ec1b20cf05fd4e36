/**
 * One question put to Meilisearch: all of it in one request, asked as typed. Only where that finds little or nothing are
 * near spellings looked for, which takes a few more (near.ts).
 */
import type { EngineAnswer, EngineQuery } from '../engine.ts'
import type { Phrases } from '../phrases.ts'
import { SHORT_OF_HITS, TIERS } from '../ranking.ts'
import { pageHits, hitOf } from './answer.ts'
import { aptnessOf } from './apt.ts'
import { askedOnce } from './asked-once.ts'
import { beforeAsking, DISTANCES, isNews, needsDistances, type Distances } from './before-asking.ts'
import { counting, freely, type Narrowing } from './counts.ts'
import { ORDERED_BY, type Found } from './found.ts'
import { baseFilters, facetFilters, type Before } from './narrow.ts'
import { beside, nearly, type Wider } from './near.ts'
import { ordered, type FitOf, type StandingDays } from './order.ts'
import type { Answered, Question, Send } from './send.ts'
import { WINDOW } from './settings.ts'
import { oneOfListings } from './short-id.ts'
import { readTally, tallyQuestions, textOf, type Tally, type Text } from './text.ts'

export type Asking = { send: Send; phrases: Phrases; days: StandingDays; distances: Distances }

export async function search(
  asking: Asking,
  query: EngineQuery,
  signal?: AbortSignal,
): Promise<EngineAnswer> {
  const { phrases, days, distances } = asking
  const send = askedOnce((questions) => asking.send(questions, signal))
  const before = await beforeAsking(send, query, distances)
  const text = textOf(query, phrases)
  const round = makeRound(query, before, text ? { q: text.exact, filter: [] } : { filter: [] })
  const more = [...(text ? tallyQuestions(text) : []), ...(needsDistances(query) ? [DISTANCES] : [])]
  const answers = await send([...round.questions, ...more])
  if (isNews(query, distances, before.miles, answers.at(-1))) return search(asking, query, signal)
  if (!text) return round.read(answers, days, null, false)
  const tally = readTally(text, answers.slice(round.questions.length))
  const wider = await widerOf({ ...asking, send }, text, tally)
  if (wider === null) return round.read(answers, days, fitting(text, tally, phrases), false)
  return again({ ...asking, send }, query, before, wider)
}

/** null: the words as typed find enough. */
export async function widerOf({ send, phrases }: Asking, text: Text, tally: Tally): Promise<Wider | null> {
  const isJoined = tally.joined.some((found) => found > 0)
  if (tally.found >= SHORT_OF_HITS && !isJoined) return null
  const near = { send, phrases, all: tally.terms.all }
  return tally.found === 0 && !isJoined ? nearly(near, text) : beside(near, text)
}

function fitting({ units }: Text, tally: Tally, phrases: Phrases): FitOf {
  const counted = units.map((unit, i) => ({ unit, having: tally.units[i] ?? 0 }))
  const apt = aptnessOf(counted, tally.terms, phrases)
  return (it) => ({ base: TIERS.exact, aptness: apt(it) })
}

/** The same among the listings that were found. */
async function again(
  { send, days }: Asking,
  query: EngineQuery,
  before: Before,
  { fits, widened }: Wider,
): Promise<EngineAnswer> {
  if (fits.size > 0) {
    const round = makeRound(query, before, { filter: [oneOfListings([...fits.keys()])] })
    const fitOf: FitOf = ({ listing }) => fits.get(listing) ?? { base: TIERS.some, aptness: 0 }
    return round.read(await send(round.questions), days, fitOf, widened)
  }
  const facets = Object.fromEntries(query.facets.map((facet) => [facet, {}]))
  return { hits: [], total: 0, facets, widened, by: 'meilisearch' }
}

type Round = {
  questions: Question[]
  read(answers: readonly Answered[], days: StandingDays, fitOf: FitOf | null, widened: boolean): EngineAnswer
}

function makeRound(query: EngineQuery, before: Before, narrowing: Narrowing): Round {
  const main: Question = {
    ...narrowing,
    filter: [...narrowing.filter, ...baseFilters(query, before), ...facetFilters(query, before, null)],
    // How a listing fits is known already where it is asked for by its name.
    attributesToRetrieve: retrieved(query, narrowing.q !== undefined),
    ...sortedBy(query),
    facets: freely(query),
    hitsPerPage: windowOf(query),
  }
  const pages = pagesOf(main, query)
  const counts = counting(query, before, narrowing)
  return {
    questions: [...pages, ...counts.questions],
    read(answers, days, fitOf, widened) {
      const [first, beyond] = answers
      const ranked = ordered(first?.hits ?? [], query, fitOf, days)
      const rest = pages.length > 1 ? beyondWindow(beyond?.hits ?? [], query, fitOf, days) : []
      return {
        hits: [...pageHits(ranked, query), ...rest],
        total: first?.totalHits ?? 0,
        facets: first ? counts.read(answers.slice(pages.length), first) : {},
        widened,
        by: 'meilisearch',
      }
    },
  }
}

function windowOf({ what, near, sort }: EngineQuery): number {
  if (sort === 'soon') return WINDOW.soon
  return what !== '' && near ? WINDOW.wordsNear : WINDOW.usual
}

/** The first WINDOW listings, which are put in our order here; and where the page ends beyond them, it as Meilisearch has it. */
function pagesOf(main: Question, query: EngineQuery): Question[] {
  const { page, size } = query
  const window = windowOf(query)
  if (page * size <= window) return [main]
  const first = (page - 1) * size >= window ? { ...main, hitsPerPage: 0 } : main
  return [first, { ...main, page, hitsPerPage: size, facets: [] }]
}

function beyondWindow(found: readonly Found[], query: EngineQuery, fitOf: FitOf | null, days: StandingDays) {
  const offset = (query.page - 1) * query.size
  const rest = found.slice(Math.max(0, windowOf(query) - offset))
  const placed = new Map(ordered(rest, query, fitOf, days).map((one) => [one.it, one]))
  return rest.flatMap((it) => {
    const one = placed.get(it)
    return one ? [hitOf(one, query, false)] : []
  })
}

const retrieved = ({ sort }: EngineQuery, said: boolean): string[] => [
  ...ORDERED_BY,
  ...(said ? ['said'] : []),
  ...(sort === 'soon' ? ['slots'] : []),
]

/** Which listings are among the first WINDOW, where there are more. */
function sortedBy({ what, near, sort }: EngineQuery): { sort?: string[] } {
  if (near && (sort === 'near' || (sort === 'best' && what === '')))
    return { sort: [`_geoPoint(${near.lat}, ${near.lng}):asc`] }
  if (sort === 'checked') return { sort: ['confirmedAt:desc'] }
  if (sort === 'best' && what === '') return { sort: ['away:asc', 'confirmedAt:desc'] }
  return {}
}
