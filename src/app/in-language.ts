/** A listing as the public may see it, in the language asked where it has words in it. */
import type { Listing, ListingFields } from '../listings/listing.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'

/** Hidden telephones and e-mail addresses leave here, once, for pages and API alike. */
export function publicFields<F extends ListingFields>(listing: F): F {
  const seen = <C extends { visible: boolean }>(contact: C | undefined): C | undefined =>
    contact?.visible ? contact : undefined
  return {
    ...listing,
    phone: seen(listing.phone),
    email: seen(listing.email),
    contacts: listing.contacts
      .map((it) => ({ ...it, phone: seen(it.phone), email: seen(it.email) }))
      .filter((it) => it.phone ?? it.email),
  }
}

export function inLanguage(known: Known, lang: Lang): Known {
  const shown: Listing = publicFields(known.listing)
  const words = lang === 'cy' ? shown.translations?.cy : undefined
  return { ...known, listing: words === undefined ? shown : { ...shown, ...words } }
}
