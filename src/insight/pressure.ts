/** Where there is no room: how many listings say so now, and how often they said so in the months before. */
import type { Trend } from '../capacity/trend.ts'
import type { Capacity } from '../capacity/capacity.ts'

export type Pressure = {
  listings: number
  /** Those of which somebody has said lately whether there is room. */
  known: number
  /** Full, paused or with a waiting list now. */
  without: number
  /** Of `ofMonths` months in which anything was known of a listing, `fullMonths` were full. */
  fullMonths: number
  ofMonths: number
}
export type Pressed = { under: readonly string[]; state: Capacity['state']; trend: Trend }

/** By whatever each listing stands under: its needs, or its areas. */
export function pressures(listings: readonly Pressed[]): Map<string, Pressure> {
  const found = new Map<string, Pressure>()
  for (const { under, state, trend } of listings)
    for (const id of new Set(under)) {
      const it = found.get(id) ?? { listings: 0, known: 0, without: 0, fullMonths: 0, ofMonths: 0 }
      it.listings++
      if (state !== 'unknown') it.known++
      if (state !== 'unknown' && state !== 'open') it.without++
      it.fullMonths += trend.fullMonths
      it.ofMonths += trend.ofMonths
      found.set(id, it)
    }
  return found
}
