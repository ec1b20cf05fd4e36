/** Every kind of page there is, with an address in the demonstration. */
import { readDemo } from '../../src/app/demo/load.ts'

const listings = readDemo().flatMap((group) => group.listings)
type DemoListing = (typeof listings)[number]

/** The first listing of the demonstration of which something is true: its address. */
function listingThat(is: (listing: DemoListing) => boolean): string {
  const found = listings.find(is)
  if (!found) throw new Error('The demonstration has no such listing any more.')
  return `/listing/${found.slug}`
}
const published = ({ status }: DemoListing) => status === 'published'

export const LISTING = listingThat(
  (it) => published(it) && it.phone !== undefined && it.capacity?.state === 'open' && it.places.length === 1,
)
export const CLOSED = listingThat(({ status }) => status === 'ended')
export const HIDDEN = listingThat((it) => published(it) && it.places.some(({ masked }) => masked))
export const UNCONFIRMED = listingThat((it) => published(it) && it.confirmed === undefined)
export const FUNDED = listingThat((it) => published(it) && it.funding?.says === 'ends')
/** Its needs say that somebody may have to leave in a hurry. */
export const URGENT = listingThat((it) => published(it) && it.needs.includes('domestic-abuse'))
export const WELSH = listingThat((it) => published(it) && it.translations?.cy?.name !== undefined)

export const PAGES = {
  'the start page': '/',
  everything: '/search',
  'a search': '/search?what=lonely&where=M33+2&room=1&need=loneliness',
  'a second page': '/search?where=Sale&within=10&page=2',
  'nothing found': '/search?what=zzzzqqqq&where=M33+2&room=1',
  'words of a crisis': '/search?what=suicide',
  'words of abuse at home': '/search?what=my+husband+hits+me&where=Sale',
  'a place nobody knows': '/search?what=food&where=Nowhereatall',
  'a wrong parameter': '/search?what=food&age=old',
  'a listing': LISTING,
  'a closed listing': CLOSED,
  'a listing with a hidden address': HIDDEN,
  'a listing nobody has confirmed': UNCONFIRMED,
  'a listing to leave quickly': URGENT,
  'a listing in Welsh': `/cy${WELSH}`,
  'for groups': '/groups',
  'for groups in Welsh': '/cy/groups',
  'funding that ends soon': FUNDED,
  'how current': '/about/quality',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  'no such page': '/nothing-here',
  'the start page in Welsh': '/cy',
  'a search in Welsh': '/cy/search?where=Sale',
} as const
