/**
 * What a question is about by all of its words together, where no phrase in it says so: "he took my bank card and reads my
 * messages". Lines that people say for a need (data/taxonomy/said/) and the need's own phrases are counted word by word and
 * pair by pair; multinomial naive Bayes, every need as likely beforehand, says how likely each is. Pure.
 */
import type { Saying } from '../listings/taxonomy.ts'
import { makeVocabulary } from './spelling.ts'
import { countSaid } from './said-counts.ts'
import { familyOf, isStopWord } from './words.ts'

/** `likely`: 0 to 1, of all needs together 1. */
export type Likely = { need: string; likely: number }
/** From here on a guess is taken for what is meant. `npm run bench -- relevance` says how often that is right. */
export const SURE = 0.9
/** The likeliest needs of words as wordsOf gives them, the best first; none where no word says anything. */
export type Sense = (words: readonly string[]) => Likely[]

/** What a word counts for that was never said of a need, in times said: small, so that a word of one need only tells. */
const UNSEEN = 0.2
/** Pairs say over again what their words say: they count half. */
const PAIR = 0.5
/** Needs that are looked for, and how likely they must be beside the best. */
const MOST_NEEDS = 4
const LEAST_BESIDE_BEST = 0.05
/** Shortest word that is taken for a slip of another, in letters. */
const SHORTEST_SLIP = 5

/** Counted at the first question: who asks none (an import, a review of the desk) waits for nothing. */
export function makeSense(sayings: readonly Saying[]): Sense {
  let made: Sense | null = null
  return (words) => (made ??= counting(sayings))(words)
}

function counting(sayings: readonly Saying[]): Sense {
  const needs = [...new Set(sayings.map(({ need }) => need))]
  const place = new Map(needs.map((need, i) => [need, i]))
  const counts = countSaid(
    sayings.map(({ need, words }) => ({ need: place.get(need) ?? 0, words })),
    needs.length,
  )
  const never = counts.totals.map((total) => Math.log(UNSEEN) - Math.log(total + UNSEEN * counts.size))
  const mended = mender(counts.words)
  return (words) => {
    const parts = counts.partsOf(words.map(mended))
    if (parts.length === 0) return []
    const weight = parts.reduce((sum, { pair }) => sum + (pair ? PAIR : 1), 0)
    const scores = never.map((log) => log * weight)
    for (const part of parts)
      counts.each(part, (need, times) => {
        scores[need] = (scores[need] ?? 0) + (part.pair ? PAIR : 1) * Math.log(times / UNSEEN + 1)
      })
    return likeliest(needs, scores)
  }
}

function likeliest(needs: readonly string[], scores: readonly number[]): Likely[] {
  const best = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - best))
  const all = odds.reduce((sum, it) => sum + it, 0)
  return needs
    .map((need, i) => ({ need, likely: (odds[i] ?? 0) / all }))
    .filter((_, i) => (odds[i] ?? 0) >= LEAST_BESIDE_BEST)
    .sort((a, b) => b.likely - a.likely)
    .slice(0, MOST_NEEDS)
}

/** A word that nobody says is taken for the commonest that is one slip away: "todler". */
function mender(said: ReadonlyMap<string, number>): (word: string) => string {
  const vocabulary = makeVocabulary()
  const families = new Set<string>()
  for (const word of said.keys()) {
    families.add(familyOf(word))
    if (word.length >= SHORTEST_SLIP - 1) vocabulary.add(word)
  }
  return (word) => {
    if (word.length < SHORTEST_SLIP || families.has(familyOf(word)) || isStopWord(word)) return word
    const near = vocabulary.near(word).filter(({ slips }) => slips === 1)
    return near.sort((a, b) => (said.get(b.word) ?? 0) - (said.get(a.word) ?? 0))[0]?.word ?? word
  }
}
