/**
 * What somebody asks for, and its address. Every parameter of /search, /api/search and /api/map (contract.md) is here
 * and in the table of read-query.ts: a new filter is one entry in both, its column in document.ts and its words.
 */
import { COSTS, GENDERS, HOWS, JOINS, REFERRERS } from '../listings/listing.ts'
import { WEEKDAYS } from '../listings/session.ts'
import type { LatLng } from '../listings/listing.ts'
import type { List, Taxonomy } from '../listings/taxonomy.ts'

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

/** The choice of `who` for people who look after somebody; taxonomies may have it among their audiences too. */
export const CARERS = 'carers'

/** Filters whose choices a deployment's taxonomy gives. `term` is any of them. */
const TAXONOMY_FILTERS = ['need', 'kind', 'who', 'access', 'language', 'term'] as const
export type Choices = { [F in (typeof TAXONOMY_FILTERS)[number]]: ReadonlySet<string> }

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

/** Listings on a page where nobody asked for another number, and the most that may be asked. */
export const USUAL_SIZE = 20
export const LARGEST_SIZE = 100

/** Miles that leave nothing out: as far as can be asked for. */
export const ANY_DISTANCE = 500

export const EVERYTHING: Query = {
  what: '',
  where: '',
  within: null,
  point: null,
  bbox: null,
  age: null,
  term: [],
  filters: {
    need: [],
    kind: [],
    who: [],
    day: [],
    time: [],
    open: [],
    how: [],
    cost: [],
    access: [],
    language: [],
    join: [],
    room: [],
    checked: [],
  },
  sort: 'best',
  page: 1,
  size: USUAL_SIZE,
}

/** The choices of `who`: genders, carers, audiences and conditions. */
export function choicesOf(taxonomy: Taxonomy): Choices {
  const ids = (...lists: List[]) => lists.flatMap((list) => taxonomy[list].map(({ id }) => id))
  return {
    need: new Set(ids('needs')),
    kind: new Set(ids('kinds')),
    who: new Set([...GENDERS, CARERS, ...ids('audiences', 'conditions')]),
    access: new Set(ids('access')),
    language: new Set(ids('languages')),
    term: new Set(ids('needs', 'kinds', 'audiences', 'conditions', 'access')),
  }
}
