/** A question's filters as sets of rows, and the counts of every choice under all the others. */
import type { EngineQuery } from '../engine.ts'
import { FACETS, type Facet } from '../query.ts'
import { add, emptyBits, keep, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import { LISTED, rowsWith, type Listed } from './picks.ts'
import type { Clocked } from './clocked.ts'

type Asked = Pick<EngineQuery, 'filters' | 'now' | 'checkedDays'>

export const isListed = (facet: Facet): facet is Listed => (LISTED as readonly string[]).includes(facet)

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
    return clocked.slots(asked.now, asked.filters.day, asked.filters.time)
  if (!isListed(facet)) return clockSet(clocked, asked, facet)
  return anyOf(
    columns,
    asked.filters[facet].map((id) => rowsWith(columns.picks, facet, id)),
  )
}

function anyOf(columns: Columns, sets: (Bits | undefined)[]): Bits {
  const any = emptyBits(columns.room)
  for (const bits of sets) if (bits) add(any, bits)
  return any
}

/** Rows of a facet with one choice that the clock decides. */
export function clockSet(clocked: Clocked, asked: Asked, facet: Facet): Bits {
  if (facet === 'open') return clocked.open(asked.now)
  return facet === 'room' ? clocked.room(asked.now) : clocked.checked(asked.now, asked.checkedDays)
}

const TERM_LISTS = ['need', 'kind', 'who', 'access'] as const

/** Rows that have a term in any of the lists it may stand in; several terms: any of them. */
export function termSet(columns: Columns, terms: readonly string[]): Bits {
  return anyOf(
    columns,
    terms.flatMap((term) => TERM_LISTS.map((list) => rowsWith(columns.picks, list, term))),
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
