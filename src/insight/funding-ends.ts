/** What ends with its money: by need and by area, how much support would go, and what else there is nearby. */
import type { Funding } from '../funding/funding.ts'
import type { LatLng } from '../listings/listing.ts'
import { nearbyIn, type Nearby } from './nearby.ts'

/** What is counted of a listing that people can find. */
export type Counted = {
  id: string
  needs: readonly string[]
  /** Wards, or where none are known postcode districts. */
  areas: readonly string[]
  /** Where it can be found; [] where it is reached without going there, or nobody knows where it is. */
  points: readonly LatLng[]
  places: number
  /** By telephone or online: near everybody. */
  remote: boolean
  /** Somebody said lately that it has room. */
  room: boolean
  state: Funding['state']
  /** Last funded day, "2027-03-31", where one is known. */
  until: string | null
  /** Grants of its group with their ends; `pence` null: not said. */
  awards: readonly { id: string; pence: number | null; endsOn: string | null }[]
}

/** Days, both counted; need and area null: all. */
export type Asked = { from: string; to: string; need: string | null; area: string | null; miles: number }

export type Others = { others: number; withRoom: number }
export type EndsRow = Others & {
  id: string
  listings: number
  places: number
  /** Listings that end and leave one of these needs with nothing near that says it has room. */
  without: number
  /** Of the grants that end with them, where awards say it; null: none does. */
  pence: number | null
}
export type Ending = Others & { id: string; until: string }
export type FundingEnds = {
  all: Omit<EndsRow, 'id'>
  /** Most listings first. */
  needs: EndsRow[]
  areas: EndsRow[]
  /** Soonest first. */
  listings: Ending[]
  /** Of all listings that people can find: those of whose money nothing is known. */
  unknown: number
  total: number
}

export function fundingEnds(all: readonly Counted[], asked: Asked): FundingEnds {
  const ends = (it: Counted) => endsWithin(it, asked)
  const staying = all.filter((it) => !ends(it) && it.state !== 'ended')
  const others = othersOf(staying, asked.miles)
  const { need, area } = asked
  const ending = all
    .filter(ends)
    .filter((it) => need === null || it.needs.includes(need))
    .filter((it) => area === null || it.areas.includes(area))
    .map((it) => ({ it, near: others(it, need) }))
  const rows = (of: (it: Counted) => readonly string[], only: string | null, near = others) =>
    rowsBy(ending, of, asked, (it, id) => near(it, id)).filter(({ id }) => only === null || id === only)
  return {
    all: rowOf(ending, asked),
    needs: rows(({ needs }) => needs, need),
    areas: rows(
      ({ areas }) => areas,
      area,
      (it) => others(it, need),
    ),
    listings: ending
      .map(({ it, near }) => ({ id: it.id, until: it.until ?? '', ...counts(near.others) }))
      .sort((a, b) => (a.until === b.until ? (a.id < b.id ? -1 : 1) : a.until < b.until ? -1 : 1)),
    unknown: all.filter(({ state }) => state === 'none').length,
    total: all.length,
  }
}

const endsWithin = ({ until, state }: Counted, { from, to }: Asked): boolean =>
  until !== null && state !== 'none' && state !== 'ended' && until >= from && until <= to

/** What is near one that ends; `without`: for one of its needs nothing of it says it has room. */
type Near = { others: ReadonlySet<Counted>; without: boolean }
type With = { it: Counted; near: Near }
type OthersOf = (it: Counted, need: string | null) => Near

/** Others for the same need: within so many miles, or reached without going there. One need, or any of its needs. */
function othersOf(staying: readonly Counted[], miles: number): OthersOf {
  const byNeed = new Map<string, Counted[]>()
  for (const it of staying)
    for (const need of it.needs) {
      const theirs = byNeed.get(need) ?? []
      theirs.push(it)
      byNeed.set(need, theirs)
    }
  const near = new Map<string, Nearby<Counted>>()
  const nearFor = (need: string): Nearby<Counted> => {
    const found = near.get(need) ?? nearbyIn(byNeed.get(need) ?? [], miles)
    near.set(need, found)
    return found
  }
  const remote = new Map<string, Counted[]>()
  const remoteFor = (need: string): Counted[] => {
    const found = remote.get(need) ?? (byNeed.get(need) ?? []).filter((it) => it.remote)
    remote.set(need, found)
    return found
  }
  return (it, only) => {
    const needs = only === null ? it.needs : it.needs.filter((need) => need === only)
    const each = needs.map((need) => [
      ...remoteFor(need),
      ...it.points.flatMap((point) => nearFor(need)(point)),
    ])
    const without = each.length === 0 || each.some((those) => !those.some(({ room }) => room))
    return { others: new Set(each.flat()), without }
  }
}

function rowsBy(
  ending: readonly With[],
  of: (it: Counted) => readonly string[],
  asked: Asked,
  near: OthersOf,
): EndsRow[] {
  const under = new Map<string, With[]>()
  for (const { it } of ending)
    for (const id of new Set(of(it))) {
      const theirs = under.get(id) ?? []
      theirs.push({ it, near: near(it, id) })
      under.set(id, theirs)
    }
  return [...under]
    .map(([id, theirs]) => ({ id, ...rowOf(theirs, asked) }))
    .sort((a, b) => b.listings - a.listings || b.without - a.without || (a.id < b.id ? -1 : 1))
}

function rowOf(theirs: readonly With[], { from, to }: Asked): Omit<EndsRow, 'id'> {
  const grants = new Map<string, number>()
  for (const { it } of theirs)
    for (const { id, pence, endsOn } of it.awards)
      if (pence !== null && endsOn !== null && endsOn >= from && endsOn <= to) grants.set(id, pence)
  return {
    listings: theirs.length,
    places: theirs.reduce((sum, { it }) => sum + it.places, 0),
    without: theirs.filter(({ near }) => near.without).length,
    pence: grants.size === 0 ? null : [...grants.values()].reduce((sum, it) => sum + it, 0),
    ...counts(new Set(theirs.flatMap(({ near }) => [...near.others]))),
  }
}

const counts = (near: ReadonlySet<Counted>): Others => ({
  others: near.size,
  withRoom: [...near].filter(({ room }) => room).length,
})
