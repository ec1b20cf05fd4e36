/** Which listings have the words, and how well: in tiers that no row is in twice. */
import { FAR_COMMONER, SHORT_OF_HITS, SLIP_AT_MOST, TIERS } from '../ranking.ts'
import { bestPartly, levelOf } from '../aptness.ts'
import { aptnessOf } from './apt.ts'
import { anywhere, literalRows, nobody, withTerms } from './word-rows.ts'
import { add, count, countRows, hasBit, isEmpty, keep, rowsOf, setBit, without } from './bits.ts'
import type { Bits, Rows } from './bits.ts'
import type { Meant, Phrases } from '../phrases.ts'
import type { Vocabulary } from '../spelling.ts'
import { finds, unitsOf, type Asked, type Unit, type Word } from '../units.ts'
import { respelt } from '../widen.ts'

/** What matching needs of the index. Sets that come from here are shared: never written to. */
export type WordIndex = {
  /** Rows with a word, or with several words in this order, wherever it stands. */
  rows(form: string): Rows
  /** The same in names only, and in names, groups and places. */
  named(form: string): Rows
  labelled(form: string): Rows
  /** Rows with this choice of a facet; undefined: nobody has it. */
  having(meant: Meant): Bits | undefined
  /** The choice is the first of its facet that the row names. */
  isMain(row: number, meant: Meant): boolean
  /** Rows that are for particular people: see isForFew. */
  forFew(): Bits
  live: Bits
  phrases: Phrases
  vocabulary(): Vocabulary
}

export type Matched = {
  rows: Bits
  widened: boolean
  /** 0 to 1: see aptness.ts. */
  aptness(row: number): number
  /** See TIERS: the level of its aptness, which whoever asks has worked out, after those that match better. */
  tier(row: number, aptness: number): number
}

/** The words, taken apart; the rows of each unit; and those of them that have its words and not only its meaning. */
export type Plan = { asked: Asked; units: Unit[]; sets: Bits[]; literal: Bits[] }

export function match(index: WordIndex, asked: Asked): Matched {
  const plan = planOf(index, asked)
  const rows = all(index, plan)
  const found = count(rows)
  if (found === 0) return nearly(index, plan)
  const exact = { rows, base: TIERS.exact, plan }
  return matched(
    index,
    found < SHORT_OF_HITS
      ? [exact, ...withSlips(index, asked, rows), ...partly(index, plan, rows, found)]
      : [exact],
    false,
  )
}

/** Rows of one kind of match, with the plan that found them. */
type Part = { rows: Bits; base: number; plan: Plan }

function matched(index: WordIndex, parts: readonly Part[], widened: boolean): Matched {
  const [first, ...others] = parts
  if (!first) return { rows: nobody(index), widened: false, aptness: () => 0, tier: () => 0 }
  const rows = others.length > 0 ? first.rows.slice() : first.rows
  for (const other of others) add(rows, other.rows)
  const scored = parts.map(({ rows: own, base, plan }) => ({ own, base, aptness: aptnessOf(index, plan) }))
  const [only] = scored
  if (only && scored.length === 1)
    return { rows, widened, aptness: only.aptness, tier: (_, aptness) => only.base + levelOf(aptness) }
  const of = (row: number) => scored.find(({ own }) => hasBit(own, row))
  return {
    rows,
    widened,
    aptness: (row) => of(row)?.aptness(row) ?? 0,
    tier: (row, aptness) => (of(row)?.base ?? 0) + levelOf(aptness),
  }
}

function planOf(index: WordIndex, asked: Asked): Plan {
  const units = unitsOf(asked, index.phrases)
  const literal = units.map(({ words }) => literalRows(index, words))
  const sets = units.map(({ terms }, i) => withTerms(index, literal[i] ?? nobody(index), terms))
  return { asked, units, sets, literal }
}

const respelled = (index: WordIndex, asked: Asked, choose: (word: Word) => boolean): Plan =>
  planOf(index, respelt(asked, choose, index.vocabulary(), index.phrases))

/** Rows with all units but the weak ones. */
function all(index: WordIndex, { units, sets }: Plan): Bits {
  const rows = index.live.slice()
  for (const [i, set] of sets.entries()) if (units[i]?.weak !== true) keep(rows, set)
  return rows
}

