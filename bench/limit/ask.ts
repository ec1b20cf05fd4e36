/** The eight kinds of question put to the scan: each as bare as it can be and still have an answer. */
import { COUNTED, CELL, bitsFor, cellOf, lettersOf, type Limit, type Postings } from './build.ts'
import { wordsOf } from '../../src/search/words.ts'
import type { EngineQuery } from '../../src/search/engine.ts'
import type { Facet } from '../../src/search/query.ts'
import { metresBetween } from '../../src/places/geo.ts'

export type Scanned = { rows: number[]; total: number; facets: Record<string, number> }
const PAGE = 20

/** Rows that have both lists' words, the shorter one walked and the longer one leapt through. */
function both(one: Postings, other: Postings): Postings {
  const [short, long] = one.rows.length < other.rows.length ? [one, other] : [other, one]
  const rows = new Int32Array(short.rows.length)
  const weight = new Float32Array(short.rows.length)
  let [n, at] = [0, 0]
  for (let i = 0; i < short.rows.length; i++) {
    const row = short.rows[i] ?? 0
    let step = 1
    while (at + step < long.rows.length && (long.rows[at + step] ?? 0) < row) {
      at += step
      step *= 2
    }
    while (at < long.rows.length && (long.rows[at] ?? 0) < row) at++
    if (long.rows[at] !== row) continue
    rows[n] = row
    weight[n++] = (short.weight[i] ?? 0) + (long.weight[at] ?? 0)
  }
  return { rows: rows.subarray(0, n), weight: weight.subarray(0, n) }
}

const NOTHING: Postings = { rows: new Int32Array(0), weight: new Float32Array(0) }

function matched({ words }: Limit, what: readonly string[]): Postings {
  const lists = what.map((word) => words.get(word) ?? NOTHING)
  return lists.reduce((found, list) => both(found, list))
}

/** The best of them, by a short list kept in order. */
function best({ rows, weight }: Postings): number[] {
  const top: { row: number; weight: number }[] = []
  let least = -Infinity
  for (let i = 0; i < rows.length; i++) {
    const w = weight[i] ?? 0
    if (top.length === PAGE && w <= least) continue
    let at = top.length
    while (at > 0 && (top[at - 1]?.weight ?? 0) < w) at--
    top.splice(at, 0, { row: rows[i] ?? 0, weight: w })
    if (top.length > PAGE) top.pop()
    least = top.length === PAGE ? (top[PAGE - 1]?.weight ?? 0) : -Infinity
  }
  return top.map(({ row }) => row)
}

/** Up to this many slips, Damerau's, given up as soon as they are more. */
function slips(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let n = Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        n = Math.min(n, (before[j - 2] ?? 9) + 1)
      next.push(n)
      least = Math.min(least, n)
    }
    if (least > most) return 9
    before = row
    row = next
  }
  return row[b.length] ?? 9
}

function near({ byLength, words }: Limit, word: string): Postings {
  const most = word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0
  const letters = lettersOf(word)
  const lists: Postings[] = []
  for (let length = word.length - most; length <= word.length + most; length++)
    for (const other of byLength[length] ?? []) {
      if (popcount(letters ^ other.letters) > 2 * most) continue
      const list = slips(word, other.word, most) <= most ? words.get(other.word) : undefined
      if (list) lists.push(list)
    }
  return lists.length === 1 ? (lists[0] ?? NOTHING) : merged(lists)
}

function merged(lists: readonly Postings[]): Postings {
  const sums = new Map<number, number>()
  for (const { rows, weight } of lists)
    for (let i = 0; i < rows.length; i++)
      sums.set(rows[i] ?? 0, Math.max(sums.get(rows[i] ?? 0) ?? 0, weight[i] ?? 0))
  const rows = Int32Array.from(sums.keys()).sort()
  return { rows, weight: Float32Array.from(rows, (row) => sums.get(row) ?? 0) }
}

const popcount = (n: number): number => {
  let v = n - ((n >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function counted(limit: Limit, set: Uint32Array): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [key, { rows }] of limit.facets) {
    let n = 0
    for (let i = 0; i < set.length; i++) n += popcount((set[i] ?? 0) & (rows[i] ?? 0))
    found[key] = n
  }
  return found
}

const has = (set: Uint32Array, row: number): boolean => (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

/** Rows that have one of the choices of every filter. */
function filtered(limit: Limit, filters: EngineQuery['filters']): Uint32Array {
  const set = bitsFor(limit.rows).fill(0xffffffff)
  for (const facet of COUNTED) {
    const chosen = filters[facet as Facet]
    if (chosen.length === 0) continue
    const any = bitsFor(limit.rows)
    for (const id of chosen) {
      const { rows = any } = limit.facets.get(`${facet} ${id}`) ?? {}
      for (let i = 0; i < any.length; i++) any[i] = (any[i] ?? 0) | (rows[i] ?? 0)
    }
    for (let i = 0; i < set.length; i++) set[i] = (set[i] ?? 0) & (any[i] ?? 0)
  }
  return set
}

const setOf = (limit: Limit, rows: ArrayLike<number>): Uint32Array => {
  const set = bitsFor(limit.rows)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31))
  }
  return set
}

