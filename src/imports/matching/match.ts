/**
 * Whether a row of one source is a listing that another source spoke of. A name alone never proves it (one file has 48
 * rows called alike) and neither does a place (many groups share a building): both must agree. What is only likely is
 * said to the person who ran the import and kept apart, because two listings wrongly made one are hard to part again.
 */
import { metresBetween } from '../../places/geo.ts'
import type { Place } from '../../listings/listing.ts'
import type { Candidate } from '../../store/import-store.ts'
import type { Identity } from '../../store/store.ts'

/** Metres. Two exact points of one building, as two people place them. */
const SAME_DOOR = 100

export type Likeness = Identity & { place: Place | undefined }
export type Match =
  | { is: 'none' }
  | { is: 'sure'; listing: string }
  /** Likely the same as these, but not surely: somebody should look. */
  | { is: 'doubtful'; listings: string[] }

/** `candidates` have the row's own name already, and are none of the row's own source. */
export function match(row: Likeness, candidates: readonly Candidate[]): Match {
  const here = candidates.filter((one) => sameSpot(row, one))
  const agreeing = here.filter((one) => !contradicts(row, one))
  const [first] = agreeing
  if (first && isOne(agreeing)) return { is: 'sure', listing: first.listing }
  const closer = agreeing.filter((one) => sharesContact(row, one))
  const [closest] = closer
  if (closest && isOne(closer)) return { is: 'sure', listing: closest.listing }
  const likely = here.length
    ? here
    : candidates.filter((one) => !hasSpot(row, one) && sharesContact(row, one))
  return likely.length
    ? { is: 'doubtful', listings: [...new Set(likely.map((one) => one.listing))] }
    : { is: 'none' }
}

const isOne = (candidates: readonly Candidate[]): boolean =>
  new Set(candidates.map(({ listing }) => listing)).size === 1

function sameSpot({ postcode, place }: Likeness, one: Candidate): boolean {
  if (postcode !== null && postcode === one.postcode) return true
  // Middles of areas coincide for everybody in the area: only a door is compared with a point.
  if (place?.precision !== 'exact' || !place.point || !one.point) return false
  return metresBetween(place.point, one.point) <= SAME_DOOR
}

/** True where both say where they are: if that does not agree they are two. */
const hasSpot = ({ postcode, place }: Likeness, one: Candidate): boolean =>
  (postcode !== null || place?.point !== undefined) && (one.postcode !== null || one.point !== null)

const sharesContact = (row: Likeness, one: Candidate): boolean =>
  (row.phone !== null && row.phone === one.phone) || (row.host !== null && row.host === one.host)

/** Another telephone and another website at once: two groups of one name in one building. */
const contradicts = (row: Likeness, one: Candidate): boolean =>
  row.phone !== null &&
  one.phone !== null &&
  row.phone !== one.phone &&
  row.host !== null &&
  one.host !== null &&
  row.host !== one.host
