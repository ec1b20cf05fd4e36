/** What a listing is found again by, when another source speaks of it under a key of its own. */
import type { ListingFields } from '../../listings/listing.ts'
import { hides } from '../../listings/masked.ts'
import type { Identity } from '../../store/store.ts'

const LEGAL_ENDS = / (ltd|limited|cic|c i c|cio|c i o|plc|incorporated|inc)$/

/**
 * A name as it is compared across sources: no case, accents, punctuation, leading "the" or legal ending; "&" is "and".
 * Two listings with one such name are not yet one thing: see match.ts.
 */
export function nameKey(name: string): string {
  const small = (ASCII.test(name) ? name : withoutAccents(name)).toLowerCase()
  const joined = ODD.test(small) ? small.replace(/&/g, ' and ').replace(/['’`]/g, '') : small
  const plain = joined.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const bare = plain.startsWith('the ') ? plain.slice(4) : plain
  return (LEGAL_ENDS.test(bare) ? bare.replace(LEGAL_ENDS, '') : bare) || plain
}

const ODD = /[&'’`]/
const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '')
const ASCII = /^[ -~]*$/

/** Web hosts under which many groups live: they tell nobody apart. */
const SHARED_HOSTS = new Set([
  'facebook.com',
  'm.facebook.com',
  'twitter.com',
  'x.com',
  'instagram.com',
  'sites.google.com',
  'meetup.com',
  'eventbrite.co.uk',
])
const HOST = /^https?:\/\/(?:www\.)?([^/:?#]+)/i

/** Host of a web address without "www."; null where it is one that many groups share. */
export function hostKey(website: string | undefined): string | null {
  const host = HOST.exec(website ?? '')?.[1]?.toLowerCase()
  return host === undefined || SHARED_HOSTS.has(host) ? null : host
}

const FULL = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/

/** Of fields whose postcodes are in their normal form. A place that is kept secret finds nothing. */
export function identityOf(fields: ListingFields, name = nameKey(fields.name)): Identity {
  const written = hides(fields.places) ? undefined : fields.places[0]?.postcode
  return {
    name,
    // Read before: a part of one says too little.
    postcode: written !== undefined && FULL.test(written) ? written : null,
    phone: fields.phone?.number.replace(/\D/g, '') || null,
    host: hostKey(fields.website),
  }
}
