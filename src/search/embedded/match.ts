/** Which listings have the words, and how well: in tiers that no row is in twice. */
import { FAR_COMMONER, NAME_COUNTS, SHORT_OF_HITS, SLIP_AT_MOST, TIERS, wordWeight } from '../ranking.ts'
import { add, both, count, hasBit, isEmpty, keep, rowsOf, setBit, without, type Bits } from './bits.ts'
import type { Meant, Phrases } from '../phrases.ts'
import type { Vocabulary } from './spelling.ts'
import { formsOf, unitsOf, type Asked, type Unit, type Word } from '../units.ts'
import { respelt } from './widen.ts'

/** What matching needs of the index. Sets that come from here are shared: never written to. */
export type WordIndex = {
  /** Rows with a word, or with several words in this order, wherever it stands. */
  rows(form: string): Bits
  /** The same in names only, and in names, groups and places. */
  named(form: string): Bits
  labelled(form: string): Bits
  /** Rows with this choice of a facet; undefined: nobody has it. */
  having(meant: Meant): Bits | undefined
  live: Bits
  phrases: Phrases
  vocabulary(): Vocabulary
}

export type Tier = { tier: number; rows: Bits }
export type Matched = {
  tiers: Tier[]
  rows: Bits
  widened: boolean
  /** How far the words stand in a row's name, group and place, 0 to 1, by their weight. */
  share(row: number): number
}

/** The words, taken apart; the rows of each unit; and those of them that have its words and not only its meaning. */
type Plan = { asked: Asked; units: Unit[]; sets: Bits[]; literal: Bits[] }

export function match(index: WordIndex, asked: Asked): Matched {
  const plan = planOf(index, asked)
  const rows = all(index, plan.sets)
  const found = count(rows)
  if (found === 0) return nearly(index, plan)
  const exact = { tiers: tiersOf(index, rows, plan), rows, widened: false, share: shares(index, asked) }
  return found < SHORT_OF_HITS ? withSlips(index, asked, exact) : exact
}

function planOf(index: WordIndex, asked: Asked): Plan {
  const units = unitsOf(asked, index.phrases)
  const literal = units.map(({ words }) => literalRows(index, words))
  const sets = units.map(({ terms }, i) => withTerms(index, literal[i] ?? nobody(index), terms))
  return { asked, units, sets, literal }
}

const respelled = (index: WordIndex, asked: Asked, choose: (word: Word) => boolean): Plan =>
  planOf(index, respelt(asked, choose, index.vocabulary(), index.phrases))

function all(index: WordIndex, sets: readonly Bits[]): Bits {
  const rows = index.live.slice()
  for (const set of sets) keep(rows, set)
  return rows
}

function tiersOf(index: WordIndex, rows: Bits, { asked, literal }: Plan): Tier[] {
  const words = rows.slice()
  for (const set of literal) keep(words, set)
  const named = words.slice()
  for (const word of asked.words) keep(named, anywhere(index, index.named, formsOf(word)))
  return [
    { tier: TIERS.name, rows: named },
    { tier: TIERS.words, rows: without(words, named) },
    { tier: TIERS.meaning, rows: without(rows, words) },
  ]
}

/** Forms of a word that are looked for in names: itself, one and many, and its nearest neighbours. */
const FORMS_WEIGHED = 6

/** Rare words weigh more; one in the name counts in full, one in group or place a third. */
function shares(index: WordIndex, { words }: Asked): (row: number) => number {
  const all = count(index.live)
  const weighed = words.map((word) => {
    const forms = formsOf(word).slice(0, FORMS_WEIGHED)
    return {
      named: anywhere(index, index.named, forms),
      labelled: anywhere(index, index.labelled, forms),
      weight: wordWeight(count(anywhere(index, index.rows, forms)), all),
    }
  })
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return (row) => {
    let share = 0
    for (const { named, labelled, weight } of weighed)
      if (hasBit(named, row)) share += weight
      else if (hasBit(labelled, row)) share += weight / NAME_COUNTS
    return share / whole
  }
}

/** Rows with all the words in their own text or in the name of a need, kind… of theirs. */
function literalRows(index: WordIndex, words: readonly Word[]): Bits {
  const [first, ...rest] = words.map((word) =>
    withTerms(index, anywhere(index, index.rows, formsOf(word)), index.phrases.labelled(word.meant)),
  )
  const rows = first ?? nobody(index)
  for (const set of rest) keep(rows, set)
  return rows
}

/** The same set where there is nothing to add. */
function withTerms(index: WordIndex, rows: Bits, terms: readonly Meant[]): Bits {
  if (terms.length === 0) return rows
  const more = rows.slice()
  for (const term of terms) {
    const having = index.having(term)
    if (having) add(more, having)
  }
  return more
}

/** Looked up one by one, so that what is kept of a word serves every question with that word. */
function anywhere(index: WordIndex, look: (form: string) => Bits, forms: readonly string[]): Bits {
  const rows = nobody(index)
  for (const form of forms) add(rows, look(form))
  return rows
}

const nobody = (index: WordIndex): Bits => new Uint32Array(index.live.length)

/**
 * Something was found, but little: words far rarer than a neighbour of theirs are taken for slips as well ("dimentia" in
 * one listing, "dementia" in fifty). Other words are left alone: "chess" must not bring chests.
 */
function withSlips(index: WordIndex, asked: Asked, exact: Matched): Matched {
  const slips = new Set(asked.words.filter((word) => isLikelySlip(index, word)))
  if (slips.size === 0) return exact
  const wide = respelled(index, asked, (word) => slips.has(word))
  const more = without(all(index, wide.sets), exact.rows)
  add(exact.rows, more)
  return { ...exact, tiers: [...exact.tiers, { tier: TIERS.nearly, rows: more }] }
}

function isLikelySlip(index: WordIndex, word: Word): boolean {
  const has = count(anywhere(index, index.rows, word.forms))
  if (has > SLIP_AT_MOST) return false
  const near = index
    .vocabulary()
    .near(word.word)
    .filter(({ slips }) => slips === 1)
  return near.slice(0, NEIGHBOURS_COUNTED).some((other) => {
    const others = count(index.rows(other.word))
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
  for (const wide of [some, respelled(index, asked, () => true)]) {
    const rows = all(index, wide.sets)
    if (!isEmpty(rows))
      return { tiers: [{ tier: TIERS.nearly, rows }], rows, widened: true, share: shares(index, wide.asked) }
  }
  return someOf(index, some)
}

/**
 * Those who have most of the words, and while that is too few, those who have one fewer. "chair exercises M33" in a
 * directory without a postcode in it still finds chair exercises.
 */
function someOf(index: WordIndex, { asked, sets }: Plan): Matched {
  const having = new Uint8Array(index.live.length * 32)
  for (const set of sets)
    for (const row of rowsOf(both(set, index.live))) having[row] = (having[row] ?? 0) + 1
  const rows = nobody(index)
  const tiers: Tier[] = []
  let found = 0
  for (let has = sets.length - 1; has > 0 && found < SHORT_OF_HITS; has--) {
    const tier = nobody(index)
    for (let row = 1; row < having.length; row++) if (having[row] === has) setBit(tier, row)
    const n = count(tier)
    if (n === 0) continue
    found += n
    add(rows, tier)
    tiers.push({ tier: TIERS.some + sets.length - has, rows: tier })
  }
  return { tiers, rows, widened: found > 0, share: shares(index, asked) }
}
