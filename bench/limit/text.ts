/**
 * Words put to the scan: the same matches in the same order as the engine's, with everything in memory that it needs. What
 * a word or a term says is worked out as aptness.ts has it; how the rows are found and put in order is written by hand.
 */
import { BESIDES, bestPartly, FOR_OTHERS, levelOf, unitSays, unitWeights } from '../../src/search/aptness.ts'
import type { Stands } from '../../src/search/aptness.ts'
import type { Meant } from '../../src/search/phrases.ts'
import { awayStep, orderKey, SHORT_OF_HITS, TIERS, weightOf } from '../../src/search/ranking.ts'
import {
  finds,
  formsOf,
  labelledBy,
  unitsOf,
  type Asked,
  type Unit,
  type Word,
} from '../../src/search/units.ts'
import { bitsFor, type Choice, type Limit } from './build.ts'

/** Rows with their order keys, and how apt they are. */
export type Matched = { rows: Int32Array; key: (row: number) => number }
type Scored = {
  unit: Unit
  weight: number
  stands: Uint8Array
  set: Uint32Array
  terms: Told[]
  beside: Told[]
}
type Told = Choice & { share: number }

const MOST_LOOKED_AT = 2000

export const has = (set: Uint32Array, row: number): boolean =>
  (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

export const popcount = (n: number): number => {
  let v = n - ((n >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

export function sizeOf(set: Uint32Array): number {
  let n = 0
  for (let i = 0; i < set.length; i++) n += popcount(set[i] ?? 0)
  return n
}

export function rowsIn(set: Uint32Array): Int32Array {
  const rows = new Int32Array(sizeOf(set))
  let n = 0
  for (let i = 0; i < set.length; i++)
    for (let word = set[i] ?? 0; word !== 0; word &= word - 1)
      rows[n++] = (i << 5) + 31 - Math.clz32(word & -word)
  return rows
}

const or = (into: Uint32Array, other: Uint32Array): void => {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0)
}
const and = (into: Uint32Array, other: Uint32Array): void => {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0)
}

const choiceOf = ({ choices }: Limit, { facet, id }: Meant): Choice[] => {
  const choice = choices.get(`${facet} ${id}`)
  return choice ? [choice] : []
}

type Words = Pick<Scored, 'stands' | 'set'>

/** Where each row has a word: 0 nowhere, 3 in its name; and the rows that have it. Only rows that have it are touched. */
function standsOf(limit: Limit, word: Word): Words {
  const stands = new Uint8Array(limit.rows)
  const set = bitsFor(limit.rows)
  for (const form of formsOf(word)) {
    const list = limit.words.get(form)
    if (!list) continue
    for (let i = 0; i < list.rows.length; i++) {
      const row = list.rows[i] ?? 0
      set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31))
      if ((list.stands[i] ?? 0) > (stands[row] ?? 0)) stands[row] = list.stands[i] ?? 0
    }
  }
  for (const meant of labelledBy(word, limit.phrases))
    for (const choice of choiceOf(limit, meant)) {
      for (const row of rowsIn(choice.set)) if (stands[row] === 0) stands[row] = 1
      or(set, choice.set)
    }
  return { stands, set }
}

/** All the words of a unit: where the worst of them stands. */
function allStand(limit: Limit, words: readonly Word[]): Words {
  const [first = { stands: new Uint8Array(limit.rows), set: bitsFor(limit.rows) }, ...rest] = words.map(
    (word) => standsOf(limit, word),
  )
  const { stands, set } = first
  for (const other of rest) {
    for (const row of rowsIn(set)) stands[row] = Math.min(stands[row] ?? 0, other.stands[row] ?? 0)
    and(set, other.set)
  }
  return first
}

function scored(limit: Limit, unit: Unit): Scored {
  const { stands, set } = allStand(limit, unit.words)
  const terms = unit.terms.flatMap((meant) => choiceOf(limit, meant).map((choice) => ({ meant, choice })))
  for (const { choice } of terms) or(set, choice.set)
  const counted = terms.map(({ meant, choice }) => ({ meant, having: choice.total }))
  const weights = unitWeights(unit, sizeOf(set), counted, limit.rows)
  const told = terms.map(({ choice }, k) => ({ ...choice, share: weights.terms[k]?.share ?? 0 }))
  const beside = unit.beside.flatMap((meant) => choiceOf(limit, meant)).map((it) => ({ ...it, share: 1 }))
  return { unit, weight: weights.unit, stands, set, terms: told, beside }
}

