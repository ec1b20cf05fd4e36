/** What is known of where somebody lives, from the place they typed: too much of it rather than too little. */
import type { LatLng } from '../../listings/listing.ts'
import { areasAt } from '../../places/areas.ts'
import type { AreaRow, Located } from '../../places/gazetteer.ts'
import { boxAround, metresBetween } from '../../places/geo.ts'
import type { Practice } from '../../places/practices.ts'
import { practiceTokens, type Living } from '../../search/serves.ts'

/** How far a place without an outline reaches from its middle, metres: M33 is five kilometres across, Sale no more. */
const REACH = { outcode: 5_000, sector: 2_500, name: 5_000 }

/** A town, an outcode, a ward: all that it may lie in besides, so that nobody is told a border that is not theirs. */
export function livingIn(located: Located, areas: readonly AreaRow[]): Living {
  const { kind, point, precision, areaCodes, postcode } = located
  if (precision !== 'area') return { ...NOWHERE, areaCodes, postcode, outlines: outlinesOf(areas) }
  const itself = areas.find(({ code, kind: of }) => of === kind && areaCodes.includes(code))
  if (!itself)
    return roughly(point, REACH[kind === 'outcode' || kind === 'sector' ? kind : 'name'], located, areas)
  const [west, south, east, north] = itself.box
  return {
    areaCodes,
    postcode,
    // Somebody in a district lives in no other district; somebody in a ward in no other ward and in its district only.
    perhaps: areas
      .filter(({ kind: of, box }) => of !== 'district' && of !== kind && overlap(box, itself.box))
      .map(({ code }) => code),
    outlines: outlinesOf(areas),
    slack: metresBetween({ lat: south, lng: west }, { lat: north, lng: east }),
  }
}

/** A device's own point. */
export const livingAt = (point: LatLng, areas: readonly AreaRow[]): Living => ({
  ...NOWHERE,
  areaCodes: areasAt(point, areas).map(({ code }) => code),
  outlines: outlinesOf(areas),
})

/** Patients live round their practice, in its district or the next. */
export function livingNear(point: LatLng, areas: readonly AreaRow[]): Living {
  const district = areasAt(point, areas).filter(({ kind }) => kind === 'district')
  const areaCodes = district.map(({ code }) => code)
  return roughly(point, REACH.name, { areaCodes, postcode: null }, areas)
}

/** Tokens of a practice, by its name and by its code. */
export const tokensOf = (practice: Practice | null): string[] =>
  practice === null ? [] : practiceTokens([practice.name, ...(practice.code === null ? [] : [practice.code])])

const NOWHERE: Living = { areaCodes: [], perhaps: [], outlines: new Set(), postcode: null, slack: 0 }

function roughly(
  point: LatLng,
  slack: number,
  { areaCodes, postcode }: Pick<Located, 'areaCodes' | 'postcode'>,
  areas: readonly AreaRow[],
): Living {
  const round = boxAround(point, slack)
  const perhaps = areas.filter(({ box }) => overlap(box, round)).map(({ code }) => code)
  return { areaCodes, perhaps, outlines: outlinesOf(areas), postcode, slack }
}

const overlap = (a: AreaRow['box'], b: AreaRow['box']): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

const outlines = new WeakMap<readonly AreaRow[], ReadonlySet<string>>()
function outlinesOf(areas: readonly AreaRow[]): ReadonlySet<string> {
  const known = outlines.get(areas) ?? new Set(areas.map(({ code }) => code))
  outlines.set(areas, known)
  return known
}
