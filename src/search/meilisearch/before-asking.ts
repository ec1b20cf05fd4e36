/** What has to be known of the index before a question can be put: most need nothing. */
import type { EngineQuery } from '../engine.ts'
import { anyOf, atLeast, equals, inBox, not, type Filter } from './filter.ts'
import { FIRST, inCircle, isOpen, maybe, type Before } from './narrow.ts'
import type { Answered, Question, Send } from './send.ts'
import { MOST_RUNNING } from './settings.ts'

/** Distances that listings serve round their places, a handful of round numbers; remembered from the last answer. */
export type Distances = { miles: readonly number[] }

export const needsDistances = ({ near, withinMetres }: EngineQuery): boolean =>
  near !== null && withinMetres !== null

/** Put beside every question that hangs on them, so that a distance nobody served before is noticed at once. */
export const DISTANCES: Question = { filter: [FIRST, atLeast('miles', 0)], facets: ['miles'], hitsPerPage: 0 }
const distancesIn = ({ facetDistribution }: Answered): number[] =>
  Object.keys(facetDistribution?.['miles'] ?? {})
    .map(Number)
    .sort((a, b) => a - b)

/**
 * A distance that was not asked for: what hangs on it has to be asked again. `asked`: those that the question was put with,
 * which another question's answer may have changed since.
 */
export function isNews(
  query: EngineQuery,
  distances: Distances,
  asked: readonly number[],
  last: Answered | undefined,
): boolean {
  if (!needsDistances(query) || last === undefined) return false
  const miles = distancesIn(last)
  distances.miles = miles
  return miles.join() !== asked.join()
}

/** Places of listings that have another one as their first: what is asked of listings is asked of their first. */
const others = (where: Filter): Question => ({
  filter: [equals('many', true), not(FIRST), where],
  facets: ['listing'],
  hitsPerPage: 0,
})

export async function beforeAsking(send: Send, query: EngineQuery, { miles }: Distances): Promise<Before> {
  const { filters, now, bbox } = query
  const running: Question[] =
    filters.open.length > 0
      ? [
          {
            filter: [FIRST, maybe(now)],
            attributesToRetrieve: ['listing', 'slots'],
            hitsPerPage: MOST_RUNNING,
          },
        ]
      : []
  const reached = needsDistances(query) ? [others(anyOf(inCircle(query, miles)))] : []
  const boxed = bbox ? [others(inBox(bbox))] : []
  const answers = await send([...running, ...reached, ...boxed])
  const open = running.length > 0 ? (answers[0]?.hits ?? []).filter((it) => isOpen(it, now)) : []
  return {
    miles,
    running: open.map(({ listing }) => listing),
    reached: reached.length > 0 ? listingsIn(answers[running.length]) : [],
    boxed: boxed.length > 0 ? listingsIn(answers.at(-1)) : [],
  }
}

/** Ids of the listings of an answer with the facet `listing`: no hit is unpacked for them. */
export const listingsIn = (answer: Answered | undefined): string[] =>
  Object.keys(answer?.facetDistribution?.['listing'] ?? {})
