/** Addresses and languages: English has no prefix, every other language has its own. */
import type { Lang } from './format.ts'

/** "/search" as "/cy/search" in Welsh. Paths of this site only; what already has its language keeps it. */
export function inLang(lang: Lang, path: string): string {
  if (lang === 'en' || /^\/cy(?=[/?#]|$)/.test(path)) return path
  return `/${lang}${/^\/[a-z0-9]/i.test(path) ? path : path.slice(1)}`
}
