/** Addresses and languages: English has no prefix, every other language has its own. */
import type { Lang } from '../text/format.ts'

/** "/search" as "/cy/search" in Welsh. Paths of this site only; what already has its language keeps it. */
export function inLang(lang: Lang, path: string): string {
  if (lang === 'en' || /^\/cy(?=[/?#]|$)/.test(path)) return path
  return `/${lang}${/^\/[a-z0-9]/i.test(path) ? path : path.slice(1)}`
}

/** The language an address is in, and the address without it. */
export function spoken(path: string): { lang: Lang; path: string } {
  const found = /^\/cy(\/.*)?$/.exec(path)
  return found === null ? { lang: 'en', path } : { lang: 'cy', path: found[1] ?? '/' }
}
