/** How alike two names are: the weight of the words they share, slips of the pen and cut words forgiven. */
import { MARKS, nameWords, YEAR, type Mark, type NameWords } from './name-words.ts'
import type { Matching } from './weights.ts'

export type Likeness = {
  /** 1: the same words, in any order. 0: none. */
  share: number
  /** Weight of the words both have. */
  rare: number
  /** One stands whole within the other, which says more. */
  part: boolean
  /** Weight of what the longer one says more. */
  more: number
  /** Weight of what each of them says and the other does not, of the one that says less of it. */
  own: number
  /** What their words tell apart. */
  marks: Mark[]
}

/** A slip costs so much of a word's weight. */
const SLIP = 0.9
/** Letters from which a word may differ in one, and in two. */
const ONE_SLIP = 5
const TWO_SLIPS = 9

/** `places`: words of their addresses, which weigh less in a name. */
export function likenessOf(a: string, b: string, places: ReadonlySet<string>, matching: Matching): Likeness {
  const [one, other] = [nameWords(a, matching), nameWords(b, matching)]
  const weigh = (word: string): number => {
    const common = YEAR.test(word) ? matching.weights.year : (matching.weights.common[word] ?? 1)
    return places.has(word) ? Math.min(common, matching.weights.address) : common
  }
  // What only one of them says counts half where it is a place or in brackets: many put their town behind their name.
  const half = (word: string, { aside }: NameWords) =>
    (places.has(word) ? 0.5 : 1) * (aside.has(word) ? 0.5 : 1)
  const sum = (name: NameWords, beside: NameWords) =>
    name.words.reduce(
      (all, word) => all + weigh(word) * (beside.words.includes(word) ? 1 : half(word, name)),
      0,
    )
  const [left, right, rare] = [sum(one, other), sum(other, one), shared(one, other, weigh, matching)]
  const whole = one.words.join('') === other.words.join('')
  const share = whole ? 1 : left + right === 0 ? 0 : (2 * rare) / (left + right)
  const least = Math.min(left, right)
  return {
    share: Math.min(1, share),
    rare: whole ? Math.max(rare, least) : rare,
    part: least > 0 && rare >= least * 0.98 && share < 0.98,
    more: Math.max(left, right) - least,
    own: whole ? 0 : least - rare,
    marks: whole ? [] : MARKS.filter((mark) => apart(one, other, mark, matching)),
  }
}

function apart(one: NameWords, other: NameWords, mark: Mark, matching: Matching): boolean {
  const written = (words: ReadonlySet<string>, beside: NameWords) =>
    mark === 'activities' ? withoutSlips(words, beside, matching) : words
  const [a, b] = [written(one.marks[mark], other), written(other.marks[mark], one)]
  if (mark === 'numbers' && one.years.size > 0 && other.years.size > 0 && !equal(one.years, other.years))
    return true
  return !equal(a, b)
}

/** "Athetic" beside "Athletic" is no other activity. */
const withoutSlips = (words: ReadonlySet<string>, { words: beside }: NameWords, matching: Matching) =>
  new Set(
    [...words].filter((word) => beside.includes(word) || !beside.some((it) => isSlip(word, it, matching))),
  )

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word))

/** Weight of the words both have: the same ones first, then slips, then words written as two. */
function shared(
  one: NameWords,
  other: NameWords,
  weigh: (word: string) => number,
  matching: Matching,
): number {
  const right = [...other.words]
  const left: string[] = []
  let weight = 0
  for (const word of one.words) {
    const at = right.indexOf(word)
    if (at < 0) left.push(word)
    else {
      weight += weigh(word)
      right.splice(at, 1)
    }
  }
  for (const word of [...left]) {
    const at = right.findIndex((it) => isSlip(word, it, matching))
    if (at < 0) continue
    weight += SLIP * Math.min(weigh(word), weigh(right[at] ?? ''))
    right.splice(at, 1)
    left.splice(left.indexOf(word), 1)
  }
  return weight + written(left, right, weigh) + written(right, left, weigh)
}

/** "Home Start" and "Homestart". */
function written(two: string[], one: string[], weigh: (word: string) => number): number {
  let weight = 0
  for (let at = 0; at + 1 < two.length; at++) {
    const [a = '', b = ''] = [two[at], two[at + 1]]
    const found = one.indexOf(a + b)
    if (found < 0) continue
    // On either side no more than the words there weigh.
    weight += Math.min(weigh(a) + weigh(b), weigh(a + b)) + Math.abs(weigh(a) + weigh(b) - weigh(a + b)) / 2
    one.splice(found, 1)
    two.splice(at, 2)
    at--
  }
  return weight
}

/** Letters changed, left out, added or turned round; never a number, nor a word that tells names apart. */
function isSlip(a: string, b: string, { marks }: Matching): boolean {
  const least = Math.min(a.length, b.length)
  if (least < ONE_SLIP || /\d/.test(a + b)) return false
  if ([marks.ages, marks.sexes].some((words) => words.has(a) || words.has(b))) return false
  const allowed = least >= TWO_SLIPS ? 2 : 1
  return Math.abs(a.length - b.length) <= allowed && slips(a, b) <= allowed
}

/** Optimal string alignment: how many slips lie between two words. */
function slips(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + other)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
