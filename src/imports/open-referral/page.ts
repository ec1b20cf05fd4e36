/** One page of a list of services, in either dialect. */
import { at, isJson, listAt, numberAt, type Json } from './json.ts'

export type ListPage = {
  items: Json[]
  /** Entries that are no objects. */
  strange: number
  /** Services in all, as the page says; null: it does not. */
  total: number | null
  pages: number | null
  number: number | null
  first: boolean | null
  last: boolean | null
}

const MOST_ITEMS = 1_000_000
const flag = (value: unknown, ...keys: string[]): boolean | null => {
  for (const key of keys) {
    const found = at(value, key)
    if (typeof found === 'boolean') return found
  }
  return null
}
const count = (value: unknown, ...keys: string[]): number | null => {
  for (const key of keys) {
    const found = numberAt(value, key)
    if (found !== undefined && Number.isInteger(found) && found >= 0) return found
  }
  return null
}

/** HSDS 3 ("total_items", "contents"), the older dialect ("totalElements", "content"), or a bare list. null: no list at all. */
export function readPage(value: unknown): ListPage | null {
  const bare = Array.isArray(value)
  const found = bare
    ? value
    : ['contents', 'content', 'services', 'items'].map((key) => at(value, key)).find(Array.isArray)
  if (found === undefined) return isEmptyPage(value) ? { ...headOf(value), items: [], strange: 0 } : null
  const entries: unknown[] = found.slice(0, MOST_ITEMS)
  const items = entries.filter(isJson)
  return { ...headOf(bare ? {} : value), items, strange: entries.length - items.length }
}

/** An empty result may leave its list out. */
const isEmptyPage = (value: unknown): boolean =>
  flag(value, 'empty') === true && count(value, 'total_items', 'totalElements') === 0

function headOf(value: unknown): Omit<ListPage, 'items' | 'strange'> {
  return {
    total: count(value, 'total_items', 'totalElements'),
    pages: count(value, 'total_pages', 'totalPages'),
    number: count(value, 'page_number', 'number'),
    first: flag(value, 'first_page', 'first'),
    last: flag(value, 'last_page', 'last'),
  }
}

/** Parts that only a service told in full has. */
const FULL = [
  'service_at_locations',
  'locations',
  'schedules',
  'regular_schedules',
  'cost_options',
  'service_areas',
  'eligibilitys',
]

/** Whether a list holds its services in full already. */
export const isFull = (item: Json): boolean => FULL.some((key) => Object.hasOwn(item, key))

/** A service by itself, not a page, an organisation or a schema. */
export const isService = (value: unknown): value is Json =>
  isJson(value) &&
  typeof at(value, 'name') === 'string' &&
  !Object.hasOwn(value, '$schema') &&
  listAt(value, 'services').length === 0
