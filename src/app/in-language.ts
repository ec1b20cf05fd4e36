/** A listing as the public may see it, in the language asked where it has words in it. */
import type { Listing } from '../listings/listing.ts'
import { publicFields } from '../listings/public-fields.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'

export function inLanguage(known: Known, lang: Lang): Known {
  const shown: Listing = publicFields(known.listing)
  const words = lang === 'cy' ? shown.translations?.cy : undefined
  return { ...known, listing: words === undefined ? shown : { ...shown, ...words } }
}
