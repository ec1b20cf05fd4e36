/**
 * One question put to Meilisearch: all of it in one request, asked as typed. Only where that finds little or nothing are
 * near spellings looked for, which takes a few more (near.ts).
 */
import type { EngineAnswer, EngineQuery } from '../engine.ts'
import type { Phrases } from '../phrases.ts'
import { SHORT_OF_HITS, SLIP_AT_MOST, wordWeight } from '../ranking.ts'
import { formsOf } from '../units.ts'
import { pageHits, hitOf } from './answer.ts'
import { beforeAsking, DISTANCES, isNews, needsDistances, type Distances } from './before.ts'
import { counting, freeListed, type Narrowing } from './counts.ts'
import { oneOf } from './filter.ts'
import { ORDERED_BY, type Found } from './found.ts'
import { baseFilters, facetFilters, isPlaced, LISTED, type Before } from './narrow.ts'
import { nearly, withSlips, type Wider } from './near.ts'
import { ordered, type Looked, type StandingDays } from './order.ts'
import type { Answered, Question, Send } from './send.ts'
import { LITERAL, WINDOW } from './settings.ts'
import { readTally, tallyQuestions, textOf, type Tally, type Text } from './text.ts'

export type Asking = { send: Send; phrases: Phrases; days: StandingDays; distances: Distances }

/** Forms of a word that are looked for in names: itself, one and many, and its nearest neighbours. */
const FORMS_WEIGHED = 6

export async function search(
  asking: Asking,
  query: EngineQuery,
  signal?: AbortSignal,
): Promise<EngineAnswer> {
  const { phrases, days, distances } = asking
  const send: Send = (questions) => asking.send(questions, signal)
  const before = await beforeAsking(send, query, distances)
  const text = textOf(query.what, phrases)
  const round = makeRound(query, before, text ? { q: text.exact, filter: [] } : { filter: [] }, text)
  const beside = [...(text ? tallyQuestions(text) : []), ...(needsDistances(query) ? [DISTANCES] : [])]
  const answers = await send([...round.questions, ...beside])
  if (isNews(query, distances, answers.at(-1))) return search(asking, query, signal)
  if (!text) return round.read(answers, days, null, false)
  const tally = readTally(text, answers.slice(round.questions.length))
  const wider = await widerOf({ ...asking, send }, text, tally)
  if (wider === null) return round.read(answers, days, lookedFor(text, tally), false)
  return again({ ...asking, send }, query, before, wider)
}

/** null: the words as typed find enough, and no slip explains why they find no more. */
export async function widerOf(asking: Asking, text: Text, tally: Tally): Promise<Wider | null> {
  const isJoined = tally.joined.some((found) => found > 0)
  if (tally.found === 0 && !isJoined) return nearly(asking, text, tally)
  const isRare = tally.having.some((having) => having <= SLIP_AT_MOST)
  if (!isJoined && (tally.found >= SHORT_OF_HITS || !isRare)) return null
  return withSlips(asking, text, tally)
}

function lookedFor({ asked }: Text, { all, having }: Tally): Looked {
  return {
    words: asked.words.map((word, i) => ({
      forms: formsOf(word).slice(0, FORMS_WEIGHED),
      weight: wordWeight(having[i] ?? 0, all),
    })),
    named: asked.words.map(formsOf),
    literal: null,
    tiers: new Map(),
    otherwise: null,
  }
}

/** The same among the listings that were found. */
async function again(
  { send, days }: Asking,
  query: EngineQuery,
  before: Before,
  { ids, only, looked, widened }: Wider,
): Promise<EngineAnswer> {
  if (ids.size > 0) {
    // Where they are all that one way of asking finds, those beyond what was looked up are counted too.
    const narrowing = only === null ? { filter: [oneOf('listing', [...ids])] } : { q: only, filter: [] }
    const round = makeRound(query, before, narrowing, null)
    return round.read(await send(round.questions), days, looked, widened)
  }
  const facets = Object.fromEntries(query.facets.map((facet) => [facet, {}]))
  return { hits: [], total: 0, facets, widened, by: 'meilisearch' }
}

