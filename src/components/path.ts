/** Addresses and languages: English has no prefix, every other language has its own. */
import type { Lang } from '../text/format.ts'

export { inLang } from '../text/address.ts'

/**
 * The language an address is in, and the address without it. However many slashes were sent, it begins with one: as a
 * link, "//example.org" would lead to another site.
 */
export function spoken(path: string): { lang: Lang; path: string } {
  const plain = path.replace(/^[/\\]+/, '/')
  const found = /^\/cy(\/.*)?$/.exec(plain)
  return found === null
    ? { lang: 'en', path: plain }
    : { lang: 'cy', path: (found[1] ?? '/').replace(/^[/\\]+/, '/') }
}
