/** A listing as the public may see it: hidden telephones and e-mail addresses leave here, once, for everything that is shown. */
import type { ListingFields } from './listing.ts'

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
