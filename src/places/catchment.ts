/** Whom a listing serves, apart from where it meets. */
import { milesBetween } from './geo.ts'
import { parsePostcode } from './postcode.ts'
import type { Catchment, LatLng, Place } from '../listings/listing.ts'

/** Where somebody lives, as far as they said: any part may be missing. */
export type Person = { point: LatLng | null; areaCodes: readonly string[]; postcode: string | null }

/**
 * True when somebody who lives there may use it. What is not known is not promised: without a catchment, or where only
 * patients of some practices may come, the answer is no, and the page shows the condition in words instead.
 */
export function serves(
  catchment: Catchment | undefined,
  places: readonly Pick<Place, 'point'>[],
  person: Person,
): boolean {
  if (!catchment) return false
  switch (catchment.kind) {
    case 'anyone':
      return true
    case 'country':
      return inCountry(catchment.code, person)
    case 'radius':
      return places.some(
        ({ point }) => point && person.point && milesBetween(point, person.point) <= catchment.miles,
      )
    case 'areas':
      return catchment.codes.some((code) => person.areaCodes.includes(code))
    case 'postcodes':
      return catchment.starts.some((start) => postcodeBeginsWith(person.postcode, start))
    case 'practices':
      return false
  }
}

/** First letters of GSS codes, by the country names of ISO 3166-2 and ONS. */
const COUNTRIES: Record<string, string> = { 'GB-ENG': 'E', 'GB-WLS': 'W', 'GB-SCT': 'S', 'GB-NIR': 'N' }

/** "GB" is everybody; "GB-WLS" or "W92000004" takes people whose ward or district code begins with the same letter. */
function inCountry(code: string, person: Person): boolean {
  const letter = COUNTRIES[code] ?? /^([EWSN])92\d{6}$/.exec(code)?.[1]
  return letter === undefined || person.areaCodes.some((area) => area.startsWith(letter))
}

/**
 * True when a postcode lies within a beginning: "M33 2AA" in "M33 2", "M33" and "M", but not in "M3" or "M33 3".
 * Somebody who gave only "M33" may live in "M33 2": that counts, and the listing's page says the exact catchment.
 */
export function postcodeBeginsWith(postcode: string | null, start: string): boolean {
  const person = parsePostcode(postcode ?? '')
  if (person.is === 'none') return false
  const letters = start.trim().toUpperCase()
  if (/^[A-Z]{1,2}$/.test(letters)) return person.outcode.replace(/\d.*$/, '') === letters
  const wanted = parsePostcode(start)
  if (wanted.is === 'none' || wanted.outcode !== person.outcode) return false
  if (wanted.is === 'outcode' || person.is === 'outcode') return true
  if (wanted.is === 'sector' || person.is === 'sector') return wanted.sector === person.sector
  return wanted.postcode === person.postcode
}
