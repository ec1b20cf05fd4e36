/** The hits of a page, in turn: who stands back lets others by (fairness.ts). */
import { inBox } from '../../places/geo.ts'
import type { EngineQuery, Hit } from '../engine.ts'
import { byDistance, FAIR_AMONG, movesAt, spread } from '../fairness.ts'
import type { Ranked } from './order.ts'

/** `ranked`: from the very first listing on. */
export function pageHits(ranked: readonly Ranked[], query: EngineQuery): Hit[] {
  const { fair, near, sort, page, size } = query
  const offset = (page - 1) * size
  const end = offset + size
  const plain = () => ranked.slice(offset, end).map((one) => hitOf(one, query, false))
  if (!movesAt(fair, offset)) return plain()
  const backs = ranked.slice(0, FAIR_AMONG).map(({ it }) => fair.back.get(it.listing) ?? 0)
  if (backs.every((back) => back === 0)) return plain()
  const placed = backs.map((back, at) => ({ key: ranked[at]?.key ?? 0, back }))
  const turns = spread(placed, byDistance({ near, sort }))
  return [...turns, ...ranked.slice(FAIR_AMONG).map((_, i) => ({ at: FAIR_AMONG + i, forward: false }))]
    .slice(offset, end)
    .flatMap(({ at, forward }) => {
      const one = ranked[at]
      return one ? [hitOf(one, query, forward)] : []
    })
}

export function hitOf(
  { it, placed }: Ranked,
  { near, bbox, withinMetres }: EngineQuery,
  forward: boolean,
): Hit {
  const id = it.listing
  if (!near || !placed) {
    const places = (it.points ?? []).map(([lat, lng]) => ({ lat, lng }))
    const shown = bbox ? places.find((place) => inBox(place, bbox)) : undefined
    return { id, metres: null, point: shown ?? places[0] ?? null, forward }
  }
  const { metres, point, visitless } = placed
  const goes = withinMetres === null || metres <= withinMetres || !visitless
  return { id, metres: goes && point ? metres : null, point, forward }
}
