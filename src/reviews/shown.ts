/** What people see of a listing, in the lines of a letter or a list. */
import { publicFields } from '../listings/public-fields.ts'
import { whenLine } from '../listings/schedule-words.ts'
import type { Listing } from '../listings/listing.ts'
import type { Text } from '../text/en.ts'
import { phoneWords } from '../text/phone.ts'

/** When, where, and how to reach it: at most three lines, nothing hidden among them. */
export function shownLines(given: Listing, now: Date, text: Text): string[] {
  const listing = publicFields(given)
  const [place] = listing.places
  const where =
    place === undefined
      ? []
      : [place.name, place.masked === true ? undefined : place.address, place.town, place.postcode]
  const reach = [
    ...(listing.phone === undefined ? [] : [phoneWords(listing.phone.number)]),
    ...(listing.email === undefined ? [] : [listing.email.address]),
  ]
  return [
    whenLine(listing.sessions, listing.times_words, text, { now }) ?? text.letters.review.unknownTimes,
    [...new Set(where.filter((it) => it !== undefined && it !== ''))].join(', '),
    reach.join(', '),
  ].filter((line) => line !== '')
}
