/** A kind of input: how a value becomes words in a form, how the words become a value again, and what is drawn. */
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import type { Text } from '../../text/en.ts'
import type { Input, Posted, Words, Wrong } from './words.ts'

/** What the reading and drawing of a form needs to know of the directory. */
export type Around = {
  taxonomy: TaxonomyIndex
  /** Wards and districts with a known outline. */
  areas: readonly { code: string; name: string }[]
}
export type Drawn = Around & {
  words: Words
  text: Text
  now: Date
  /** Names of the listing's places by index. */ places: readonly (string | undefined)[]
}

/** Values are what the schema of a field says; `undefined` is none. Each kind looks only at what it knows. */
export type Kind = {
  write: (name: string, value: unknown, around: Around) => Posted
  /** `was`: what stood there, for the parts of it that the form does not show. `wrong`: tells what cannot be read. */
  read: (name: string, words: Words, was: unknown, around: Around, wrong: (it: Wrong) => void) => unknown
  inputs: (name: string, was: unknown, drawn: Drawn) => Input[]
}

export type Keyed = { [key: string]: unknown }
export const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Keyed)[key] : undefined
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** True where nothing is said: no value, or a list or parts with nothing in them. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isBlank)
}
