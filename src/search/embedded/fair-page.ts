/** The rows of a page in turn: those that stand back let others by (fairness.ts). */
import type { EngineQuery } from '../engine.ts'
import { byDistance, FAIR_AMONG, movesAt, shuffled, spread } from '../fairness.ts'
import type { Columns } from './columns.ts'
import type { Ties } from './page.ts'

/** `forward`: see Hit. */
export type PageRow = { row: number; forward: boolean }

const stands = (row: number): PageRow => ({ row, forward: false })

/** `take`: rows of the order without a load, from one place, at most so many. `keyOf`: their orderKey. */
export function fairPage(
  { ids }: Columns,
  { fair, near, sort, page, size }: EngineQuery,
  take: (from: number, size: number) => number[],
  keyOf: (row: number) => number,
): PageRow[] {
  const offset = (page - 1) * size
  if (!movesAt(fair, offset)) return take(offset, size).map(stands)
  const end = offset + size
  const rows = take(0, Math.max(FAIR_AMONG, end))
  const backs = rows.slice(0, FAIR_AMONG).map((row) => fair.back.get(ids[row] ?? '') ?? 0)
  if (backs.every((back) => back === 0)) return rows.slice(offset, end).map(stands)
  const placed = backs.map((back, at) => ({ key: keyOf(rows[at] ?? 0), back }))
  const moved = spread(placed, byDistance({ near, sort }))
  return [
    ...moved.map(({ at, forward }) => ({ row: rows[at] ?? 0, forward })),
    ...rows.slice(FAIR_AMONG).map(stands),
  ].slice(offset, end)
}

/** The first 32 bits of an idKey are hashOf its id. */
const HASH_BITS = 2 ** 21

/** What parts equals: the day's shuffle where the load is spread, else the name. */
export function tiesOf({ nameKey, idKey }: Columns, { fair }: Pick<EngineQuery, 'fair'>): Ties {
  if (fair === null) return { first: (row) => nameKey[row] ?? 0, idKey }
  const { seed } = fair
  return { first: (row) => shuffled(Math.floor((idKey[row] ?? 0) / HASH_BITS), seed), idKey }
}
