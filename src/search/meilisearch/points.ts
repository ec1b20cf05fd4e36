/** Places of the map: every document of a listing that matches, with a point in the box. */
import type { EngineQuery, MapPoints } from '../engine.ts'
import type { Box } from '../query.ts'
import { project } from '../../places/cells.ts'
import { askedOnce } from './asked-once.ts'
import { beforeAsking, DISTANCES, isNews, needsDistances } from './before-asking.ts'
import { baseFilters, facetFilters, type Before } from './narrow.ts'
import { oneOfListings } from './short-id.ts'
import { widerOf, type Asking } from './search.ts'
import type { Answered, Question } from './send.ts'
import { readTally, tallyQuestions, textOf } from './text.ts'
import type { Narrowing } from './counts.ts'

const EVERYWHERE: Box = [-180, -90, 180, 90]

export async function mapPoints(
  asking: Asking,
  query: EngineQuery,
  limit: number,
  signal?: AbortSignal,
): Promise<MapPoints> {
  const send = askedOnce((questions) => asking.send(questions, signal))
  const before = await beforeAsking(send, query, asking.distances)
  const text = textOf(query, asking.phrases)
  const main = pointsQuestion(query, before, limit, text ? { q: text.exact, filter: [] } : { filter: [] })
  const beside = [...(text ? tallyQuestions(text) : []), ...(needsDistances(query) ? [DISTANCES] : [])]
  const answers = await send([main, ...beside])
  if (isNews(query, asking.distances, before.miles, answers.at(-1)))
    return mapPoints(asking, query, limit, signal)
  const wider = text ? await widerOf({ ...asking, send }, text, readTally(text, answers.slice(1))) : null
  if (wider === null) return pointsIn(answers[0])
  if (wider.fits.size === 0) return { points: project([]), total: 0, listings: 0 }
  const among = { filter: [oneOfListings([...wider.fits.keys()])] }
  return pointsIn((await send([pointsQuestion(query, before, limit, among)]))[0])
}

function pointsQuestion(query: EngineQuery, before: Before, limit: number, narrowing: Narrowing): Question {
  return {
    ...narrowing,
    filter: [
      ...narrowing.filter,
      ...baseFilters({ ...query, bbox: query.bbox ?? EVERYWHERE }, before, true),
      ...facetFilters(query, before, null),
    ],
    attributesToRetrieve: ['listing', '_geo'],
    hitsPerPage: limit,
  }
}

function pointsIn(answer: Answered | undefined): MapPoints {
  const points = (answer?.hits ?? []).flatMap(({ listing, _geo }) =>
    _geo ? [{ id: listing, lat: _geo.lat, lng: _geo.lng }] : [],
  )
  return {
    points: project(points),
    total: answer?.totalHits ?? 0,
    listings: new Set(points.map(({ id }) => id)).size,
  }
}
