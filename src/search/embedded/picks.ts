/**
 * The choices of each row, both ways round: for a choice the rows that have it, as bits, to filter by; for a row the
 * numbers of its choices, to count by. Counting a few rows walks the rows; counting many walks the bits.
 */
import {
  clearBit,
  emptyBits,
  filledWords,
  grownBits,
  rowsOf,
  setBit,
  shared,
  without,
  type Bits,
} from './bits.ts'
import { grownColumn } from './grown-column.ts'

/** Facets whose choices are lists of a document; the others follow from columns that are read against the clock. */
export const LISTED = ['need', 'kind', 'who', 'how', 'cost', 'access', 'language', 'join'] as const
export type Listed = (typeof LISTED)[number]

/** `total`: how many rows have it, kept as rows come and go. */
type Choice = { facet: Listed; id: string; rows: Bits; total: number }
export type Picks = {
  /** A choice's number is its place here. */
  choices: Choice[]
  numbers: { [F in Listed]: Map<string, number> }
  /** Numbers of one row stand together, from `first[row]` on, `count[row]` of them. */
  used: number
  picked: Uint16Array
  first: Int32Array
  count: Uint8Array
}

/** What one row may pick in all: more is no listing but an accident. */
const MOST_PICKED = 255

export const noPicks = (rows: number): Picks => ({
  choices: [],
  numbers: {
    need: new Map(),
    kind: new Map(),
    who: new Map(),
    how: new Map(),
    cost: new Map(),
    access: new Map(),
    language: new Map(),
    join: new Map(),
  },
  used: 0,
  picked: new Uint16Array(rows * 8),
  first: new Int32Array(rows),
  count: new Uint8Array(rows),
})

export function growPicks(picks: Picks, rows: number): void {
  picks.first = grownColumn(picks.first, rows)
  picks.count = grownColumn(picks.count, rows)
  for (const choice of picks.choices) choice.rows = grownBits(choice.rows, rows)
}

export const rowsWith = (picks: Picks, facet: Listed, id: string): Bits | undefined =>
  picks.choices[picks.numbers[facet].get(id) ?? -1]?.rows

/** True where the choice is the first of its facet that the row names. */
export function isFirstPick(picks: Picks, row: number, facet: Listed, id: string): boolean {
  const number = picks.numbers[facet].get(id) ?? -1
  const from = picks.first[row] ?? 0
  for (let i = from; i < from + (picks.count[row] ?? 0); i++) {
    const picked = picks.picked[i] ?? 0
    if (picked === number) return true
    if (picks.choices[picked]?.facet === facet) return false
  }
  return false
}

/** The row's choices from now on; `room`: rows there is room for. */
export function putPicks(
  picks: Picks,
  row: number,
  chosen: { [F in Listed]: readonly string[] } | null,
  room: number,
): void {
  const before = picks.first[row] ?? 0
  for (let i = before; i < before + (picks.count[row] ?? 0); i++) {
    const choice = picks.choices[picks.picked[i] ?? 0]
    if (!choice) continue
    clearBit(choice.rows, row)
    choice.total--
  }
  const numbers = new Set<number>()
  if (chosen)
    for (const facet of LISTED) for (const id of chosen[facet]) numbers.add(numberOf(picks, facet, id, room))
  const kept = [...numbers].slice(0, MOST_PICKED)
  // Where the ones before stood, if there is room.
  const first = kept.length <= (picks.count[row] ?? 0) ? before : picks.used
  if (first + kept.length > picks.picked.length)
    picks.picked = grownColumn(picks.picked, (first + kept.length) * 2)
  if (first === picks.used) picks.used += kept.length
  picks.first[row] = first
  picks.count[row] = kept.length
  for (const [i, number] of kept.entries()) {
    picks.picked[first + i] = number
    const choice = picks.choices[number]
    if (!choice) continue
    setBit(choice.rows, row)
    choice.total++
  }
}

function numberOf(picks: Picks, facet: Listed, id: string, room: number): number {
  const known = picks.numbers[facet].get(id)
  if (known !== undefined) return known
  const number = picks.choices.length
  picks.choices.push({ facet, id, rows: emptyBits(room), total: 0 })
  picks.numbers[facet].set(id, number)
  return number
}

/** A set to count in. */
export type Counted = { set: Bits; total: number }

/** What it costs to walk one row and its choices, in words of bits read. */
const ROW_COSTS = 16

/**
 * How many rows of the set have each choice, by its number; only the facets asked for are sure to be counted.
 * `live`: all rows. A set of nearly all of them is counted by what it leaves out.
 */
export function countPicks(
  picks: Picks,
  facets: readonly Listed[],
  { set, total }: Counted,
  live: Counted,
): Uint32Array {
  if (total * 2 > live.total) {
    const left = countPicks(picks, facets, { set: without(live.set, set), total: live.total - total }, live)
    return left.map((n, number) => (picks.choices[number]?.total ?? 0) - n)
  }
  const choices = facets.reduce((sum, facet) => sum + picks.numbers[facet].size, 0)
  const filled = filledWords(set)
  return choices * filled.length < total * ROW_COSTS
    ? countByBits(picks, facets, set, filled)
    : countByRows(picks, rowsOf(set, total))
}

function countByBits(picks: Picks, facets: readonly Listed[], set: Bits, filled: Int32Array): Uint32Array {
  const counts = new Uint32Array(picks.choices.length)
  for (const facet of facets)
    for (const number of picks.numbers[facet].values()) {
      const choice = picks.choices[number]
      if (choice && choice.total > 0) counts[number] = shared(set, filled, choice.rows)
    }
  return counts
}

function countByRows({ choices, first, count, picked }: Picks, rows: Int32Array): Uint32Array {
  const counts = new Uint32Array(choices.length)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const from = first[row] ?? 0
    const to = from + (count[row] ?? 0)
    for (let i = from; i < to; i++) {
      const number = picked[i] ?? 0
      counts[number] = (counts[number] ?? 0) + 1
    }
  }
  return counts
}
