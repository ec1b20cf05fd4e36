/** One question put to one index: rows that match, counts, and the rows of the page asked for. */
import type { EngineAnswer, EngineQuery, Hit, MapPoints } from '../engine.ts'
import { inBox as isInBox, METRES_PER_MILE, type Box } from '../../places/geo.ts'
import { awayStep, leadOf, leftOutStep, orderKey, practiceStep, stepOf, weightOf } from '../ranking.ts'
import { add, count, emptyBits, hasBit, keep, rowsOf, without, type Bits } from './bits.ts'
import { ageSet, chosenSets, narrowed, termSet } from './filters.ts'
import { facetCounts } from './counts.ts'
import { grownColumn } from './grown-column.ts'
import { match, type Matched } from './match.ts'
import { circle, eachInBox, keepInBox, nearestPoint, type Circle } from './near.ts'
import { pageBySmall, pageOf } from './page.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './reader.ts'
import { pointsOf } from './points.ts'
import { leftOutFrom, servedFrom, shownFrom } from './serves.ts'
import { askedWords } from '../units.ts'
import { fairPage, tiesOf, type PageRow } from './fair-page.ts'
import { AWAY } from './worth.ts'

/** What narrows a search before any facet does. */
type Base = { rows: Bits; text: Matched | null; circle: Circle | null; served: Reach | null }

function baseOf(reader: Reader, query: EngineQuery): Base {
  const { columns, clocked, words } = reader
  const asked = askedWords(query.what, query.place)
  const text = asked.words.length > 0 ? match(words, asked) : null
  const rows = without(text?.rows ?? columns.live, clocked.ended(query.now))
  const around = query.near ? circle(columns, query.near, query.withinMetres ?? 0, reader.measured()) : null
  const served = around || query.practice.length > 0 ? servedOf(columns, query, around) : null
  if (served && (!around || query.withinMetres !== null)) {
    const reached = around?.inside.slice() ?? emptyBits(columns.room)
    add(reached, served.found)
    keep(rows, reached)
  }
  if (query.age !== null) keep(rows, ageSet(columns, query.age))
  if (query.term.length > 0) keep(rows, termSet(columns, query.term))
  if (query.bbox) keepInBox(columns, rows, query.bbox)
  return { rows, text, circle: around, served }
}

/** Whom rows are for, seen from the place asked about. */
type Reach = ReturnType<typeof servedFrom> & { leftOut: (row: number) => boolean }

function servedOf(columns: Columns, query: EngineQuery, around: Circle | null): Reach {
  const measure = around && {
    metres: around.metres,
    eachInBox: (box: Box, visit: (row: number) => void) => eachInBox(columns, box, visit),
  }
  const reach = servedFrom(columns.served, query, measure, columns.room)
  const metres = around?.metres ?? (() => Infinity)
  return { ...reach, leftOut: leftOutFrom(columns.served, query, reach.found, metres) }
}

export function search(reader: Reader, query: EngineQuery): EngineAnswer {
  const { columns, clocked } = reader
  const base = baseOf(reader, query)
  const sets = chosenSets(columns, clocked, query)
  const all = narrowed(base.rows, sets, null)
  const total = count(all)
  const offset = (query.page - 1) * query.size
  const rows =
    offset < total ? pageRows(reader, query, base, rowsOf(all, total, reader.room(total).rows)) : []
  return {
    hits: rows.map((turn) => hitOf(reader, query, base, turn)),
    total,
    facets: facetCounts(columns, clocked, query, base.rows, sets, all),
    widened: base.text?.widened ?? false,
    by: 'embedded',
  }
}

