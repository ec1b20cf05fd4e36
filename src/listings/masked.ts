/**
 * A place that must stay hidden, such as a refuge. Once one source has said so, no other source may sharpen it:
 * what is left is the town, the first half of the postcode, the area it lies in and a point about a mile wide.
 */
import type { Place } from './listing.ts'

/** A hundredth of a degree: about 1.1 km north to south and 0.66 km east to west in Great Britain. */
const STEPS_A_DEGREE = 100

/** "M33" of "M33 2AB", "m332ab" or "M33 2"; undefined where no outcode can be read for certain. */
function outcodeOf(postcode: string): string | undefined {
  const written = postcode.trim().toUpperCase()
  return (
    /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/.exec(written)?.[1] ??
    /^([A-Z]{1,2}\d[A-Z\d]?)(\s+\d)?$/.exec(written)?.[1]
  )
}

const rounded = (degrees: number) => Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE

/** What may be shown of a hidden place. */
export function blurred(place: Place): Place {
  const { town, postcode, point, precision, area_codes } = place
  const outcode = postcode === undefined ? undefined : outcodeOf(postcode)
  return {
    ...(town !== undefined && { town }),
    ...(outcode !== undefined && { postcode: outcode }),
    ...(point !== undefined && {
      point: precision === 'area' ? point : { lat: rounded(point.lat), lng: rounded(point.lng) },
    }),
    precision: 'area',
    ...(area_codes !== undefined && { area_codes }),
    masked: true,
  }
}

export const hides = (places: readonly Place[]): boolean => places.some((place) => place.masked === true)

/**
 * The places of one claim as they may be shown. `all`: another source hides one of this listing's places, and nobody
 * can say which of these it is, so every one is blurred. Otherwise only those the claim itself hides.
 */
export function shownPlaces(places: readonly Place[], all: boolean): readonly Place[] {
  if (!all && !hides(places)) return places
  return places.map((place) => (all || place.masked === true ? blurred(place) : place))
}