export function twoWords(limit: Limit, { what }: EngineQuery): Scanned {
  const found = matched(limit, wordsOf(what))
  return { rows: best(found), total: found.rows.length, facets: {} }
}

export function misspelt(limit: Limit, { what }: EngineQuery): Scanned {
  const found = wordsOf(what)
    .map((word) => near(limit, word))
    .reduce(both)
  return { rows: best(found), total: found.rows.length, facets: {} }
}

export function textAndFilters(limit: Limit, query: EngineQuery): Scanned {
  const found = matched(limit, wordsOf(query.what))
  const allowed = filtered(limit, query.filters)
  const at = Array.from(found.rows.keys()).filter((i) => has(allowed, found.rows[i] ?? 0))
  const kept: Postings = {
    rows: Int32Array.from(at, (i) => found.rows[i] ?? 0),
    weight: Float32Array.from(at, (i) => found.weight[i] ?? 0),
  }
  return { rows: best(kept), total: at.length, facets: counted(limit, setOf(limit, kept.rows)) }
}

export function nearby(limit: Limit, { near: place, withinMetres }: EngineQuery): Scanned {
  if (!place || withinMetres === null) return { rows: [], total: 0, facets: {} }
  const found = inBox(limit, around(place, withinMetres)).flatMap((row) => {
    const metres = metresBetween(place, { lat: limit.lat[row] ?? 0, lng: limit.lng[row] ?? 0 })
    return metres <= withinMetres ? [{ row, metres }] : []
  })
  found.sort((a, b) => a.metres - b.metres)
  const rows = found.map(({ row }) => row)
  return { rows: rows.slice(0, PAGE), total: rows.length, facets: counted(limit, setOf(limit, rows)) }
}

const around = (
  { lat, lng }: { lat: number; lng: number },
  metres: number,
): [number, number, number, number] => {
  const high = metres / 111_000
  const wide = high / Math.cos((lat * Math.PI) / 180)
  return [lng - wide, lat - high, lng + wide, lat + high]
}

function inBox(
  { cells, lat, lng }: Limit,
  [west, south, east, north]: readonly [number, number, number, number],
): number[] {
  const rows: number[] = []
  for (let y = south; y < north + CELL; y += CELL)
    for (let x = west; x < east + CELL; x += CELL)
      for (const row of cells.get(cellOf(y, x)) ?? []) {
        const [a, b] = [lat[row] ?? 0, lng[row] ?? 0]
        if (a >= south && a <= north && b >= west && b <= east) rows.push(row)
      }
  return rows
}

export function boxWithText(limit: Limit, { what, bbox }: EngineQuery): Scanned {
  if (!bbox) return { rows: [], total: 0, facets: {} }
  const [west, south, east, north] = bbox
  const rows = [...matched(limit, wordsOf(what)).rows].filter((row) => {
    const [a, b] = [limit.lat[row] ?? 0, limit.lng[row] ?? 0]
    return a >= south && a <= north && b >= west && b <= east
  })
  return { rows, total: rows.length, facets: {} }
}

export function byFreshness(limit: Limit, { filters }: EngineQuery): Scanned {
  const set = filtered(limit, filters)
  let total = 0
  for (let i = 0; i < set.length; i++) total += popcount(set[i] ?? 0)
  const rows: number[] = []
  for (let i = 0; i < limit.fresh.length && rows.length < PAGE; i++)
    if (has(set, limit.fresh[i] ?? 0)) rows.push(limit.fresh[i] ?? 0)
  return { rows, total, facets: {} }
}

export function everything(limit: Limit): Scanned {
  const all = bitsFor(limit.rows).fill(0xffffffff)
  return { rows: [...limit.fresh.subarray(0, PAGE)], total: limit.rows, facets: counted(limit, all) }
}

/** Names and places are not told apart: words that begin so, and the first rows that have them. */
export function typedSoFar({ sorted, words }: Limit, what: string): Scanned {
  const start = wordsOf(what).at(-1) ?? ''
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  const rows = new Set<number>()
  for (let i = low; (sorted[i] ?? '').startsWith(start) && rows.size < 120; i++)
    for (const row of words.get(sorted[i] ?? '')?.rows.subarray(0, 120) ?? []) rows.add(row)
  return { rows: [...rows].slice(0, 8), total: rows.size, facets: {} }
}
