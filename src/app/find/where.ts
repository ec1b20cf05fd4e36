/** Where somebody means: a place by name or postcode, or the point their device gave. */
import type { LatLng, Precision } from '../../listings/listing.ts'
import { areaNames, type AreaNames } from '../../places/area-names.ts'
import { areasAt } from '../../places/areas.ts'
import type { AreaRow, Located } from '../../places/gazetteer.ts'
import { boxAround, metresBetween } from '../../places/geo.ts'
import { locate } from '../../places/locate.ts'
import type { Query } from '../../search/query.ts'
import type { Living } from '../../search/serves.ts'
import type { Asked } from '../../search/why.ts'
import { forgetting, type Forgetting } from '../forgetting.ts'
import type { House } from '../house.ts'

export type Spot = {
  label: string
  point: LatLng
  precision: Precision
  areaCodes: string[]
  postcode: string | null
  /** Areas it may partly lie in besides, and all that have an outline: see Living of search/serves.ts. */
  perhaps: string[]
  outlines: ReadonlySet<string>
  /** Metres by which somebody's door may be away from the point. */
  slack: number
  /** What areas are called. */
  areas: AreaNames
}

/** How far a place without an outline reaches from its middle, metres: M33 is five kilometres across, Sale no more. */
const REACH = { outcode: 5_000, sector: 2_500, name: 5_000 }

export const livingAt = ({ areaCodes, perhaps, outlines, postcode, slack }: Spot): Living => ({
  areaCodes,
  perhaps,
  outlines,
  postcode,
  slack,
})

/** What is known of the place asked about, for the reasons of search/why.ts. */
export const askedAt = (spot: Spot): Asked => ({
  near: { ...spot.point, ...livingAt(spot) },
  practice: [],
  areas: spot.areas,
})

/** Of a place that is wider than a point, what else some of it may lie in: too much rather than too little. */
function spotAt(
  { label, kind, point, precision, areaCodes, postcode }: Located,
  areas: readonly AreaRow[],
): Spot {
  const itself = areas.find(({ code, kind: of }) => of === kind && areaCodes.includes(code))
  const slack =
    precision !== 'area'
      ? 0
      : itself
        ? metresBetween(
            { lat: itself.box[1], lng: itself.box[0] },
            { lat: itself.box[3], lng: itself.box[2] },
          )
        : REACH[kind === 'outcode' || kind === 'sector' ? kind : 'name']
  const box = itself?.box ?? boxAround(point, slack)
  const perhaps = areas.filter(
    (one) => slack > 0 && overlap(one.box, box) && !isBeside(one.kind, itself?.kind),
  )
  return {
    label,
    point,
    precision,
    areaCodes,
    postcode,
    perhaps: perhaps.map(({ code }) => code),
    outlines: outlinesOf(areas),
    slack,
    areas: areaNames(areas),
  }
}

/** Somebody in a district lives in no other district; somebody in a ward in no other ward and in its district only. */
const isBeside = (one: AreaRow['kind'], itself: AreaRow['kind'] | undefined): boolean =>
  itself !== undefined && (one === 'district' || one === itself)

const overlap = (a: AreaRow['box'], b: AreaRow['box']): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

const outlines = new WeakMap<readonly AreaRow[], ReadonlySet<string>>()
function outlinesOf(areas: readonly AreaRow[]): ReadonlySet<string> {
  const known = outlines.get(areas) ?? new Set(areas.map(({ code }) => code))
  outlines.set(areas, known)
  return known
}

/** Places that were just looked up: how many, and for how long in milliseconds. */
const KEPT = 500
const KEPT_MS = 30_000
const kept = new WeakMap<House, Forgetting<Promise<Spot | null>>>()

function located(house: House, where: string): Promise<Spot | null> {
  const memory = kept.get(house) ?? forgetting<Promise<Spot | null>>(KEPT_MS, KEPT)
  kept.set(house, memory)
  const known = memory.get(where)
  if (known !== undefined) return known
  const { lat, lng } = house.site.map
  const spot = Promise.all([locate(where, house.store.places, { lat, lng }), house.areas()]).then(
    ([found, areas]) => found && spotAt(found, areas),
  )
  memory.set(where, spot)
  spot.catch(() => memory.delete(where))
  return spot
}

/** null: nothing was asked, or it was not understood. `here` is what a point without a name is called. */
export async function spotOf(house: House, query: Query, here: string): Promise<Spot | null> {
  if (query.point !== null) {
    const all = await house.areas()
    return {
      label: here,
      point: query.point,
      precision: 'exact',
      areaCodes: areasAt(query.point, all).map((it) => it.code),
      postcode: null,
      perhaps: [],
      outlines: outlinesOf(all),
      slack: 0,
      areas: areaNames(all),
    }
  }
  return query.where === '' ? null : located(house, query.where)
}
