/** What has to be known of the index before a question can be put: most need nothing. */
import type { EngineQuery } from '../engine.ts'
import { anyOf, atLeast, equals } from './filter.ts'
import { FIRST, inCircle, isOpen, maybe, type Before } from './narrow.ts'
import type { Answered, Question, Send } from './send.ts'
import { WINDOW } from './settings.ts'

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

/** A distance that nobody served before: what hangs on it has to be asked again. */
export function isNews(query: EngineQuery, distances: Distances, last: Answered | undefined): boolean {
  if (!needsDistances(query) || last === undefined) return false
  const miles = distancesIn(last)
  const news = miles.join() !== distances.miles.join()
  distances.miles = miles
  return news
}

/** `each`: all places of the listings found are asked for, and not listings. */
export async function beforeAsking(
  send: Send,
  query: EngineQuery,
  { miles }: Distances,
  each = false,
): Promise<Before> {
  const { filters, now, bbox, near } = query
  const slots = ['listing', 'slots']
  const running: Question[] =
    filters.open.length > 0
      ? [{ filter: [FIRST, maybe(now)], attributesToRetrieve: slots, hitsPerPage: WINDOW }]
      : []
  // A place in the box (or to be shown) and another within the distance: no document says both.
  const reached: Question[] =
    (bbox || each) && near && needsDistances(query)
      ? [
          {
            filter: [equals('many', true), anyOf(inCircle(query, miles))],
            attributesToRetrieve: ['listing'],
            distinct: 'listing',
            hitsPerPage: WINDOW,
          },
        ]
      : []
  const answers = await send([...running, ...reached])
  const idsOf = (answer: Answered | undefined) => (answer?.hits ?? []).map(({ listing }) => listing)
  const open = running.length > 0 ? (answers[0]?.hits ?? []).filter((it) => isOpen(it, now)) : []
  return {
    miles,
    running: open.map(({ listing }) => listing),
    reached: reached.length > 0 ? idsOf(answers[running.length]) : [],
  }
}
