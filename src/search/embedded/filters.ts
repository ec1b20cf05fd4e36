/** A question's filters as sets of rows, and the counts of every choice under all the others. */
import { WEEKDAYS } from '../../listings/session.ts'
import type { EngineQuery } from '../engine.ts'
import { FACETS, TIMES_OF_DAY, type Facet } from '../query.ts'
import { add, emptyBits, filledWords, keep, shared, type Bits } from './bits.ts'
import { LISTED, type Columns, type Listed } from './columns.ts'
import type { Clocked } from './clocked.ts'

type Asked = Pick<EngineQuery, 'filters' | 'now' | 'checkedDays'>

const isListed = (facet: Facet): facet is Listed => (LISTED as readonly string[]).includes(facet)

/** For each facet with a choice made, the rows that any of its choices allow. */
export function chosenSets(columns: Columns, clocked: Clocked, asked: Asked): Map<Facet, Bits> {
  const sets = new Map<Facet, Bits>()
  for (const facet of FACETS) {
    // Weekday and time of day are read together: a Tuesday evening is one slot, not a Tuesday and some evening.
    if (facet === 'time' && asked.filters.day.length > 0) continue
    if (asked.filters[facet].length > 0) sets.set(facet, union(columns, clocked, asked, facet))
  }
  return sets
}

function union(columns: Columns, clocked: Clocked, asked: Asked, facet: Facet): Bits {
  if (facet === 'day' || facet === 'time')
    return slots(columns, clocked, asked, asked.filters.day, asked.filters.time)
  if (!isListed(facet)) return clockSet(clocked, asked, facet)
  return anyOf(
    columns,
    asked.filters[facet].map((choice) => columns.choices[facet].get(choice)),
  )
}

function anyOf(columns: Columns, sets: (Bits | undefined)[]): Bits {
  const any = emptyBits(columns.room)
  for (const bits of sets) if (bits) add(any, bits)
  return any
}

function clockSet(clocked: Clocked, asked: Asked, facet: Facet): Bits {
  if (facet === 'open') return clocked.open(asked.now)
  return facet === 'room' ? clocked.room(asked.now) : clocked.checked(asked.now, asked.checkedDays)
}

/** Rows with a slot on any of the days and in any of the parts of the day; none named: any. */
function slots(
  columns: Columns,
  clocked: Clocked,
  asked: Asked,
  days: readonly string[],
  times: readonly string[],
): Bits {
  const table = clocked.slotted(asked.now)
  const weekdays =
    days.length > 0 ? days.map((day) => (WEEKDAYS as readonly string[]).indexOf(day)) : [0, 1, 2, 3, 4, 5, 6]
  const parts =
    times.length > 0 ? times.map((time) => (TIMES_OF_DAY as readonly string[]).indexOf(time)) : [0, 1, 2, 3]
  return anyOf(
    columns,
    weekdays.flatMap((weekday) => parts.map((part) => table[weekday]?.[part])),
  )
}

/** Rows that have a term in any of the lists it may stand in; several terms: any of them. */
export function termSet(columns: Columns, terms: readonly string[]): Bits {
  const lists = [columns.choices.need, columns.choices.kind, columns.choices.who, columns.choices.access]
  return anyOf(
    columns,
    terms.flatMap((term) => lists.map((list) => list.get(term))),
  )
}

/** Rows for somebody of this age: open ends stand for no limit. */
export function ageSet(columns: Columns, age: number): Bits {
  const bits = emptyBits(columns.room)
  const { ageFrom, ageTo } = columns
  for (let row = 0; row <= columns.last; row++) {
    const fits = age >= (ageFrom[row] ?? 0) && age <= (ageTo[row] ?? 0)
    if (fits) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
  }
  return bits
}

/** All of the sets together, but one. */
export function narrowed(base: Bits, sets: Map<Facet, Bits>, but: Facet | null): Bits {
  const left = base.slice()
  for (const [facet, bits] of sets) if (facet !== but) keep(left, bits)
  return left
}

/**
 * Counts of every choice of the facets asked for, each under all filters but its own. `base`: rows that everything
 * that is no facet allows; `all`: rows that all filters allow.
 */
export function facetCounts(
  columns: Columns,
  clocked: Clocked,
  asked: Asked & Pick<EngineQuery, 'facets'>,
  base: Bits,
  sets: Map<Facet, Bits>,
  all: Bits,
): { [F in Facet]?: Record<string, number> } {
  const counts: { [F in Facet]?: Record<string, number> } = {}
  const filled = filledWords(all)
  for (const facet of asked.facets) {
    const free = asked.filters[facet].length === 0
    const rows = free ? all : withoutOwn(base, sets, facet)
    const within = free ? filled : filledWords(rows)
    const facetCounts: Record<string, number> = {}
    for (const [choice, bits] of choicesOf(columns, clocked, asked, facet)) {
      const n = shared(rows, within, bits)
      if (n > 0) facetCounts[choice] = n
    }
    counts[facet] = facetCounts
  }
  return counts
}

function withoutOwn(base: Bits, sets: Map<Facet, Bits>, facet: Facet): Bits {
  if (facet !== 'day' && facet !== 'time') return narrowed(base, sets, facet)
  // Their choices are counted slot by slot with the other of the pair, so only the rest narrows here.
  const others = [...sets].filter(([other]) => other !== 'day' && other !== 'time')
  return narrowed(base, new Map(others), null)
}

function* choicesOf(
  columns: Columns,
  clocked: Clocked,
  asked: Asked,
  facet: Facet,
): Iterable<[string, Bits]> {
  if (isListed(facet)) yield* columns.choices[facet]
  else if (facet === 'day')
    for (const day of WEEKDAYS) yield [day, slots(columns, clocked, asked, [day], asked.filters.time)]
  else if (facet === 'time')
    for (const time of TIMES_OF_DAY) yield [time, slots(columns, clocked, asked, asked.filters.day, [time])]
  else yield [facet === 'open' ? 'now' : '1', clockSet(clocked, asked, facet)]
}
