/** What is known of where somebody lives, from the place they typed: too much of it rather than too little. */
import type { LatLng } from '../../listings/listing.ts'
import { areasAt } from '../../places/areas.ts'
import type { AreaRow, Located } from '../../places/gazetteer.ts'
import { boxAround, metresBetween } from '../../places/geo.ts'
import type { Practice } from '../../places/practices.ts'
import { ANYBODY, practiceTokens, type Living } from '../../search/serves.ts'

/** How far a place without an outline reaches from its middle, metres: M33 is five kilometres across, Sale no more. */
const REACH = { outcode: 5_000, sector: 2_500, name: 5_000 }
/** So far round its middle a place has to lie in a district for all of it to be said to: most people live there. Metres. */
const SURELY = { outcode: 1_200, sector: 800, name: 1_200 }
type Wide = keyof typeof REACH

/** A town, an outcode, a ward: all that it may lie in besides, so that nobody is told a border that is not theirs. */
export function livingIn(located: Located, areas: readonly AreaRow[]): Living {
  const { kind, point, precision, areaCodes, postcode } = located
  if (precision !== 'area') return { ...ANYBODY, areaCodes, postcode, outlines: outlinesOf(areas) }
  const itself = areas.find(({ code, kind: of }) => of === kind && areaCodes.includes(code))
  if (!itself) return roughly(point, kind === 'outcode' || kind === 'sector' ? kind : 'name', located, areas)
  const [west, south, east, north] = itself.box
  return {
    areaCodes,
    postcode,
    // Somebody in a district lives in no other district; somebody in a ward in no other ward and in its district only.
    perhaps: areas
      .filter(({ kind: of, box }) => of !== 'district' && of !== kind && overlap(box, itself.box))
      .map(({ code }) => code),
    outlines: outlinesOf(areas),
    sure: true,
    whole: true,
    own: false,
    slack: metresBetween({ lat: south, lng: west }, { lat: north, lng: east }),
  }
}

/** A device's own point. */
export const livingAt = (point: LatLng, areas: readonly AreaRow[]): Living => ({
  ...ANYBODY,
  areaCodes: areasAt(point, areas).map(({ code }) => code),
  outlines: outlinesOf(areas),
})

/** Patients live round their practice, in its district or the next. */
export function livingNear(point: LatLng, areas: readonly AreaRow[]): Living {
  const district = areasAt(point, areas).filter(({ kind }) => kind === 'district')
  const areaCodes = district.map(({ code }) => code)
  return roughly(point, 'name', { areaCodes, postcode: null }, areas)
}

/** Tokens of a practice, by its name and by its code. */
export const tokensOf = (practice: Practice | null): string[] =>
  practice === null ? [] : practiceTokens([practice.name, ...(practice.code === null ? [] : [practice.code])])

function roughly(
  point: LatLng,
  wide: Wide,
  { areaCodes, postcode }: Pick<Located, 'areaCodes' | 'postcode'>,
  areas: readonly AreaRow[],
): Living {
  const slack = REACH[wide]
  const round = boxAround(point, slack)
  const perhaps = areas.filter(({ box }) => overlap(box, round)).map(({ code }) => code)
  const sure = ringRound(point, SURELY[wide]).every((there) =>
    areaCodes.every((code) => areasAt(there, areas).some((area) => area.code === code)),
  )
  return { ...ANYBODY, areaCodes, perhaps, outlines: outlinesOf(areas), postcode, sure, slack }
}

/** Eight points of a circle. */
function ringRound(point: LatLng, metres: number): LatLng[] {
  const [west, , east, north] = boxAround(point, metres)
  const [wide, high] = [(east - west) / 2, north - point.lat]
  return Array.from({ length: 8 }, (_, i) => ({
    lat: point.lat + high * Math.sin((i * Math.PI) / 4),
    lng: point.lng + wide * Math.cos((i * Math.PI) / 4),
  }))
}

const overlap = (a: AreaRow['box'], b: AreaRow['box']): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

const outlines = new WeakMap<readonly AreaRow[], ReadonlySet<string>>()
function outlinesOf(areas: readonly AreaRow[]): ReadonlySet<string> {
  const known = outlines.get(areas) ?? new Set(areas.map(({ code }) => code))
  outlines.set(areas, known)
  return known
}
