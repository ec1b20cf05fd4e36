/** Short lines put together from the fields of a listing, as cards and pages show them. */
import type { Listing, Place } from '../listings/listing.ts'
import { costSaid, joinSaid } from '../listings/words.ts'
import type { Text } from '../text/en.ts'
import type { Lang } from '../text/format.ts'

/** "Free · Just turn up"; what nobody said is said to be not known, not left out. */
export function costAndJoining(listing: Pick<Listing, 'cost' | 'join'>, text: Text): string {
  const said = [costSaid(listing.cost, text), joinSaid(listing.join, text)].filter((it) => it !== null)
  return said.join(' · ') || text.pages.search.costUnknown
}

/** "St Anne's Hall, M33 2AB", "Address kept secret, Sale", "By telephone"; null where nothing is known. */
export function placeLine(
  listing: Pick<Listing, 'places' | 'how'>,
  place: Place | null,
  text: Text,
): string | null {
  const { search } = text.pages
  if (place === null) {
    const ways = listing.how.filter((how) => how !== 'in-person' && how !== 'accompanied')
    return ways.length === 0 ? null : ways.map((how) => text.pages.how[how]).join(' · ')
  }
  const said = place.masked
    ? [search.secret, place.town]
    : [
        place.name ?? place.address,
        place.town !== place.name ? place.town : undefined,
        unbroken(place.postcode),
      ]
  const line = said.filter((it) => it !== undefined && it !== '').join(', ')
  const others = listing.places.length - 1
  return others > 0 ? `${line} ${search.otherPlaces(others)}` : line === '' ? null : line
}

/** Language of the words of a field where it is not that of the page: for the `lang` of what shows them. */
export function spokenIn(
  listing: Pick<Listing, 'translations'>,
  field: 'name' | 'summary' | 'description' | 'first_time' | 'rest',
  lang: Lang,
): 'en' | undefined {
  const translated = field !== 'rest' && listing.translations?.cy?.[field] !== undefined
  return lang === 'cy' && !translated ? 'en' : undefined
}

/** A postcode stays in one line. */
const unbroken = (postcode: string | undefined) => postcode?.replace(' ', '\u00a0')
