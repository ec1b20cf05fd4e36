/** The e-mail addresses a listing has, shown or hidden: whoever receives letters there belongs to it. */
import type { Statement } from '../../listings/claims.ts'
import type { Listing, ListingFields } from '../../listings/listing.ts'
import { hides } from '../../listings/masked.ts'
import type { Store } from '../../store/store.ts'

type Reached = Pick<ListingFields, 'email' | 'contacts' | 'places'>
/** Small letters; `shown`: anybody may see it on the listing's page. */
export type Address = { address: string; shown: boolean }

const small = (address: string): string => address.trim().toLowerCase()

/**
 * Every address, the one the listing is best reached by first. An address that only a file or somebody else has said
 * counts too: the group may know it better than the one it uses now. Guesses do not. Of a listing whose place is kept
 * secret only what settled counts: an address of long ago may be in the wrong hands.
 */
export function addressesOf(listing: Reached, statements: readonly Statement[]): Address[] {
  const settled = said(listing.email, listing.contacts)
  const others = hides(listing.places)
    ? []
    : statements.flatMap(({ fields: { email, contacts } }) => [
        ...(email?.by === 'suggested' ? [] : said(email?.value ?? undefined, [])),
        ...(contacts?.by === 'suggested' ? [] : said(undefined, contacts?.value ?? [])),
      ])
  const all = new Map<string, boolean>()
  for (const { address, shown } of settled) all.set(address, (all.get(address) ?? false) || shown)
  for (const { address } of others) if (!all.has(address)) all.set(address, false)
  return [...all].map(([address, shown]) => ({ address, shown }))
}

function said(email: Reached['email'], contacts: Reached['contacts']): Address[] {
  const all = [email, ...contacts.map((contact) => contact.email)]
  return all.flatMap((it) => (it === undefined ? [] : [{ address: small(it.address), shown: it.visible }]))
}

/** A group of more listings has more than one team: one listing's address does not speak for all of them. */
const ONE_TEAM = 5

/**
 * Whether an address may stand for a whole group, of which these are the listings: most of a large one must have it, and
 * a listing whose place is kept secret must be reached by it now. Who keeps the group sees that place.
 */
export function speaksFor({ address }: Address, listings: readonly Reached[]): boolean {
  const secret = listings.filter(({ places }) => hides(places))
  if (secret.length > 0 && !secret.some((it) => isOneOf(address, addressesOf(it, [])))) return false
  if (listings.length <= ONE_TEAM) return true
  const having = listings.filter((it) => isOneOf(address, addressesOf(it, [])))
  return having.length * 2 >= listings.length
}

/** The addresses of a listing that prove whose it is: whoever keeps it keeps all that its group runs. */
export async function proving(
  store: Pick<Store, 'statements' | 'ofGroup'>,
  listing: Listing,
): Promise<Address[]> {
  const [statements, siblings] = await Promise.all([
    store.statements(listing.id),
    listing.group === null ? [] : store.ofGroup(listing.group.id),
  ])
  const all = siblings.map((it) => it.listing)
  return addressesOf(listing, statements).filter((it) => speaksFor(it, all))
}

/** The whole address, its case aside: "j.smith" and "jsmith" are two people with most providers. */
export const isOneOf = (email: string, addresses: readonly Address[]): boolean =>
  addresses.some(({ address }) => address === small(email))

/**
 * Enough to recognise one's own: "k…@example.org" of an address anybody can see, "k…@e…" of a hidden one. null where
 * even that would tell too much: of a listing whose place is kept secret nothing is said, not even whether it has one.
 */
export function hintOf({ places }: Pick<Reached, 'places'>, { address, shown }: Address): string | null {
  if (hides(places)) return null
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 1)}…@${shown ? host : `${host.slice(0, 1)}…`}`
}
