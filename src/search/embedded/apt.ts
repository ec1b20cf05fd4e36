/** How apt a row is (aptness.ts): by unit where its words stand, and which of its terms the row has. */
import { BESIDES, FOR_OTHERS, STANDS, unitSays, unitWeights, type Stands } from '../aptness.ts'
import type { Meant } from '../phrases.ts'
import { formsOf, type Unit, type Word } from '../units.ts'
import { count, hasBit, keep, type Bits, type Rows } from './bits.ts'
import { anywhere, nobody } from './word-rows.ts'
import type { Plan, WordIndex } from './match.ts'

export function aptnessOf(index: WordIndex, { units, sets, literal }: Plan): (row: number) => number {
  const everybody = count(index.live)
  const weighed = units.map((unit, i) =>
    weighedOf(index, unit, sets[i] ?? nobody(index), literal[i] ?? nobody(index), everybody),
  )
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const few = index.forFew()
  const asked = units
    .flatMap(({ terms }) => terms)
    .flatMap((meant) => (meant.facet === 'who' ? (index.having(meant) ?? []) : []))
  const told = (row: number, { rows, meant }: Having) =>
    hasBit(rows, row) ? (index.isMain(row, meant) ? 1 : BESIDES) : 0
  return (row) => {
    let says = 0
    for (const unit of weighed) {
      let share = 0
      for (const term of unit.terms) share += term.share * told(row, term)
      let beside = 0
      for (const term of unit.beside) beside = Math.max(beside, told(row, term))
      says += unit.weight * unitSays(standsAt(unit, row), unit.means ? share : null, beside, unit.words)
    }
    const forOthers = hasBit(few, row) && !asked.some((rows) => hasBit(rows, row))
    return (says / whole) * (forOthers ? FOR_OTHERS : 1)
  }
}

/** A term, and the rows that have it. */
type Having = { meant: Meant; rows: Bits }
type Weighed = {
  weight: number
  words: number
  /** Rows with its words; in their names; in their names, groups and places. */
  literal: Bits
  named: Bits
  labelled: Bits
  means: boolean
  terms: readonly (Having & { share: number })[]
  beside: readonly Having[]
}

function weighedOf(index: WordIndex, unit: Unit, rows: Bits, literal: Bits, everybody: number): Weighed {
  const having = (meant: Meant): Having[] => {
    const own = index.having(meant)
    return own ? [{ meant, rows: own }] : []
  }
  const terms = unit.terms.flatMap(having)
  const counted = terms.map((term) => ({ meant: term.meant, having: count(term.rows) }))
  const weights = unitWeights(unit, count(rows), counted, everybody)
  return {
    weight: weights.unit,
    words: unit.words.length,
    literal,
    named: allOf(index, index.named, unit.words),
    labelled: allOf(index, index.labelled, unit.words),
    means: unit.terms.length > 0,
    terms: terms.map((term, k) => ({ ...term, share: weights.terms[k]?.share ?? 0 })),
    beside: unit.beside.flatMap(having),
  }
}

function standsAt({ named, labelled, literal }: Weighed, row: number): Stands {
  if (hasBit(named, row)) return STANDS.named
  if (hasBit(labelled, row)) return STANDS.labelled
  return hasBit(literal, row) ? STANDS.somewhere : STANDS.nowhere
}

/** Forms of a word that are looked for in names: itself, one and many, and its nearest neighbours. */
const FORMS_WEIGHED = 6

function allOf(index: WordIndex, look: (form: string) => Rows, words: readonly Word[]): Bits {
  const [first, ...rest] = words.map((word) => anywhere(index, look, formsOf(word).slice(0, FORMS_WEIGHED)))
  const rows = first ?? nobody(index)
  for (const set of rest) keep(rows, set)
  return rows
}
