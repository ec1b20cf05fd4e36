/** Whether what stands under an address is only an offer to sell the name. */

/** Where names that are for sale lead to. */
const SELLERS = [
  'sedo.com',
  'sedoparking.com',
  'hugedomains.com',
  'dan.com',
  'afternic.com',
  'parkingcrew.net',
  'bodis.com',
  'above.com',
  'undeveloped.com',
  'domainmarket.com',
  'buydomains.com',
  'forsale.godaddy.com',
]
/** What such a page says; whole phrases, that no group says of itself. */
const PHRASES = [
  'this domain is for sale',
  'this domain name is for sale',
  'domain may be for sale',
  'buy this domain',
  'the domain owner may be offering',
  'this domain is parked',
  'domain is parked free',
  'this web page is parked',
  'parked courtesy of',
  'this domain has expired',
  'domain has recently expired',
  'renew it now to keep',
]

/** `host`: where the last redirect led. `page`: the beginning of what it shows; null: it was not read. */
export function looksParked(host: string, page: string | null): boolean {
  if (SELLERS.some((seller) => host === seller || host.endsWith(`.${seller}`))) return true
  const words = (page ?? '')
    .replaceAll(/<[^>]{0,2000}>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
  return PHRASES.some((phrase) => words.includes(phrase))
}
