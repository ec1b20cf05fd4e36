/** Words out of a feed: plain, without tags, entities, NUL or broken characters, and no longer than a field could be. */
import { cleaner } from '../transforms/cell.ts'
import { stripHtml } from '../transforms/words.ts'
import { at } from './json.ts'

/** Characters looked at: the longest field has 8,000, and tags take room. */
const LOOKED_AT = 40_000

const clean = cleaner([])
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Empty where it says nothing, whatever it is. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return ''
  const text = value.slice(0, LOOKED_AT).toWellFormed().replace(CONTROLS, ' ')
  return clean(stripHtml(text))
}

/** Under the first of the keys that says anything. */
export function wordsAt(value: unknown, ...keys: string[]): string {
  for (const key of keys) {
    const words = wordsOf(at(value, key))
    if (words !== '') return words
  }
  return ''
}

/** As one line: "A hall, by the church". */
export const lineAt = (value: unknown, ...keys: string[]): string =>
  wordsAt(value, ...keys)
    .replace(/\s*\n\s*/g, ', ')
    .replace(/,\s*,/g, ',')

/** An id as text; null where there is none that can be one. */
export function idAt(value: unknown, key = 'id'): string | null {
  const found = at(value, key)
  if (typeof found === 'number') return Number.isFinite(found) ? String(found) : null
  if (typeof found !== 'string') return null
  const id = found.trim()
  return id === '' || id.length > 200 || /[\0-\x1f\x7f\ud800-\udfff]/.test(id) ? null : id
}

/** The whole sentences and pieces that say something, each once. */
export const together = (parts: readonly string[], between = '\n\n'): string =>
  [...new Set(parts.filter((part) => part !== ''))].join(between)