/**
 * Something was found, but little: words far rarer than a neighbour of theirs are taken for slips as well ("dimentia" in
 * one listing, "dementia" in fifty). Other words are left alone: "chess" must not bring chests.
 */
function withSlips(index: WordIndex, asked: Asked, exact: Bits): Part[] {
  const slips = new Set(asked.words.filter((word) => isLikelySlip(index, word)))
  if (slips.size === 0) return []
  const plan = respelled(index, asked, (word) => slips.has(word))
  return [{ rows: without(all(index, plan), exact), base: TIERS.nearly, plan }]
}

function isLikelySlip(index: WordIndex, word: Word): boolean {
  const has = count(anywhere(index, index.rows, word.forms))
  if (has > SLIP_AT_MOST) return false
  const near = index
    .vocabulary()
    .near(word.word)
    .filter(({ slips }) => slips === 1)
  return near.slice(0, NEIGHBOURS_COUNTED).some((other) => {
    const others = countRows(index.rows(other.word))
    return others >= FAR_COMMONER * Math.max(1, has)
  })
}
/** Looking one up costs as much as a word of the question itself. */
const NEIGHBOURS_COUNTED = 8

/**
 * Nobody has all the words as typed. First those that nobody has at all are spelt otherwise, then, if that is not
 * enough, every word; at last some of the words must do.
 */
function nearly(index: WordIndex, plan: Plan): Matched {
  const { asked, units, sets } = plan
  const unknown = new Set(
    units.filter((_, i) => isEmpty(sets[i] ?? nobody(index))).flatMap(({ words }) => words),
  )
  const some = unknown.size > 0 ? respelled(index, asked, (word) => unknown.has(word)) : plan
  for (const wide of [
    some,
    ...(units.length <= SHORT_QUESTION ? [respelled(index, asked, () => true)] : []),
  ]) {
    const rows = all(index, wide)
    const found = count(rows)
    if (found === 0) continue
    const near = { rows, base: TIERS.nearly, plan: wide }
    return matched(index, found < SHORT_OF_HITS ? [near, ...partly(index, wide, rows, found)] : [near], true)
  }
  const parts = partly(index, some, nobody(index), 0)
  return matched(index, parts, parts.length > 0)
}
const SHORT_QUESTION = 3

/**
 * Those who have some of the words, where too few have all: at least so apt as SHARE of the best there is, the best first
 * until there are enough. "chair exercises M33" in a directory without a postcode in it still finds chair exercises.
 * Beside listings that have all the words, only a few: nobody who asked for two things wants all that have one.
 */
function partly(index: WordIndex, plan: Plan, rows: Bits, found: number): Part[] {
  const guessed = others(index, plan, rows, finds)
  const isMany = found > 0 && guessed.length > MOST_LOOKED_AT
  const rest = isMany ? others(index, plan, rows, ({ weak }) => !weak) : guessed
  if (rest.length === 0 || (found > 0 && rest.length > MOST_LOOKED_AT)) return []
  const aptness = aptnessOf(index, plan)
  const apt = Float64Array.from(rest, (row) => aptness(row))
  const least = bestPartly(
    apt,
    rowsOf(rows).reduce((best, row) => Math.max(best, aptness(row)), 0),
    found,
  )
  const kept = nobody(index)
  for (const [i, row] of rest.entries()) if ((apt[i] ?? 0) >= least) setBit(kept, row)
  return isEmpty(kept) ? [] : [{ rows: kept, base: TIERS.some, plan }]
}
/** Rows with one of these units, or what helps beside it, that are not found already. */
function others(index: WordIndex, plan: Plan, found: Bits, by: (unit: Unit) => boolean): Int32Array {
  const some = nobody(index)
  for (const [i, set] of plan.sets.entries()) {
    const unit = plan.units[i]
    if (unit && by(unit)) add(some, withTerms(index, set, unit.beside))
  }
  keep(some, index.live)
  return rowsOf(without(some, found))
}
/**
 * Listings looked at beside those found: more of them say that the words left are common ones. What is only guessed never
 * crowds out what has some of the words.
 */
const MOST_LOOKED_AT = 2000