type Round = {
  questions: Question[]
  read(
    answers: readonly Answered[],
    days: StandingDays,
    looked: Looked | null,
    widened: boolean,
  ): EngineAnswer
}

/** `text`: where listings are found by its words, and which of them have the words and not only what they mean is asked too. */
function makeRound(query: EngineQuery, before: Before, narrowing: Narrowing, text: Text | null): Round {
  const filter = [...narrowing.filter, ...baseFilters(query, before), ...facetFilters(query, before, null)]
  const main: Question = {
    ...narrowing,
    filter,
    attributesToRetrieve: retrieved(query),
    ...(isPlaced(query) ? { distinct: 'listing' } : {}),
    ...sortedBy(query),
    facets: freeListed(query).map((facet) => LISTED[facet]),
    hitsPerPage: WINDOW,
  }
  const pages = pagesOf(main, query)
  const literal: Question[] =
    text?.literal == null
      ? []
      : [
          {
            ...main,
            q: text.literal,
            attributesToSearchOn: LITERAL,
            attributesToRetrieve: ['listing'],
            facets: [],
          },
        ]
  const counts = counting(query, before, narrowing)
  return {
    questions: [...pages, ...literal, ...counts.questions],
    read(answers, days, looked, widened) {
      const [first] = answers
      const has = literal.length > 0 ? answers[pages.length] : undefined
      const found = first?.hits ?? []
      const whole =
        looked && has ? { ...looked, literal: new Set(has.hits.map(({ listing }) => listing)) } : looked
      const ranked = ordered(found, query, whole, days)
      const beyond = pages.length > 1 ? (answers[1]?.hits ?? []) : []
      return {
        hits: [...pageHits(ranked, query), ...beyondWindow(beyond, query, whole, days)],
        total: first?.totalHits ?? 0,
        facets: first
          ? counts.read(
              answers.slice(
                pages.length + literal.length,
                pages.length + literal.length + counts.questions.length,
              ),
              first,
            )
          : {},
        widened,
        by: 'meilisearch',
      }
    },
  }
}

/** The first WINDOW listings, which are put in our order here; and where the page ends beyond them, it as Meilisearch has it. */
function pagesOf(main: Question, { page, size }: EngineQuery): Question[] {
  if (page * size <= WINDOW) return [main]
  const first = (page - 1) * size >= WINDOW ? { ...main, hitsPerPage: 0 } : main
  return [first, { ...main, page, hitsPerPage: size, facets: [] }]
}

function beyondWindow(
  found: readonly Found[],
  query: EngineQuery,
  looked: Looked | null,
  days: StandingDays,
) {
  const offset = (query.page - 1) * query.size
  const rest = found.slice(Math.max(0, WINDOW - offset))
  const placed = new Map(ordered(rest, query, looked, days).map((one) => [one.it, one]))
  return rest.flatMap((it) => {
    const one = placed.get(it)
    return one ? [hitOf(one, query, false)] : []
  })
}

function retrieved({ what, near, practice, sort }: EngineQuery): string[] {
  return [
    ...ORDERED_BY,
    ...(what === '' ? [] : ['said']),
    ...(near || practice.length > 0 ? ['serves'] : []),
    ...(sort === 'soon' ? ['slots'] : []),
  ]
}

/** Which listings are among the first WINDOW, where there are more. */
function sortedBy({ what, near, sort }: EngineQuery): { sort?: string[] } {
  if (near && (sort === 'near' || (sort === 'best' && what === '')))
    return { sort: [`_geoPoint(${near.lat}, ${near.lng}):asc`] }
  if (sort === 'checked' || (sort === 'best' && what === '')) return { sort: ['confirmedAt:desc'] }
  return {}
}