function pageRows(reader: Reader, query: EngineQuery, base: Base, rows: Int32Array): PageRow[] {
  const { columns, clocked } = reader
  const { now } = query
  // Without a place there is nothing to be near to.
  const sort = query.sort === 'near' && !base.circle ? 'best' : query.sort
  const { circle, served, text } = base
  const worth = clocked.worth(now)
  const ties = tiesOf(columns, query)
  const keyOf = (row: number): number => {
    const nearness = nearnessOf(reader, base, row)
    const step = served?.leftOut(row) ? leftOutStep(nearness) : nearness
    const minutes = sort === 'soon' ? clocked.minutesTo(row, now) : 0
    const days = sort === 'checked' ? clocked.daysSince(row, now) : 0
    const aptness = text ? text.aptness(row) : 0
    const tier = text ? text.tier(row, aptness) : 0
    const weight = text ? weightOf(aptness) : 0
    return orderKey(leadOf(sort, nearness, minutes, days), tier, step, (worth[row] ?? 0) % AWAY, weight)
  }
  if (!circle && !served && !text && sort === 'best')
    return fairPage(columns, query, (from, size) => pageBySmall(rows, worth, from, size, ties), keyOf)
  const keys = reader.room(rows.length).keys.subarray(0, rows.length)
  for (let i = 0; i < rows.length; i++) keys[i] = keyOf(rows[i] ?? 0)
  return fairPage(columns, query, (from, size) => pageOf({ rows, keys }, from, size, ties), keyOf)
}

function nearnessOf({ columns }: Reader, { circle, served }: Base, row: number): number {
  if (!served) return awayStep(hasBit(columns.away, row))
  if (!circle) return practiceStep(hasBit(served.own, row))
  const visitless = hasBit(served.visitless, row)
  // Who needs no visit stands with what is a mile away at most: from outside a wider circle nobody need be measured.
  const far = visitless && circle.within >= METRES_PER_MILE && !hasBit(circle.inside, row)
  return stepOf(far ? Infinity : circle.metres(row), visitless, hasBit(columns.area, row))
}

function hitOf({ columns }: Reader, query: EngineQuery, { served }: Base, { row, forward }: PageRow): Hit {
  const id = columns.ids[row] ?? ''
  const { near, bbox, withinMetres } = query
  if (!near) {
    const places = pointsOf(columns.points, row)
    const shown = bbox ? places.find((place) => isInBox(place, bbox)) : undefined
    return { id, metres: null, point: shown ?? places[0] ?? null, forward }
  }
  const nearest = nearestPoint(columns, row, near)
  const goes =
    withinMetres === null ||
    (nearest?.metres ?? Infinity) <= withinMetres ||
    !(served && hasBit(served.visitless, row))
  return { id, metres: goes ? (nearest?.metres ?? null) : null, point: nearest?.point ?? null, forward }
}

/** Every point that matches, in no order. */
export function mapPoints(reader: Reader, query: EngineQuery, limit: number): MapPoints {
  const { columns, clocked } = reader
  const base = baseOf(reader, query)
  const all = narrowed(base.rows, chosenSets(columns, clocked, query), null)
  const found = count(all)
  const { first, count: counts, lat, lng, row: owner, x, y } = columns.points
  const [west, south, east, north] = query.bbox ?? EVERYWHERE
  const shown = shownFrom(columns.served, query)
  let at = new Int32Array(found)
  let [total, listings] = [0, 0]
  for (const row of rowsOf(all, found, reader.room(found).rows)) {
    const before = total
    for (let i = first[row] ?? 0, end = i + (counts[row] ?? 0); i < end; i++) {
      const [a, b] = [lat[i] ?? 0, lng[i] ?? 0]
      if (a < south || a > north || b < west || b > east) continue
      if (shown !== null && !shown(row, { lat: a, lng: b })) continue
      if (total === at.length) at = grownColumn(at, total * 2 + 64)
      at[total++] = i
    }
    if (total > before) listings++
  }
  const points = { at: at.slice(0, Math.min(total, limit)), lat, lng, x, y, owner, ids: columns.ids }
  return { points, total, listings }
}

const EVERYWHERE: Box = [-180, -90, 180, 90]
