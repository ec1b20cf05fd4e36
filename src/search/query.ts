/**
 * What somebody asks for. One table holds every parameter of /search, /api/search and /api/map (contract.md):
 * a new filter is one entry here, its column in document.ts and its words.
 */
import { HOWS, COSTS, JOINS, REFERRERS } from '../listings/listing.ts'
import { WEEKDAYS } from '../listings/session.ts'
import type { LatLng } from '../listings/listing.ts'

export const TIMES_OF_DAY = ['morning', 'afternoon', 'evening'] as const
export const SORTS = ['best', 'near', 'soon', 'checked'] as const
export type Sort = (typeof SORTS)[number]

/** Facets: filters with a fixed list of choices, counted under all the other filters. */
export const FACETS = [
  'need',
  'kind',
  'who',
  'day',
  'time',
  'open',
  'how',
  'cost',
  'access',
  'language',
  'join',
  'room',
  'checked',
] as const
export type Facet = (typeof FACETS)[number]

/** Choices that are fixed by the program; need, kind, who, access and language come from the taxonomy. */
export const CHOICES = {
  day: WEEKDAYS,
  time: TIMES_OF_DAY,
  open: ['now'],
  how: HOWS,
  cost: COSTS,
  /** "referral" and who may refer: "gp", "link-worker"… */
  join: [...JOINS, ...REFERRERS],
  room: ['1'],
  checked: ['1'],
} as const

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number]

export type Query = {
  what: string
  where: string
  /** Miles; null: the deployment's usual distance where there is a place. */
  within: number | null
  point: LatLng | null
  bbox: Box | null
  age: number | null
  /** Any taxonomy term, whichever list it is in: matches needs, kinds, audiences, conditions and access. */
  term: string[]
  filters: { [F in Facet]: string[] }
  sort: Sort
  /** From 1. */
  page: number
  size: number
}
