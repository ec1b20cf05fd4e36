/** Parameters into a question. Nothing is passed over in silence: what cannot be meant is named, with what is wrong. */
import {
  CHOICES,
  EVERYTHING,
  FACETS,
  LARGEST_SIZE,
  SORTS,
  type Box,
  type Choices,
  type Facet,
  type Query,
  type Sort,
} from './query.ts'

/** What can be wrong with a parameter; the sentence for each is in text/, `searchProblem`. */
export type QueryProblem =
  'unknown' | 'twice' | 'too-long' | 'not-text' | 'not-a-number' | 'out-of-range' | 'not-a-choice' | 'alone'

export type ReadQuery = { ok: true; query: Query } | { ok: false; parameter: string; problem: QueryProblem }

type ReadLimits = {
  choices: Choices
  /** Parameters that belong to the address and not to the question, such as "zoom" of the map. */
  extra?: readonly string[]
}

/** Longest question and longest place, in UTF-16 units: more is no question but an accident or an attack. */
const LONGEST_WHAT = 200
const LONGEST_WHERE = 100
/** Miles: as far as a directory of one country can be asked. */
const FARTHEST = 500
const OLDEST = 120
const LAST_PAGE = 10_000
/** A parameter's name is given back to whoever sent it, but not a kilobyte of it. */
const LONGEST_NAME = 40

const SINGLE = ['what', 'where', 'within', 'lat', 'lng', 'bbox', 'age', 'sort', 'page', 'size'] as const
type Single = (typeof SINGLE)[number]
const REPEATABLE: readonly string[] = [...FACETS, 'term']

/** Thrown inside this file only. */
class Refused extends Error {
  readonly parameter: string
  readonly problem: QueryProblem
  constructor(parameter: string, problem: QueryProblem) {
    super(`${parameter}: ${problem}`)
    this.parameter = parameter
    this.problem = problem
  }
}

/**
 * Reads /search, /api/search and /api/map alike. Empty values are absent ones, as an HTML form sends them. The first
 * wrong parameter in the order they were sent is the one named; of two that need each other, the missing one's partner.
 */
export function readQuery(params: URLSearchParams, limits: ReadLimits): ReadQuery {
  try {
    refuseStrangers(params, limits.extra ?? [])
    return { ok: true, query: read(params, limits.choices) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, parameter: error.parameter, problem: error.problem }
  }
}

function refuseStrangers(params: URLSearchParams, extra: readonly string[]): void {
  const known: readonly string[] = [...SINGLE, ...REPEATABLE, ...extra]
  for (const name of new Set(params.keys())) {
    if (!known.includes(name)) throw new Refused(printable(name), 'unknown')
    if (!REPEATABLE.includes(name) && params.getAll(name).length > 1) throw new Refused(name, 'twice')
  }
}

function read(params: URLSearchParams, choices: Choices): Query {
  const filters = { ...EVERYTHING.filters }
  for (const facet of FACETS) filters[facet] = readChoices(params, facet, choicesFor(facet, choices))
  return {
    what: readText(params, 'what', LONGEST_WHAT),
    where: readText(params, 'where', LONGEST_WHERE),
    within: readNumber(params, 'within', { above: 0, to: FARTHEST }),
    point: readPoint(params),
    bbox: readBox(params),
    age: readWhole(params, 'age', { from: 0, to: OLDEST }),
    term: readChoices(params, 'term', choices.term),
    filters,
    sort: readSort(params),
    page: readWhole(params, 'page', { from: 1, to: LAST_PAGE }) ?? EVERYTHING.page,
    size: readWhole(params, 'size', { from: 1, to: LARGEST_SIZE }) ?? EVERYTHING.size,
  }
}

function choicesFor(facet: Facet, choices: Choices): ReadonlySet<string> {
  return facet in CHOICES
    ? new Set<string>(CHOICES[facet as keyof typeof CHOICES])
    : choices[facet as keyof typeof choices & Facet]
}

/** U+FFFD stands where bytes were no UTF-8 or half a surrogate pair was sent: what was meant is lost. */
const UNREADABLE = /[\p{Cc}\p{Cs}\uFFFD]/u

function readText(params: URLSearchParams, name: Single, longest: number): string {
  const text = (params.get(name) ?? '')
    .replaceAll(/[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
  if (UNREADABLE.test(text)) throw new Refused(name, 'not-text')
  if (text.length > longest) throw new Refused(name, 'too-long')
  return text
}

function valueOf(params: URLSearchParams, name: Single): string | null {
  const value = params.get(name)?.trim() ?? ''
  return value === '' ? null : value
}

/** Plain decimals only: no exponents, no other bases. So many digits that they make infinity are out of every range. */
const DECIMAL = /^-?\d+(\.\d+)?$/

function decimal(name: Single, text: string): number {
  if (!DECIMAL.test(text)) throw new Refused(name, 'not-a-number')
  return Number(text)
}

type Range = { from?: number; above?: number; to: number }

function readNumber(params: URLSearchParams, name: Single, { from, above, to }: Range): number | null {
  const text = valueOf(params, name)
  if (text === null) return null
  const number = decimal(name, text)
  const within =
    number <= to && (from === undefined || number >= from) && (above === undefined || number > above)
  if (!within) throw new Refused(name, 'out-of-range')
  // "-0" is 0 to everybody but a computer.
  return number === 0 ? 0 : number
}

function readWhole(params: URLSearchParams, name: Single, range: Range): number | null {
  const text = valueOf(params, name)
  if (text !== null && !/^-?\d+$/.test(text)) throw new Refused(name, 'not-a-number')
  return readNumber(params, name, range)
}

function readPoint(params: URLSearchParams): Query['point'] {
  const lat = readNumber(params, 'lat', { from: -90, to: 90 })
  const lng = readNumber(params, 'lng', { from: -180, to: 180 })
  if (lat === null && lng === null) return null
  if (lat === null) throw new Refused('lng', 'alone')
  if (lng === null) throw new Refused('lat', 'alone')
  return { lat, lng }
}

function readBox(params: URLSearchParams): Box | null {
  const text = valueOf(params, 'bbox')
  if (text === null) return null
  const box = boxOf(text)
  if (typeof box === 'string') throw new Refused('bbox', box)
  return box
}

/** "west,south,east,north" in degrees, or what is wrong with it. */
export function boxOf(text: string): Box | 'not-a-number' | 'out-of-range' {
  const sides = text.split(',').map((side) => side.trim())
  if (sides.some((side) => !DECIMAL.test(side))) return 'not-a-number'
  const [west, south, east, north, ...more] = sides.map(Number)
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    more.length > 0
  )
    return 'not-a-number'
  const sound = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north
  return sound ? [west, south, east, north] : 'out-of-range'
}

function readChoices(params: URLSearchParams, name: string, choices: ReadonlySet<string>): string[] {
  const values = [...new Set(params.getAll(name).map((value) => value.trim()))].filter(
    (value) => value !== '',
  )
  if (values.some((value) => !choices.has(value))) throw new Refused(name, 'not-a-choice')
  return values
}

function readSort(params: URLSearchParams): Sort {
  const text = valueOf(params, 'sort')
  const sort = text === null ? EVERYTHING.sort : SORTS.find((one) => one === text)
  if (!sort) throw new Refused('sort', 'not-a-choice')
  return sort
}

/** A stranger's name with nothing in it that a page or a log could trip over. */
function printable(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}_.[\]-]/gu, '?').slice(0, LONGEST_NAME)
  return plain === '' ? '(no name)' : plain
}
