/**
 * How well a listing answers a question, as one number that every engine works out alike. A question is units
 * (units.ts); each unit has a weight, the rarer the more, and a listing has each unit more or less: in its name, in what
 * it is filed under, or only somewhere in its text. Pure.
 */
import { SHORT_OF_HITS, wordWeight } from './ranking.ts'
import type { Meant } from './phrases.ts'
import type { Unit } from './units.ts'

/** How a listing has the words of a unit: all in its name; in name, group or place; somewhere, its labels included. */
export const STANDS = { nowhere: 0, somewhere: 1, labelled: 2, named: 3 } as const
export type Stands = (typeof STANDS)[keyof typeof STANDS]

/** What words say by where they stand, where they mean nothing else and where they also mean a term. */
const WORDS_SAY = [0, 0.6, 0.85, 1] as const
const BESIDE_TERMS = [0, 0.16, 0.22, 0.4] as const
/** That it is called by all the words of a phrase, whatever it is filed under: "Age UK", of later life. */
const CALLED_SO = 0.7
/** What the terms of a unit say at most: what a listing is filed under says more than a word in its description. */
const TERMS_SAY = 0.6
/** What a word says that seldom says what is sought ("group", "my mum", "looking"), beside others. */
const WEAK = 0.1
/** What the name of the place asked about says: who carries it ("Altrincham History Society") is likelier meant. */
const PLACE = 0.5
/** What a hint says that is no word sought (hints.ts): how old somebody is, that it must cost nothing. */
const HINT = 0.4
/** That it is for somebody so old, or meets then: what is not, or does not, helps nobody. */
const PLAIN = 1.2
const isPlain = (term: Meant | undefined): boolean => term?.facet === 'age' || term?.facet === 'meets'

/**
 * What stands for something counts for so many words that stand for nothing: "my brother is an alcoholic and it is tearing
 * our family apart" is about drink, however rare "tearing" is.
 */
const MEANS = 2

/** What a question as a whole is likely about counts for so many words, where it is sure (sense.ts). */
const SENSE = 3

/** How many words a unit counts for. `had`: somebody has what it means. A hint that nobody has says nothing. */
function counts({ weak, place, hint, terms }: Counting, had: boolean): number {
  if (place) return PLACE
  if (hint) return !had ? 0 : isPlain(terms[0]) ? PLAIN : HINT
  if (weak) return WEAK
  return terms.length > 0 ? MEANS : 1
}
type Counting = Pick<Unit, 'weak' | 'place' | 'hint' | 'terms' | 'likely'>

const likelyOf = ({ likely, terms }: Counting, meant: Meant): number =>
  likely === null ? 1 : (likely[terms.findIndex(({ id }) => id === meant.id)] ?? 0)

/** Weights of a unit and of each of its terms. `having`: listings that have the unit, and each term; of `all`. */
type UnitWeights = { unit: number; terms: readonly { meant: Meant; share: number }[] }

export function unitWeights(
  unit: Counting,
  having: number,
  terms: readonly { meant: Meant; having: number }[],
  all: number,
): UnitWeights {
  const weighed = terms.map(({ meant, having: own }) => ({
    meant,
    weight: own === 0 ? 0 : wordWeight(own, all) * likelyOf(unit, meant),
  }))
  const sum = weighed.reduce((total, { weight }) => total + weight, 0)
  return {
    unit: unit.likely ? SENSE * sum : wordWeight(having, all) * counts(unit, sum > 0),
    terms: weighed.map(({ meant, weight }) => ({ meant, share: sum === 0 ? 0 : weight / sum })),
  }
}
/** A need or kind that a listing names first is what it is about; further down it is something it does besides. */
export const BESIDES = 0.75

/** Listings for particular people (isForFew of phrases.ts) stand back where nobody said to be one of them. */
export const FOR_OTHERS = 0.85
/** What helps as well says so much of what a unit's own terms would say. */
const HELPS_AS_WELL = 0.4

/**
 * 0 to 1: how far a listing has one unit. `share`: of the weight of the unit's terms, those it has; null: it has no terms.
 * `beside`: how far it has what helps as well as those, or what the words hint at. `words`: of the unit.
 */
export function unitSays(stands: Stands, share: number | null, beside: number, words: number): number {
  const instead = HELPS_AS_WELL * beside
  if (share === null) return stands === STANDS.nowhere ? TERMS_SAY * instead : WORDS_SAY[stands]
  const says = TERMS_SAY * (share || instead) + BESIDE_TERMS[stands]
  return words > 1 && stands === STANDS.named ? Math.max(says, CALLED_SO) : says
}

/** Levels that aptness is told apart in where distance, standing and room come after it. */
export const LEVELS = 20
/** 0 the best. */
export const levelOf = (aptness: number): number =>
  Math.max(0, Math.min(LEVELS - 1, Math.floor((1 - aptness) * LEVELS)))

/** What has only some of the words is shown from this share of the aptness of the best on. */
const SHARE = 0.15
/** Listings shown of those that have only some of the words, at most, beside those that have all. */
const MOST_BESIDE = 20

/**
 * The least aptness with which a listing that has only some of the words is shown: whole levels, the best first, until there
 * are enough. Infinity: none is. `apt`: of each of them; `best`: of those that have all, 0 where nobody has; `found`: how many.
 */
export function bestPartly(apt: Float64Array, best: number, found: number): number {
  const top = apt.reduce((most, it) => Math.max(most, it), best)
  const counts = new Uint32Array(LEVELS)
  for (const it of apt) if (it >= top * SHARE) counts[levelOf(it)] = (counts[levelOf(it)] ?? 0) + 1
  let taken = 0
  let least = Infinity
  for (const [level, n] of counts.entries()) {
    if (n === 0) continue
    if (found + taken >= SHORT_OF_HITS || (found > 0 && taken + n > MOST_BESIDE)) break
    taken += n
    least = Math.max(top * SHARE, 1 - (level + 1) / LEVELS)
  }
  return least
}
