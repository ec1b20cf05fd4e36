/** Which listings have the words, and how well: in tiers that no row is in twice. */
import { FAR_COMMONER, NAME_COUNTS, SHORT_OF_HITS, SLIP_AT_MOST, TIERS, wordWeight } from '../ranking.ts'
import { add, both, count, emptyBits, hasBit, isEmpty, keep, rowsOf, without, type Bits } from './bits.ts'
import type { Meant, Phrases } from './phrases.ts'
import type { Vocabulary } from './spelling.ts'
import { anyForm, unitsOf, type Asked, type Unit, type Word } from './units.ts'
import { respelt } from './widen.ts'

/** What matching needs of the index. Sets that come from here are shared: never written to. */
export type WordIndex = {
  /** Rows of an FTS5 expression, whatever column it stands in. */
  rows(expression: string): Bits
  /** The same in names only, and in names, groups and places. */
  named(expression: string): Bits
  labelled(expression: string): Bits
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

export function match(index: WordIndex, asked: Asked): Matched {
  const units = unitsOf(asked, index.phrases)
  const sets = units.map((unit) => unitRows(index, unit))
  const rows = all(index, sets)
  const found = count(rows)
  const share = shares(index, asked)
  const tiers = found > 0 ? byName(index, rows, asked) : []
  if (found >= SHORT_OF_HITS) return { tiers, rows, widened: false, share }
  const wide = found > 0 ? slipsPutRight(index, asked) : widened(index, asked, units, sets)
  if (!wide) return { tiers, rows, widened: false, share }
  const wideSets = wide.map((unit) => unitRows(index, unit))
  const more = without(all(index, wideSets), rows)
  if (isEmpty(more))
    return found > 0 ? { tiers, rows, widened: false, share } : someOf(index, wideSets, share)
  add(rows, more)
  const both = [...tiers, { tier: TIERS.nearly, rows: more }]
  return { tiers: both, rows, widened: found === 0, share }
}

function all(index: WordIndex, sets: readonly Bits[]): Bits {
  const rows = index.live.slice()
  for (const set of sets) keep(rows, set)
  return rows
}

function byName(index: WordIndex, rows: Bits, { words }: Asked): Tier[] {
  const named = rows.slice()
  for (const word of words) keep(named, index.named(anyForm(word)))
  return [
    { tier: TIERS.name, rows: named },
    { tier: TIERS.words, rows: without(rows, named) },
  ]
}

/** Rare words weigh more; one in the name counts in full, one in group or place a third. */
function shares(index: WordIndex, { words }: Asked): (row: number) => number {
  const all = count(index.live)
  const weighed = words.map((word) => ({
    named: index.named(anyForm(word)),
    labelled: index.labelled(anyForm(word)),
    weight: wordWeight(count(index.rows(anyForm(word))), all),
  }))
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return (row) => {
    let share = 0
    for (const { named, labelled, weight } of weighed)
      if (hasBit(named, row)) share += weight
      else if (hasBit(labelled, row)) share += weight / NAME_COUNTS
    return share / whole
  }
}

function unitRows(index: WordIndex, { words, terms }: Unit): Bits {
  const [first, ...rest] = words
  const rows = first ? wordRows(index, first) : emptyBits(0)
  for (const word of rest) keep(rows, wordRows(index, word))
  addTerms(index, rows, terms)
  return rows
}

/** Rows with the word in their own text or in the name of a need, kind… of theirs. The caller may write to it. */
function wordRows(index: WordIndex, word: Word): Bits {
  const rows = index.rows(anyForm(word)).slice()
  addTerms(index, rows, index.phrases.labelled(word.meant))
  return rows
}

function addTerms(index: WordIndex, rows: Bits, terms: readonly Meant[]): void {
  for (const term of terms) {
    const having = index.having(term)
    if (having) add(rows, having)
  }
}

/**
 * Something was found, but little: only words far rarer than a neighbour of theirs are taken for slips ("dimentia" in
 * one listing, "dementia" in fifty). null where there is no such word: "chess" must not bring chests.
 */
function slipsPutRight(index: WordIndex, asked: Asked): Unit[] | null {
  const slips = new Set(asked.words.filter((word) => isLikelySlip(index, word)))
  if (slips.size === 0) return null
  return unitsOf(
    respelt(asked, (word) => slips.has(word), index.vocabulary(), index.phrases),
    index.phrases,
  )
}

function isLikelySlip(index: WordIndex, word: Word): boolean {
  const has = count(index.rows(anyForm(word)))
  if (has > SLIP_AT_MOST) return false
  const near = index
    .vocabulary()
    .near(word.word)
    .filter(({ slips }) => slips === 1)
  return near.slice(0, 8).some((other) => {
    const others = count(index.rows(`"${other.word}"`))
    return others >= FAR_COMMONER * Math.max(1, has)
  })
}

/** Nothing was found: first the words that nobody uses are spelt otherwise, then, if that is not enough, all of them. */
function widened(index: WordIndex, asked: Asked, units: readonly Unit[], sets: readonly Bits[]): Unit[] {
  const vocabulary = index.vocabulary()
  const unknown = new Set(
    units.filter((_, i) => isEmpty(sets[i] ?? emptyBits(0))).flatMap(({ words }) => words),
  )
  if (unknown.size > 0) {
    const some = unitsOf(
      respelt(asked, (word) => unknown.has(word), vocabulary, index.phrases),
      index.phrases,
    )
    if (
      !isEmpty(
        all(
          index,
          some.map((unit) => unitRows(index, unit)),
        ),
      )
    )
      return some
  }
  return unitsOf(
    respelt(asked, () => true, vocabulary, index.phrases),
    index.phrases,
  )
}

/**
 * Nobody has all the words, however they are spelt: those who have most of them, and while that is too few, those who
 * have one fewer. "chair exercises M33" in a directory without a postcode in it still finds chair exercises.
 */
function someOf(index: WordIndex, sets: readonly Bits[], share: Matched['share']): Matched {
  const having = new Uint8Array(index.live.length * 32)
  for (const set of sets)
    for (const row of rowsOf(both(set, index.live))) having[row] = (having[row] ?? 0) + 1
  const rows = emptyBits(having.length)
  const tiers: Tier[] = []
  let found = 0
  for (let has = sets.length - 1; has > 0 && found < SHORT_OF_HITS; has--) {
    const tier = emptyBits(having.length)
    for (let row = 1; row < having.length; row++)
      if (having[row] === has) tier[row >>> 5] = (tier[row >>> 5] ?? 0) | (1 << (row & 31))
    const n = count(tier)
    if (n === 0) continue
    found += n
    add(rows, tier)
    tiers.push({ tier: TIERS.some + sets.length - has, rows: tier })
  }
  return { tiers, rows, widened: found > 0, share }
}
