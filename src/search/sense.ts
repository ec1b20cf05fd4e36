/**
 * What a question is about by all of its words together, where no phrase in it says so: "he took my bank card and reads my
 * messages". Lines that people say for a need (data/taxonomy/said/) and the need's own phrases are counted word by word and
 * pair by pair; multinomial naive Bayes, every need as likely beforehand, says how likely each is. Pure.
 */
import type { Saying } from '../listings/taxonomy.ts'
import { makeVocabulary } from './spelling.ts'
import { familyOf, isStopWord, wordsOf } from './words.ts'

/** `likely`: 0 to 1, of all needs together 1. */
export type Likely = { need: string; likely: number }
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

/** A word or pair, and how often it is said of each need, by the need's place. */
type Counts = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Counted at the first question: who asks none (an import, a review of the desk) waits for nothing. */
export function makeSense(sayings: readonly Saying[]): Sense {
  let made: Sense | null = null
  return (words) => (made ??= counting(sayings))(words)
}

function counting(sayings: readonly Saying[]): Sense {
  const needs = [...new Set(sayings.map(({ need }) => need))]
  const lines = sayings.map(({ need, words }) => ({ need: needs.indexOf(need), words: wordsOf(words) }))
  const partsOf = partsBy(kept(familyOf))
  const { counts, totals } = counted(lines, needs.length, partsOf)
  const never = totals.map((total) => Math.log(UNSEEN) - Math.log(total + UNSEEN * counts.size))
  const mended = mender(lines, counts)
  return (words) => {
    const parts = partsOf(words.map(mended)).filter((part) => counts.has(part))
    if (parts.length === 0) return []
    const weight = parts.reduce((sum, part) => sum + weightOf(part), 0)
    const scores = never.map((log) => log * weight)
    for (const part of parts)
      for (const [need, times] of counts.get(part) ?? [])
        scores[need] = (scores[need] ?? 0) + weightOf(part) * Math.log(times / UNSEEN + 1)
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

const BETWEEN = ' '
const weightOf = (part: string): number => (part.includes(BETWEEN) ? PAIR : 1)

type Parts = (words: readonly string[]) => string[]

/** Its words but the commonest and numbers (hints.ts reads ages), and every two side by side ("on own"); each once. */
const partsBy =
  (family: (word: string) => string): Parts =>
  (words) => {
    const families = words.map(family)
    const parts = new Set(families.filter((word) => !isStopWord(word) && !/\d/.test(word)))
    for (let i = 1; i < families.length; i++)
      parts.add(`${families[i - 1] ?? ''}${BETWEEN}${families[i] ?? ''}`)
    return [...parts]
  }

/** The same few words come again and again. */
function kept(of: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const had = known.get(word)
    if (had !== undefined) return had
    if (known.size >= MOST_KEPT) known.clear()
    const found = of(word)
    known.set(word, found)
    return found
  }
}
const MOST_KEPT = 50_000

type Line = { need: number; words: readonly string[] }

/** Pairs that were said once are chance. */
function counted(lines: readonly Line[], needs: number, partsOf: Parts) {
  const said = lines.map(({ need, words }) => ({ need, parts: partsOf(words) }))
  const once = new Map<string, boolean>()
  for (const { parts } of said)
    for (const part of parts) if (part.includes(BETWEEN)) once.set(part, !once.has(part))
  const counts = new Map<string, Map<number, number>>()
  const totals = Array.from({ length: needs }, () => 0)
  for (const { need, parts } of said)
    for (const part of parts) {
      if (once.get(part) === true) continue
      const own = counts.get(part)
      if (own) own.set(need, (own.get(need) ?? 0) + 1)
      else counts.set(part, new Map([[need, 1]]))
      totals[need] = (totals[need] ?? 0) + 1
    }
  return { counts, totals }
}

/** A word that nobody says is taken for the commonest that is one slip away: "todler". */
function mender(lines: readonly Line[], counts: Counts): (word: string) => string {
  const vocabulary = makeVocabulary()
  const said = new Map<string, number>()
  for (const { words } of lines) for (const word of words) said.set(word, (said.get(word) ?? 0) + 1)
  for (const word of said.keys()) if (word.length >= SHORTEST_SLIP - 1) vocabulary.add(word)
  return (word) => {
    if (word.length < SHORTEST_SLIP || counts.has(familyOf(word)) || isStopWord(word)) return word
    const near = vocabulary.near(word).filter(({ slips }) => slips === 1)
    return near.sort((a, b) => (said.get(b.word) ?? 0) - (said.get(a.word) ?? 0))[0]?.word ?? word
  }
}
