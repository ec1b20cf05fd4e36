/** Whom rows are for by where they live: who is found from afar, who needs no visit, and who leaves a place out. */
import type { LatLng } from '../../listings/listing.ts'
import { boxAround, metresBetween, type Box } from '../../places/geo.ts'
import type { EngineQuery } from '../engine.ts'
import { foundBy, isNarrow, leavesOut, radiusMetres, tokensHere, type Serves } from '../serves.ts'
import { add, clearBit, emptyBits, grownBits, hasBit, keep, setBit, type Bits } from './bits.ts'

export type Served = {
  /** Token → rows that are found by it. */
  who: Map<string, Set<number>>
  /** Miles → rows that serve so far round any of their places. */
  radius: Map<number, Set<number>>
  /** Rows that need no visit. */
  remote: Bits
  /** What a row said. */
  said: Map<number, Serves>
}

export const nobodyServed = (rows: number): Served => ({
  who: new Map(),
  radius: new Map(),
  remote: emptyBits(rows),
  said: new Map(),
})

export function growServed(served: Served, rows: number): void {
  served.remote = grownBits(served.remote, rows)
}

export function putServes(served: Served, row: number, serves: Serves | null): void {
  const before = served.said.get(row)
  if (before) each(served, before, (rows) => rows.delete(row))
  served.said.delete(row)
  clearBit(served.remote, row)
  if (!serves) return
  served.said.set(row, serves)
  if (serves.remote) setBit(served.remote, row)
  each(served, serves, (rows) => rows.add(row))
}

function each(served: Served, serves: Serves, change: (rows: Set<number>) => void): void {
  const { miles } = serves
  for (const token of foundBy(serves)) change(listed(served.who, token))
  if (miles !== null) change(listed(served.radius, miles))
}

function listed<K>(map: Map<K, Set<number>>, key: K): Set<number> {
  const rows = map.get(key) ?? new Set()
  map.set(key, rows)
  return rows
}

/** How to measure from a place; see near.ts. */
type Measure = {
  /** Metres to the row's nearest point, Infinity where it has none. */
  metres(row: number): number
  /** Calls for every point in a box with its row. */
  eachInBox(box: Box, visit: (row: number) => void): void
}

/** `found`: rows that say they are for people there. `visitless`: those of them that need no visit. `own`: for these, not for all. */
export function servedFrom(
  served: Served,
  { near, practice }: Pick<EngineQuery, 'near' | 'practice'>,
  measure: Measure | null,
  rows: number,
): { found: Bits; visitless: Bits; own: Bits } {
  const found = emptyBits(rows)
  const wide = emptyBits(rows)
  const take = (token: string, into: Bits) => {
    for (const row of served.who.get(token) ?? []) setBit(into, row)
  }
  for (const token of tokensHere(near, practice)) take(token, isNarrow(token) ? found : wide)
  if (near && measure)
    for (const [miles, those] of served.radius) {
      const { serves } = radiusMetres(miles, 0)
      const box = boxAround(near, serves)
      measure.eachInBox(box, (row) => {
        if (those.has(row) && measure.metres(row) <= serves) setBit(found, row)
      })
    }
  const own = found.slice()
  add(found, wide)
  const visitless = found.slice()
  keep(visitless, served.remote)
  return { found, visitless, own }
}

/** Says of a row whether people there are surely not meant by it; asked row by row, for those that are shown or sorted. */
export function leftOutFrom(
  served: Served,
  { near, practice }: Pick<EngineQuery, 'near' | 'practice'>,
  found: Bits,
  metres: (row: number) => number,
): (row: number) => boolean {
  if (!near) return () => false
  const known = new Map<string, boolean>()
  const leaves = leavesOut(near, practice)
  const out = (token: string): boolean => {
    const before = known.get(token)
    if (before !== undefined) return before
    const now = leaves(token)
    known.set(token, now)
    return now
  }
  return (row) => {
    if (hasBit(found, row)) return false
    const said = served.said.get(row)
    if (!said) return false
    if (said.miles === null) return said.who.every(out)
    const away = metres(row)
    return Number.isFinite(away) && away > radiusMetres(said.miles, near.slack).ends
  }
}

/**
 * Which places of a row the map of a circle shows: those in it, those that lie as near as the row serves round them, and
 * all of what is for people there, wherever they meet.
 */
export function shownFrom(
  { said }: Served,
  { near, practice, withinMetres }: Pick<EngineQuery, 'near' | 'practice' | 'withinMetres'>,
): ((row: number, place: LatLng) => boolean) | null {
  if (!near || withinMetres === null) return null
  const here = new Set(tokensHere(near, practice))
  return (row, place) => {
    const metres = metresBetween(near, place)
    if (metres <= withinMetres) return true
    const serves = said.get(row)
    if (!serves) return false
    const round = serves.miles === null ? 0 : radiusMetres(serves.miles, 0).serves
    return metres <= round || foundBy(serves).some((token) => here.has(token))
  }
}
