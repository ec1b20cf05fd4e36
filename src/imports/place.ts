/** A row's place, located, as a listing keeps it; and in words what was wrong with it. */
import type { BadPoint } from '../places/geo.ts'
import type { PlacedRow, PlaceProblem, RowPlace } from '../places/locate-rows.ts'
import type { NoPostcode } from '../places/postcode.ts'
import type { Place } from '../listings/listing.ts'
import { complain, type Draft, type PlaceSaid } from './mapping/draft.ts'

export const placesSaid = ({ place, more }: Draft): PlaceSaid[] => [place, ...more]

export function placeToLocate({ address, postcode, lat, lng, precision, masked }: PlaceSaid): RowPlace {
  return {
    address,
    postcode,
    point: lat !== undefined && lng !== undefined ? { lat, lng } : null,
    precision: precision as RowPlace['precision'],
    masked,
  }
}

/** The listing's places, those of which the row says nothing left out. `placed`: one for each of `placesSaid`. */
export const placesOf = (draft: Draft, placed: readonly PlacedRow[]): Place[] =>
  placesSaid(draft).flatMap((said, at) => placeOf(draft, said, placed[at] ?? NOWHERE) ?? [])

const NOWHERE: PlacedRow = { point: null, precision: null, postcode: null, areaCodes: [], problems: [] }

/** Complains about what could not be used. */
function placeOf(draft: Draft, said: PlaceSaid, placed: PlacedRow): Place | null {
  for (const problem of placed.problems) tell(draft, problem)
  const { name, address, town, masked, area_codes = [] } = said
  const codes = [...new Set([...area_codes, ...placed.areaCodes])]
  const place: Place = {}
  if (name !== undefined) place.name = name
  if (address !== undefined) place.address = address
  if (town !== undefined) place.town = town
  if (placed.postcode !== null) place.postcode = placed.postcode
  if (placed.point) {
    place.point = placed.point
    place.precision = placed.precision ?? 'area'
  }
  if (codes.length) place.area_codes = codes.slice(0, 8)
  if (masked) place.masked = true
  const empty = Object.keys(place).length === 0
  return empty ? null : place
}

const WHY: Record<NoPostcode | BadPoint | 'repaired' | 'far' | 'not-in-table', string> = {
  empty: 'is empty',
  'too-long': 'is too long for a postcode',
  'not-a-postcode': 'is not a postcode',
  'unknown-area': 'begins with letters that no postcode area has',
  forces: 'is a forces address, which has no place in the UK',
  overseas: 'is a postcode overseas',
  zero: 'is 0, 0, which is in the sea',
  swapped: 'has latitude and longitude the wrong way round',
  grid: 'is in metres of a grid, not in degrees',
  outside: 'is outside the United Kingdom',
  far: 'is more than 5 km from its own postcode',
  repaired: 'was mistyped: only one postcode can be meant',
  'not-in-table': 'is in no table of postcodes here',
}
const PLACED = {
  exact: 'kept, with the point the file gives',
  postcode: 'placed by its postcode',
  area: 'placed by its area only',
}

function tell(draft: Draft, { field, value, why, did }: PlaceProblem): void {
  const done =
    did.is === 'read-as'
      ? `read as ${did.postcode}`
      : did.is === 'placed'
        ? PLACED[did.by]
        : 'kept without a point'
  complain(draft, field, value, WHY[why], done)
}

/** Exact, postcode, area or none: for the report. */
export const precisionOf = (places: readonly Place[]): 'exact' | 'postcode' | 'area' | 'none' =>
  places[0]?.point ? (places[0].precision ?? 'area') : 'none'
