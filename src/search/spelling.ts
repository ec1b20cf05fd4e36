/**
 * Words spelt nearly so. A letter mask throws out most of the vocabulary with two operations a word; a bounded
 * Damerau-Levenshtein distance (optimal string alignment) looks at the rest: 0.06 ms over 33,000 words.
 */
import { bitCount } from './bit-count.ts'
import { isStopWord } from './words.ts'

/** Slips forgiven by length of word, in letters: shorter words have too many neighbours that mean something else. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 9
/** Neighbours taken at most: more would find everything. */
const MOST_NEIGHBOURS = 12
const A = 97
const Z = 122

type Neighbour = { word: string; slips: number }

export function slipsAllowed(word: string): number {
  if (/\d/.test(word)) return 0
  return word.length >= TWO_SLIPS_FROM ? 2 : word.length >= ONE_SLIP_FROM ? 1 : 0
}

/**
 * Every word of the index, with a mask of its letters. Words are added, never taken out: one that has no listing any
 * more finds nothing.
 */
export type Vocabulary = {
  has(word: string): boolean
  /** True where it was new. */
  add(word: string): boolean
  /** Words within the slips that one of this length is forgiven, as few slips as possible, without the word itself. */
  near(word: string): Neighbour[]
}

type Bucket = { words: string[]; masks: number[] }

/** Words whose neighbours are kept: those of the question at hand are asked for again and again. */
const MOST_KEPT = 200

export function makeVocabulary(): Vocabulary {
  const all = new Set<string>()
  const byLength: Bucket[] = []
  const kept = new Map<string, Neighbour[]>()
  const look = (word: string): Neighbour[] => {
    const most = slipsAllowed(word)
    // Two slips are forgiven only where one explains nothing.
    for (let slips = 1; slips <= most; slips++) {
      const buckets = byLength.slice(Math.max(2, word.length - slips), word.length + slips + 1)
      const found = buckets.flatMap((bucket) => nearIn(bucket, word, slips))
      if (found.length > 0) return nearest(found, word)
    }
    return []
  }
  return {
    has: (word) => all.has(word),
    add(word) {
      const before = all.size
      all.add(word)
      if (all.size === before) return false
      const bucket = (byLength[word.length] ??= { words: [], masks: [] })
      bucket.words.push(word)
      bucket.masks.push(maskOf(word))
      kept.clear()
      return true
    },
    near(word) {
      const known = kept.get(word) ?? look(word)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(word, known)
      return known
    },
  }
}

/** Those that begin with the same letter first: people seldom get that one wrong. */
function nearest(found: Neighbour[], word: string): Neighbour[] {
  const first = word.charCodeAt(0)
  const strange = (it: Neighbour) => it.slips * 2 + (it.word.charCodeAt(0) === first ? 0 : 1)
  return found.sort((a, b) => strange(a) - strange(b) || (a.word < b.word ? -1 : 1)).slice(0, MOST_NEIGHBOURS)
}

function nearIn({ words, masks }: Bucket, word: string, slips: number): Neighbour[] {
  const mask = maskOf(word)
  const found: Neighbour[] = []
  for (let i = 0; i < masks.length; i++) {
    // A slip changes the mask in two letters at most. Nobody who slips means a stop word: "rare" is no "are".
    if (bitCount(mask ^ (masks[i] ?? 0)) > 2 * slips) continue
    const other = words[i] ?? ''
    const distance = slipsBetween(word, other, slips)
    if (distance > 0 && distance <= slips && !isStopWord(other)) found.push({ word: other, slips: distance })
  }
  return found
}

function maskOf(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    mask |= code >= A && code <= Z ? 1 << (code - A) : 1 << 26
  }
  return mask
}

/** Rows of the table below: the one at work and the two before it. Longer words than this are compared by none. */
const LONGEST = 64
const ROWS = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const

/** Letters put in, left out, changed or swapped with their neighbour; anything above `most` is given as most + 1. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > LONGEST) return most + 1
  let [before, row, next] = ROWS
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    next[0] = i
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next[j] = cost
      if (cost < best) best = cost
    }
    if (best > most) return most + 1
    ;[before, row, next] = [row, next, before]
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