function aptnessOf(limit: Limit, all: readonly Scored[]): (row: number) => number {
  const whole = all.reduce((sum, { weight }) => sum + weight, 0)
  const asked = all.flatMap(({ unit }) =>
    unit.terms.flatMap((meant) => (meant.facet === 'who' ? choiceOf(limit, meant) : [])),
  )
  const told = ({ set, first }: Choice, row: number) => (has(set, row) ? (has(first, row) ? 1 : BESIDES) : 0)
  return (row) => {
    let says = 0
    for (const { unit, weight, stands, terms, beside } of all) {
      let [share, instead] = [0, 0]
      for (const term of terms) share += term.share * told(term, row)
      for (const term of beside) instead = Math.max(instead, told(term, row))
      says +=
        weight *
        unitSays(
          (stands[row] ?? 0) as Stands,
          unit.terms.length > 0 ? share : null,
          instead,
          unit.words.length,
        )
    }
    const others = has(limit.few, row) && !asked.some(({ set }) => has(set, row))
    return (says / whole) * (others ? FOR_OTHERS : 1)
  }
}

const scoredAll = (limit: Limit, asked: Asked): Scored[] =>
  unitsOf(asked, limit.phrases).map((unit) => scored(limit, unit))

function together(limit: Limit, all: readonly Scored[]): Uint32Array {
  const set = bitsFor(limit.rows).fill(0xffffffff)
  set.fill(0, limit.rows >>> 5)
  for (let row = limit.rows & ~31; row < limit.rows; row++)
    set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31))
  for (const { unit, set: own } of all) if (!unit.weak) and(set, own)
  return set
}

/** Rows with some of the words, where few or none have all: see partly of match.ts. */
function some(
  limit: Limit,
  all: readonly Scored[],
  exact: Uint32Array,
  found: number,
  apt: (row: number) => number,
) {
  const by = (chosen: (unit: Unit) => boolean) => {
    const set = bitsFor(limit.rows)
    for (const { unit, set: own, beside } of all) {
      if (!chosen(unit)) continue
      or(set, own)
      for (const term of beside) or(set, term.set)
    }
    for (let i = 0; i < set.length; i++) set[i] = (set[i] ?? 0) & ~(exact[i] ?? 0)
    return rowsIn(set)
  }
  const guessed = by(finds)
  const others = found > 0 && guessed.length > MOST_LOOKED_AT ? by(({ weak }) => !weak) : guessed
  if (others.length === 0 || (found > 0 && others.length > MOST_LOOKED_AT)) return new Int32Array(0)
  const aptness = Float64Array.from(others, apt)
  const best = rowsIn(exact).reduce((most, row) => Math.max(most, apt(row)), 0)
  const least = bestPartly(aptness, best, found)
  return others.filter((_, i) => (aptness[i] ?? 0) >= least)
}

/** `near`: the same question with near spellings of the words that it is given; asked where nobody has all as typed. */
export function matchText(limit: Limit, asked: Asked, near?: (words: ReadonlySet<Word>) => Asked): Matched {
  let all = scoredAll(limit, asked)
  let set = together(limit, all)
  let base: number = TIERS.exact
  if (near && sizeOf(set) === 0) {
    base = TIERS.nearly
    const unknown = all.filter((it) => sizeOf(it.set) === 0).flatMap(({ unit }) => unit.words)
    for (const words of [unknown, asked.words]) {
      all = scoredAll(limit, near(new Set(words)))
      set = together(limit, all)
      if (sizeOf(set) > 0) break
    }
  }
  const apt = aptnessOf(limit, all)
  const rows = rowsIn(set)
  const more = rows.length < SHORT_OF_HITS ? some(limit, all, set, rows.length, apt) : []
  const key = (row: number) => {
    const aptness = apt(row)
    const tier = (has(set, row) ? base : TIERS.some) + levelOf(aptness)
    return orderKey(0, tier, awayStep(limit.away[row] === 1), limit.worth[row] ?? 0, weightOf(aptness))
  }
  return { rows: more.length > 0 ? Int32Array.from([...rows, ...more]) : rows, key }
}
