/**
 * Whether what two sources tell is one thing. A name alone never proves it (one file has 48 rows called alike) and
 * neither does a place (many groups share a building): name and place must agree, or name and number; the less the
 * names are alike, the more else must be. What is only likely waits for the desk, because two listings wrongly made one
 * are hard to part again.
 */
import { metresBetween } from '../../places/geo.ts'
import type { LatLng } from '../../listings/listing.ts'
import { likenessOf, type Likeness } from './name-likeness.ts'
import type { Matching } from './weights.ts'

/** All that is known of one of the two: said by one source or by several. */
export type Side = {
  names: readonly string[]
  /** Full ones, in their normal form. None of a place that is kept secret. */
  postcodes: readonly string[]
  /** Doors only: middles of areas coincide for everybody in the area. None of a place that is kept secret. */
  points: readonly LatLng[]
  /** Digits; hosts without "www.". Those that many listings share are left out. */
  phones: readonly string[]
  hosts: readonly string[]
  orgIds: readonly string[]
  /** Words of the address, which weigh less in a name. */
  placeWords: readonly string[]
}

export const WHYS = ['name', 'place', 'phone', 'website', 'org_id'] as const
export type Why = (typeof WHYS)[number]
export const AGAINST = ['other_place', 'other_contact', 'other_org_id', 'other_marks'] as const
export type Against = (typeof AGAINST)[number]

export type Compared = {
  is: 'same' | 'ask' | 'different'
  /** Points, as data/matching.json gives them. */
  score: number
  why: Why[]
  against: Against[]
}

export function compare(a: Side, b: Side, matching: Matching): Compared {
  const { points, limits } = matching
  const name = bestName(a, b, matching)
  const why: Why[] = name.share >= limits.name_close ? ['name'] : []
  const against: Against[] = []
  const agree: [Why, boolean][] = [
    ['place', samePlace(a, b, limits.near)],
    ['phone', shares(a.phones, b.phones)],
    ['website', shares(a.hosts, b.hosts)],
    ['org_id', shares(a.orgIds, b.orgIds)],
  ]
  for (const [one, does] of agree) if (does) why.push(one)
  if (!why.includes('place') && hasPlace(a) && hasPlace(b)) against.push('other_place')
  if (differ(a.phones, b.phones) && differ(a.hosts, b.hosts)) against.push('other_contact')
  if (!why.includes('org_id') && otherNumber(a.orgIds, b.orgIds)) against.push('other_org_id')
  if (name.marks.length > 0) against.push('other_marks')
  const alike = Math.max(name.share, name.part && name.rare >= limits.name_rare ? limits.part : 0)
  const score =
    points.name * alike +
    why.reduce((sum, one) => sum + (one === 'name' ? 0 : points[one]), 0) +
    against.reduce((sum, one) => sum + points[one], 0)
  return { is: outcome(name, score, why, against, matching), score: Math.round(score), why, against }
}

function outcome(
  name: Likeness,
  score: number,
  why: readonly Why[],
  against: readonly Against[],
  { limits }: Matching,
): Compared['is'] {
  if (score < limits.ask) return 'different'
  const contact = why.includes('phone') || why.includes('website')
  const enough = contact || why.includes('org_id') ? limits.name_close : limits.name_alike
  const sure =
    score >= limits.same &&
    against.length === 0 &&
    (why.includes('place') || why.includes('org_id')) &&
    name.share >= enough &&
    !(name.part && name.more > limits.name_more) &&
    name.own <= limits.name_own &&
    (contact || name.rare >= limits.name_rare)
  return sure ? 'same' : 'ask'
}

function bestName(a: Side, b: Side, matching: Matching): Likeness {
  const places = new Set([...a.placeWords, ...b.placeWords])
  let best: Likeness | null = null
  for (const one of a.names)
    for (const other of b.names) {
      const next = likenessOf(one, other, places, matching)
      if (best === null || rankOf(next) > rankOf(best)) best = next
    }
  return best ?? { share: 0, rare: 0, part: false, more: 0, own: 0, marks: [] }
}
const rankOf = ({ share, marks }: Likeness): number => share - marks.length

function samePlace(a: Side, b: Side, near: number): boolean {
  if (shares(a.postcodes, b.postcodes)) return true
  return a.points.some((one) => b.points.some((other) => metresBetween(one, other) <= near))
}
const hasPlace = ({ postcodes, points }: Side): boolean => postcodes.length + points.length > 0

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one))
const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !shares(a, b)

/** "GB-CHC-1052551" and "GB-CHC-1089257": one register knows them as two. */
function otherNumber(a: readonly string[], b: readonly string[]): boolean {
  const register = (id: string) => /^[A-Z]{2,3}-[A-Z0-9]+-/.exec(id)?.[0]
  return a.some((one) => {
    const of = register(one)
    return of !== undefined && b.some((other) => register(other) === of)
  })
}
