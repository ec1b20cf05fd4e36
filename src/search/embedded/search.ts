/** One question put to one index: rows that match, counts, and the rows of the page asked for. */
import type { EngineAnswer, EngineQuery, Hit, MapPoint } from '../engine.ts'
import { CAPACITY_STATES } from '../../capacity/event.ts'
import { inBox as isInBox } from '../../places/geo.ts'
import { confirmedFrom } from '../../freshness/standing.ts'
import { orderKey, roomOrder, standingOrder, stepOf } from '../ranking.ts'
import { add, count, emptyBits, hasBit, keep, rowsOf, without, type Bits } from './bits.ts'
import { ageSet, chosenSets, facetCounts, narrowed, termSet } from './filters.ts'
import { endOfToday } from './clocked.ts'
import { match, type Matched } from './match.ts'
import { circle, inBox, nearestPoint, type Circle } from './near.ts'
import { pageOf } from './page.ts'
import type { Reader } from './reader.ts'
import { pointsOf } from './points.ts'
import { servedFrom } from './serves.ts'
import { askedWords } from './units.ts'

const DAY = 86_400_000

/** What narrows a search before any facet does. */
type Base = { rows: Bits; text: Matched | null; circle: Circle | null; served: Bits | null }

function baseOf({ columns, clocked, words }: Reader, query: EngineQuery): Base {
  const asked = askedWords(query.what)
  const text = asked.words.length > 0 ? match(words, asked) : null
  const rows = without(text?.rows ?? columns.live, clocked.ended(query.now))
  let around: Circle | null = null
  let served: Bits | null = null
  if (query.near) {
    around = circle(columns, query.near, query.withinMetres ?? 0)
    const near = query.near
    served = emptyBits(columns.room)
    const metres = around.metres
    servedFrom(columns.served, near, metres, served)
    if (query.withinMetres !== null) {
      const reached = around.inside.slice()
      add(reached, served)
      keep(rows, reached)
    }
  }
  if (query.bbox) keep(rows, inBox(columns, query.bbox))
  if (query.age !== null) keep(rows, ageSet(columns, query.age))
  if (query.term.length > 0) keep(rows, termSet(columns, query.term))
  return { rows, text, circle: around, served }
}

export function search(reader: Reader, query: EngineQuery, dueDays: number): EngineAnswer {
  const { columns, clocked } = reader
  const base = baseOf(reader, query)
  const sets = chosenSets(columns, clocked, query)
  const all = narrowed(base.rows, sets, null)
  const total = count(all)
  const offset = (query.page - 1) * query.size
  const rows = offset < total ? pageRows(reader, query, dueDays, base, rowsOf(all, total), offset) : []
  return {
    hits: rows.map((row) => hitOf(reader, query, row)),
    total,
    facets: facetCounts(columns, clocked, query, base.rows, sets, all),
    widened: base.text?.widened ?? false,
  }
}

function pageRows(
  { columns, clocked, file }: Reader,
  query: EngineQuery,
  dueDays: number,
  base: Base,
  rows: Int32Array,
  offset: number,
): number[] {
  const { now, sort } = query
  const times = {
    now,
    confirmedFrom: confirmedFrom(new Date(now), query.checkedDays),
    dueFrom: confirmedFrom(new Date(now), dueDays),
    tomorrow: endOfToday(now),
  }
  const keys = new Float64Array(rows.length)
  const place = { tier: 0, step: 0, standing: 0, room: 0, minutes: 0, days: 0 }
  const tiers = base.text?.tiers ?? []
  const sorted = query.near === null && sort === 'near' ? 'best' : sort
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const confirmedAt = columns.confirmedAt[row] ?? -Infinity
    place.tier = tiers.length > 0 ? (tiers.find((tier) => hasBit(tier.rows, row))?.tier ?? 0) : 0
    if (base.circle)
      place.step = stepOf(base.circle.metres(row), base.served !== null && hasBit(base.served, row))
    place.standing = standingOrder(confirmedAt, columns.doubtedFrom[row] ?? Infinity, times)
    place.room = roomOrder(
      (columns.lapsesAt[row] ?? 0) > now ? (CAPACITY_STATES[(columns.capacity[row] ?? 0) - 1] ?? null) : null,
    )
    if (sorted === 'soon') place.minutes = clocked.minutesTo(row, now)
    if (sorted === 'checked') place.days = Math.max(0, Math.floor((now - confirmedAt) / DAY))
    keys[i] = orderKey(place, sorted)
  }
  const expression = base.text?.expression
  const score = expression ? (tied: readonly number[]) => file.scores(expression, tied) : null
  const ties = { score, nameKey: columns.nameKey, idKey: columns.idKey }
  return pageOf({ rows, keys }, offset, query.size, ties)
}

function hitOf({ columns }: Reader, query: EngineQuery, row: number): Hit {
  const id = columns.ids[row] ?? ''
  const { near, bbox, withinMetres } = query
  if (!near) {
    const places = pointsOf(columns.points, row)
    const shown = bbox ? places.find((place) => isInBox(place, bbox)) : undefined
    return { id, metres: null, point: shown ?? places[0] ?? null }
  }
  const nearest = nearestPoint(columns, row, near)
  const reached = nearest !== null && (withinMetres === null || nearest.metres <= withinMetres)
  return { id, metres: reached ? nearest.metres : null, point: nearest?.point ?? null }
}

/** Every point that matches, in no order; `total` counts those beyond the limit too. */
export function mapPoints(
  reader: Reader,
  query: EngineQuery,
  limit: number,
): { points: MapPoint[]; total: number } {
  const { columns, clocked } = reader
  const base = baseOf(reader, query)
  const all = narrowed(base.rows, chosenSets(columns, clocked, query), null)
  const [west, south, east, north] = query.bbox ?? [-180, -90, 180, 90]
  const { row: rows, lat: lats, lng: lngs, used } = columns.points
  const points: MapPoint[] = []
  let total = 0
  for (let i = 0; i < used; i++) {
    const lat = lats[i] ?? 0
    const lng = lngs[i] ?? 0
    if (lat < south || lat > north || lng < west || lng > east) continue
    const row = rows[i] ?? 0
    if (row === 0 || !hasBit(all, row)) continue
    if (total++ < limit) points.push({ id: columns.ids[row] ?? '', lat, lng })
  }
  return { points, total }
}
