/** Short lines put together from the fields of a listing, as cards and pages show them. */
import type { Listing, Place } from '../listings/listing.ts'
import type { Text } from '../text/en.ts'
import { eitherOf, listOf, type Lang } from '../text/format.ts'

type Facts = Pick<Listing, 'cost' | 'join'>

/** "Free · Just turn up"; what is not known is said, not left out. */
export function costAndJoining(listing: Facts, text: Text): string {
  return (
    [costLine(listing.cost, text), joinLine(listing.join, text)].filter((it) => it !== null).join(' · ') ||
    text.pages.search.costUnknown
  )
}

/** "£2 a session", "Free"; the group's own words win over ours where they say more. */
export function costLine(cost: Listing['cost'], { facts }: Text): string | null {
  if (cost === undefined) return null
  if (cost.kind === 'free') return facts.free
  if (cost.kind === 'donation')
    return cost.amount_pence === undefined ? facts.donation : facts.donationOf(cost.amount_pence)
  return cost.amount_pence === undefined ? (cost.words ?? facts.paid) : facts.amount(cost.amount_pence)
}

/** "Just turn up, or a link worker or GP can refer". */
export function joinLine(join: Listing['join'], text: Text): string | null {
  if (join === undefined) return null
  const { facts } = text
  const own = join.ways.filter((way) => way !== 'referral').map((way) => facts.join[way])
  const who = join.referral_by.map((it) => facts.referrer[it])
  const referred = !join.ways.includes('referral')
    ? []
    : who.length === 0
      ? [facts.join.referral]
      : [own.length === 0 ? facts.mustRefer(eitherOf(who, text)) : facts.canRefer(eitherOf(who, text))]
  const ways = [...own, ...referred]
  return ways.length === 0 ? null : ways.join(', ')
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
    return ways.length === 0
      ? null
      : listOf(
          ways.map((how) => text.pages.how[how]),
          text,
        )
  }
  const said = place.masked
    ? [search.secret, place.town]
    : [place.name ?? place.address, place.town !== place.name ? place.town : undefined, place.postcode]
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
