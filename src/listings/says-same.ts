/**
 * Whether two values of a field say the same to a reader: a telephone with other spaces, a website without its last
 * slash, a list in another order is no news. Stricter readers use same-value.ts.
 */
import type { FieldName } from './listing.ts'
import { sameValue } from './same-value.ts'

const PUNCTUATION = /[\s.,;:!?'’`"“”()–—-]+/gu

const plainWords = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/&/g, ' and ').replace(PUNCTUATION, ' ').trim()

const webPlain = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')

/** "+44 161 496 0001" and "0161 496 0001" are one. */
const digits = (number: string): string => number.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{9,10}$)/, '0')

type Keyed = { [key: string]: unknown }
const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Deep: texts as plain words, empty parts left out. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainWords(value)
  if (Array.isArray(value)) return value.map(plain)
  if (!isKeyed(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .map(([key, part]) => [key, plain(part)]),
  )
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain).map(String).sort() : plain(value)

/** What a person reads of a place. Where it has a postcode its point is somebody's reckoning, not what was said. */
function placePlain(value: unknown): unknown {
  if (!isKeyed(value)) return value
  const { name, address, town, postcode, point, masked } = value
  const said = plain({ name, address, town, masked: masked === true ? true : undefined }) as Keyed
  if (typeof postcode === 'string' && postcode !== '')
    return { ...said, postcode: postcode.replace(/\s+/g, '').toLowerCase() }
  return { ...said, point }
}

const part = (value: unknown, name: string): string =>
  isKeyed(value) && typeof value[name] === 'string' ? value[name] : ''

const AS_COMPARED: { [F in FieldName]?: (value: unknown) => unknown } = {
  kinds: sorted,
  needs: sorted,
  how: sorted,
  access: sorted,
  languages: sorted,
  website: (value) => (typeof value === 'string' ? webPlain(value) : value),
  phone: (value) => ({ number: digits(part(value, 'number')) }),
  email: (value) => ({ address: part(value, 'address').trim().toLowerCase() }),
  places: (value) => (Array.isArray(value) ? value.map(placePlain) : value),
  links: (value) => (Array.isArray(value) ? value.map((it) => webPlain(part(it, 'url'))).sort() : value),
}

/** The value as it is compared; what says nothing is null. */
export function asCompared(field: FieldName, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value) && value.length === 0) return null
  return (AS_COMPARED[field] ?? plain)(value)
}

export const saysSame = (field: FieldName, a: unknown, b: unknown): boolean =>
  sameValue(a, b) || sameValue(asCompared(field, a), asCompared(field, b))

/** Equal for values that say the same: to remember what was answered. */
export const comparedText = (field: FieldName, value: unknown): string =>
  JSON.stringify(inOrder(asCompared(field, value)))

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isKeyed(value)) return value
  const entries = Object.entries(value).filter(([, it]) => it !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, it]) => [key, inOrder(it)]),
  )
}
