/** Who can be asked about a listing: those who keep it; where nobody does, the addresses it shows. */
import type { Askable } from '../freshness/review/reviewed.ts'
import type { Listing } from '../listings/listing.ts'
import { hashOfAddress } from '../store/mail/address-hash.ts'
import type { Store } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { NONE_SENT, type LettersTo } from './letters-sent.ts'

/** Where nobody knows what somebody reads. */
const LANG: Lang = 'en'

/** Somebody to ask, and where a letter reaches them. */
export type Somebody = { key: string; role: Askable['role']; address: string; lang: Lang }

/** Everybody who keeps each group. */
export async function keepersByGroup(store: Store): Promise<Map<string, Somebody[]>> {
  const holders = await store.grants.holders('group')
  const found = await Promise.all(
    holders.map(async ({ person, scope }) => {
      const found = await store.people.byId(person)
      if (found === null || scope === null) return []
      return [{ key: person, role: 'keeper' as const, address: found.email, lang: found.lang ?? LANG, scope }]
    }),
  )
  return Map.groupBy(found.flat(), ({ scope }) => scope)
}

export function somebodiesOf(listing: Listing, keepers: ReadonlyMap<string, Somebody[]>): Somebody[] {
  const theirs = keepers.get(listing.group?.id ?? '') ?? []
  if (theirs.length > 0) return theirs
  const addresses = [listing.email, ...listing.contacts.map(({ email }) => email)]
    .flatMap((email) => (email === undefined ? [] : [email.address]))
    .map((address) => address.toLowerCase())
  return [...new Set(addresses)].map((address) => ({
    key: `address:${hashOfAddress(address)}`,
    role: 'address',
    address,
    lang: LANG,
  }))
}

/** `shut`: those whom letters do not reach, or who asked for none. */
export function askableOf(
  somebodies: readonly Somebody[],
  letters: ReadonlyMap<string, LettersTo>,
  shut: ReadonlySet<string>,
): Askable[] {
  return somebodies.map(({ key, role }) => ({
    person: key,
    role,
    ...(letters.get(key) ?? NONE_SENT),
    bounces: shut.has(key),
  }))
}
