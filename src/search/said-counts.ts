/**
 * How often each word, and each two side by side, is said of each need. In numbers and typed arrays, as some 55,000 lines
 * are counted before a process answers its first question.
 */
import { familyOf, isStopWord, wordsOf } from './words.ts'

/** A word or two side by side; `pair`: whether it is two. */
export type Part = { pair: boolean; key: number }

export type SaidCounts = {
  /** Those of a question that are said of any need; each once. */
  partsOf(words: readonly string[]): Part[]
  /** Calls with each need it is said of, and how often. */
  each(part: Part, tell: (need: number, times: number) => void): void
  /** Of all needs: how much is said of each, in words and pairs. */
  totals: readonly number[]
  /** Different words and pairs. */
  size: number
  /** Every word as it is said, and how often. */
  words: ReadonlyMap<string, number>
}

/** Two numbers of words as one. There are far fewer words. */
const WORDS = 2 ** 16
/** More than there are needs. */
const NEEDS = 2 ** 10

/** `lines`: what is said, with the place of its need among the `needs` needs. */
export function countSaid(lines: readonly { need: number; words: string }[], needs: number): SaidCounts {
  const words = numbered(lines)
  const single = countWords(words, needs)
  const pairs = countPairs(words)
  const totals = [...single.totals]
  for (const [i, need] of pairs.need.entries()) totals[need] = (totals[need] ?? 0) + (pairs.times[i] ?? 0)
  return {
    totals,
    size: single.size + pairs.at.size,
    words: words.times,
    partsOf(asked) {
      const own = asked.map((word) => words.of(word))
      const one = own.filter((word) => word >= 0 && words.tells(word))
      const two = own.slice(1).map((word, i) => pairKey(own[i] ?? -1, word))
      return [
        ...[...new Set(one)].map((key) => ({ pair: false, key })),
        ...[...new Set(two)].filter((key) => pairs.at.has(key)).map((key) => ({ pair: true, key })),
      ]
    },
    each({ pair, key }, tell) {
      if (pair) {
        const from = pairs.at.get(key) ?? 0
        for (let i = from; pairs.key[i] === key; i++) tell(pairs.need[i] ?? 0, pairs.times[i] ?? 0)
        return
      }
      for (let need = 0; need < needs; need++) {
        const times = single.counts[key * needs + need] ?? 0
        if (times > 0) tell(need, times)
      }
    },
  }
}

/** -1 where nobody says one of the words. */
const pairKey = (first: number, second: number): number =>
  first < 0 || second < 0 ? -1 : first * WORDS + second

/** Lines as numbers of words. Words of one family are one word (words.ts). */
type Numbered = {
  /** -1: nobody says it. */
  of(word: string): number
  /** The commonest words and numbers (hints.ts reads ages) tell nothing by themselves. */
  tells(number: number): boolean
  different: number
  times: ReadonlyMap<string, number>
  /** All that is said, and the need and the first word of each line. */
  said: Uint16Array
  need: Uint16Array
  from: Uint32Array
}

function numbered(lines: readonly { need: number; words: string }[]): Numbered {
  const families = new Map<string, number>()
  const known = new Map<string, number>()
  const times = new Map<string, number>()
  const tells: boolean[] = []
  const numberOf = (word: string): number => {
    const had = known.get(word)
    if (had !== undefined) return had
    const family = familyOf(word)
    const number = families.get(family) ?? families.size
    families.set(family, number)
    known.set(word, number)
    tells[number] = !isStopWord(family) && !/\d/.test(family)
    return number
  }
  // A word is a letter and a blank at least.
  const said = new Uint16Array(lines.reduce((sum, { words }) => sum + (words.length + 1) / 2 + 1, 0))
  const from = new Uint32Array(lines.length + 1)
  let n = 0
  for (const [i, { words }] of lines.entries()) {
    for (const word of wordsOf(words)) {
      times.set(word, (times.get(word) ?? 0) + 1)
      said[n++] = numberOf(word)
    }
    from[i + 1] = n
  }
  return {
    of: (word) => known.get(word) ?? families.get(familyOf(word)) ?? -1,
    tells: (number) => tells[number] === true,
    different: families.size,
    times,
    said,
    need: Uint16Array.from(lines, ({ need }) => need),
    from,
  }
}

/** A word counts once a line. `counts`: by word, then by need. */
function countWords({ said, need, from, different, tells }: Numbered, needs: number) {
  const counts = new Uint16Array(different * needs)
  const totals = Array.from({ length: needs }, () => 0)
  const last = new Int32Array(different).fill(-1)
  let size = 0
  for (const [line, own] of need.entries())
    for (let k = from[line] ?? 0; k < (from[line + 1] ?? 0); k++) {
      const word = said[k] ?? 0
      if (last[word] === line || !tells(word)) continue
      if (last[word] === -1) size++
      last[word] = line
      const at = word * needs + own
      counts[at] = (counts[at] ?? 0) + 1
      totals[own] = (totals[own] ?? 0) + 1
    }
  return { counts, totals, size }
}

/** By pair, then by need; `at`: where each pair begins. A pair that was said once is chance. */
function countPairs({ said, need, from }: Numbered) {
  const all = new Float64Array(from.at(-1) ?? 0)
  let n = 0
  for (const [line, own] of need.entries())
    for (let k = (from[line] ?? 0) + 1; k < (from[line + 1] ?? 0); k++)
      all[n++] = pairKey(said[k - 1] ?? 0, said[k] ?? 0) * NEEDS + own
  const sorted = all.subarray(0, n).sort()
  const pairAt = (i: number): number => (i < n ? Math.floor((sorted[i] ?? 0) / NEEDS) : -1)
  const counted: { [K in 'key' | 'need' | 'times']: number[] } = { key: [], need: [], times: [] }
  const at = new Map<number, number>()
  for (let i = 0; i < n;) {
    const pair = pairAt(i)
    const isChance = pairAt(i + 1) !== pair
    if (!isChance) at.set(pair, counted.key.length)
    while (pairAt(i) === pair) {
      const begin = i
      while (sorted[i] === sorted[begin]) i++
      if (isChance) continue
      counted.key.push(pair)
      counted.need.push((sorted[begin] ?? 0) % NEEDS)
      counted.times.push(i - begin)
    }
  }
  return { ...counted, at }
}
