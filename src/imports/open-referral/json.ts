/**
 * JSON of strangers, read without harm: how deep and how much is counted before it is parsed, and only own keys are
 * looked at, so that "__proto__" is a key like any other.
 */

export type Json = { [key: string]: unknown }

/** Deeper than any feed; each level costs memory long before it says anything. */
const DEEPEST = 100
/** Values in one page: a hundred services have some ten thousand. */
const MOST_VALUES = 3_000_000

export type ReadJson = { is: 'json'; value: unknown } | { is: 'no'; why: string }

/** `why` goes on after the name of a page: "is a web page, not JSON". */
export function readJson(bytes: Buffer): ReadJson {
  const odd = oddity(bytes)
  if (odd !== null) return { is: 'no', why: odd }
  const text = new TextDecoder('utf-8').decode(bytes)
  try {
    return { is: 'json', value: JSON.parse(text) as unknown }
  } catch {
    if (text.trim() === '') return { is: 'no', why: 'is empty' }
    if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(text.slice(0, 400)))
      return { is: 'no', why: 'is a web page, not JSON' }
    return { is: 'no', why: 'is not JSON, or breaks off before its end' }
  }
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA] = [34, 92, 123, 125, 91, 93, 44]

/** Counts brackets and commas outside strings, in one walk. */
function oddity(bytes: Buffer): string | null {
  let depth = 0
  let values = 0
  let inString = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === OPEN || byte === OPEN_LIST) {
      values++
      if (++depth > DEEPEST) return `is nested more than ${DEEPEST} deep`
    } else if (byte === CLOSE || byte === CLOSE_LIST) depth--
    else if (byte === COMMA && ++values > MOST_VALUES) return 'holds more values than a page can'
  }
  return null
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own keys only. undefined: there is none, or it is null. */
export const at = (value: unknown, ...keys: string[]): unknown => {
  let found: unknown = value
  for (const key of keys) {
    if (!isJson(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found ?? undefined
}

/** Entries of one list at most: no service has so many of anything. */
const MOST_ENTRIES = 500

/** The objects under the first of the keys that holds any; a single object counts as a list of one. */
export function listAt(value: unknown, ...keys: string[]): Json[] {
  for (const key of keys) {
    const found = at(value, key)
    const list = Array.isArray(found)
      ? found.slice(0, MOST_ENTRIES).filter(isJson)
      : isJson(found)
        ? [found]
        : []
    if (list.length > 0) return list
  }
  return []
}

/** A number, written as one or as text; not NaN, not "1e400". */
export function numberAt(value: unknown, ...keys: string[]): number | undefined {
  const found = at(value, ...keys)
  if (typeof found !== 'number' && typeof found !== 'string') return undefined
  if (typeof found === 'string' && !/^\s*-?\d{1,15}([.,]\d{1,15})?\s*$/.test(found)) return undefined
  const number = typeof found === 'number' ? found : Number(found.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}
