/** Telephone numbers, e-mail and web addresses out of cells that hold one, several, or something else as well. */
import { phoneWords } from '../../text/phone.ts'

/** Letters O stand for noughts more often than one would think. */
const WITH_O = /\b[Oo\d]{3,}\b/g
/** A run that may be a telephone number. */
const PHONE_RUN = /(?:\+|\b00|[(\d])[\d()\s.–-]{8,20}\d(?![\d@])/g
/** Helplines: too short to be told from other figures, so only as the whole cell. */
const SHORT_NUMBER = /^(116 ?\d{3}|1\d\d|999|0800 ?1111)$/

/** Written as people read it already. */
const GROUPED = /^0(?:1(?:1\d|\d1) \d{3} \d{4}|[389]\d{2} \d{3} \d{4}|2\d \d{4} \d{4}|7\d{3} \d{6})$/

/** The first UK telephone number in the text, grouped as people read it: "0161 496 0000". Empty: there is none. */
export function findPhone(text: string): string {
  if (GROUPED.test(text)) return text
  if (SHORT_NUMBER.test(text)) return phoneWords(text)
  const figures = text.replace(WITH_O, (word) => word.replace(/[Oo]/g, '0'))
  for (const [run] of figures.matchAll(PHONE_RUN)) {
    // Two numbers with only a blank between: "0161 496 0000 07700 900000".
    const digits = nationalDigits(run) || nationalDigits(/^[\s\S]{8,}?\d(?=\s+\(?0)/.exec(run)?.[0] ?? '')
    if (digits) return phoneWords(digits)
  }
  return ''
}

/** All digits from the first 0, or empty where it is no UK number. Excel eats that 0: it is given back. */
export function nationalDigits(run: string): string {
  let digits = run.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  digits = digits.replace(/^(\+44|0044)0?/, '0')
  if (/^[1237]\d{9}$/.test(digits)) digits = `0${digits}`
  return /^0(1\d{8,9}|2\d{9}|3\d{9}|7\d{9}|8\d{8,9}|800\d{6})$/.test(digits) ? digits : ''
}

/** Nothing to look for: the whole cell is one. */
const PLAIN_EMAIL =
  /^[a-z0-9]+(?:[._+-][a-z0-9]+){0,9}@(?:[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\.){1,9}[a-z]{2,24}$/
const EMAIL = /[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i

/** The first e-mail address in the text, its domain in small letters; "mailto:" is taken off. Empty: there is none. */
export function findEmail(text: string): string {
  if (!text.includes('@')) return ''
  if (PLAIN_EMAIL.test(text)) return text
  const found = EMAIL.exec(text.replace(/^mailto:/i, '').replace(/%40/g, '@'))?.[0] ?? ''
  const address = found.replace(/^['.]+/, '')
  // "tim.c...tim@example.org" is somebody's broken paste: two dots make no address.
  if (address === '' || address.includes('..') || address.length > 254) return ''
  const at = address.lastIndexOf('@')
  return address.slice(0, at) + address.slice(at).toLowerCase()
}

/** Schemes that may never reach a page. */
const REFUSED_SCHEME = /^\s*(javascript|data|vbscript|file|blob|about):/i
/** An address without its scheme begins like this. */
const HOST = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?:[/:?#]|$)/i

/** Nothing to look into: no user, no port, no blank, only plain signs. */
const SIMPLE =
  /^https?:\/\/(?!www\.google\.)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#][\w\-./?=&%#+~!,;]{0,1500})?$/

export type WebAddress = { url: string; problem?: undefined } | { url: ''; problem: string }

/** An http or https address; https:// is put before one without a scheme, and Google's redirect is unwrapped. */
export function findUrl(text: string): WebAddress {
  if (REFUSED_SCHEME.test(text)) return { url: '', problem: 'is not a web address' }
  const [first = ''] = text.trim().split(/\s+/)
  const fixed = first.replace(
    /^(https?)[:;]?\/{1,3}(?=\w)/i,
    (_, scheme: string) => `${scheme.toLowerCase()}://`,
  )
  const candidate = /^https?:\/\//.test(fixed) ? fixed : HOST.test(fixed) ? `https://${fixed}` : ''
  if (SIMPLE.test(candidate)) return { url: candidate }
  if (!candidate || !URL.canParse(candidate)) return { url: '', problem: 'is not a web address' }
  const url = new URL(candidate)
  const real = url.hostname.startsWith('www.google.') && url.pathname === '/url'
  if (real) return findUrl(url.searchParams.get('q') ?? url.searchParams.get('url') ?? '')
  if (!url.hostname.includes('.') || url.username || candidate.length > 2000)
    return { url: '', problem: 'is not a web address' }
  return { url: candidate }
}
