/** Who can be reached without going anywhere, and from where: by ward or district, by postcode, by distance, everybody. */
import type { LatLng } from '../../listings/listing.ts'
import { METRES_PER_MILE } from '../../places/geo.ts'
import { fullPostcode, outcodeOf, sectorOf } from '../../places/postcode.ts'
import type { Serves } from '../document.ts'
import { setBit, type Bits } from './bits.ts'

export type Served = {
  everybody: Set<number>
  /** GSS code → rows. */
  areas: Map<string, Set<number>>
  /** "M", "M33", "M33 2" or a full postcode → rows. */
  starts: Map<string, Set<number>>
  /** Row → metres from any of its places. */
  radius: Map<number, number>
  /** What a row said, to take it back. */
  said: Map<number, Serves>
}

export const nobodyServed = (): Served => ({
  everybody: new Set(),
  areas: new Map(),
  starts: new Map(),
  radius: new Map(),
  said: new Map(),
})

export function putServes(served: Served, row: number, serves: Serves | null): void {
  const before = served.said.get(row)
  if (before) each(served, before, (rows) => rows.delete(row))
  served.radius.delete(row)
  served.said.delete(row)
  if (!serves) return
  served.said.set(row, serves)
  if (serves.kind === 'radius') served.radius.set(row, serves.miles * METRES_PER_MILE)
  each(served, serves, (rows) => rows.add(row))
}

function each(served: Served, serves: Serves, change: (rows: Set<number>) => void): void {
  if (serves.kind === 'everybody') change(served.everybody)
  if (serves.kind === 'areas') for (const code of serves.codes) change(listed(served.areas, code))
  if (serves.kind === 'postcodes')
    for (const start of serves.starts) change(listed(served.starts, tidied(start)))
}

function listed(map: Map<string, Set<number>>, key: string): Set<number> {
  const rows = map.get(key) ?? new Set()
  map.set(key, rows)
  return rows
}

/** "m332" and "M33-2" are "M33 2"; what is no beginning of a postcode stays as it is, in capitals. */
function tidied(start: string): string {
  return fullPostcode(start) ?? sectorOf(start) ?? outcodeOf(start) ?? start.toUpperCase().trim()
}

export type Somewhere = LatLng & { areaCodes: readonly string[]; postcode: string | null }

/**
 * Rows that serve somebody there without a visit. Who asks for "M33" as a whole is served by what serves "M33 2".
 * `nearest`: metres from the place to the row's nearest point, Infinity where it has none.
 */
export function servedFrom(
  served: Served,
  where: Somewhere,
  nearest: (row: number) => number,
  into: Bits,
): void {
  const take = (rows: Set<number> | undefined) => {
    if (rows) for (const row of rows) setBit(into, row)
  }
  take(served.everybody)
  for (const code of where.areaCodes) take(served.areas.get(code))
  for (const country of new Set(where.areaCodes.map((code) => code.charAt(0))))
    take(served.areas.get(country))
  for (const start of startsOf(where.postcode)) take(served.starts.get(start))
  const outcode = where.postcode && !fullPostcode(where.postcode) ? outcodeOf(where.postcode) : null
  if (outcode && sectorOf(where.postcode ?? '') === null)
    for (const [start, rows] of served.starts) if (start.startsWith(`${outcode} `)) take(rows)
  for (const [row, metres] of served.radius) if (nearest(row) <= metres) setBit(into, row)
}

/** "M33 2AB" begins with M, M33, M33 2 and itself; "W1A" counts as W1 too. */
function startsOf(postcode: string | null): string[] {
  if (!postcode) return []
  const outcode = outcodeOf(postcode)
  if (!outcode) return []
  const area = /^[A-Z]+/.exec(outcode)?.[0]
  const starts = [
    area,
    outcode.replace(/(?<=\d)[A-Z]$/, ''),
    outcode,
    sectorOf(postcode),
    fullPostcode(postcode),
  ]
  return [...new Set(starts.filter((start) => start !== null && start !== undefined))]
}
