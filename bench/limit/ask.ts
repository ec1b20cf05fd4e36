/** The eight kinds of question put to the scan: what the engine answers, from memory, and nothing kept from question to question. */
import { COUNTED, CELL, bitsFor, cellOf, lettersOf, type Limit } from './build.ts'
import { has, matchText, popcount, rowsIn, sizeOf, type Matched } from './text.ts'
import { STANDS } from '../../src/search/aptness.ts'
import { suggestionsOf } from '../../src/search/suggestions.ts'
import { askedWords, type Asked, type Word } from '../../src/search/units.ts'
import { wordsOf } from '../../src/search/words.ts'
import type { EngineQuery, Suggestion } from '../../src/search/engine.ts'
import type { Facet } from '../../src/search/query.ts'
import { METRES_PER_MILE, metresBetween } from '../../src/places/geo.ts'
import { orderKey, stepOf } from '../../src/search/ranking.ts'
import { tokensHere } from '../../src/search/serves.ts'

export type Scanned = { rows: number[]; total: number; facets: Record<string, number> }
const PAGE = 20

/** The best of them, by a short list kept in order. */
function best({ nameKey, idKey }: Limit, rows: Int32Array, key: (row: number) => number): number[] {
  const top: { row: number; key: number }[] = []
  const first = (a: { row: number; key: number }, b: { row: number; key: number }) =>
    a.key - b.key ||
    (nameKey[a.row] ?? 0) - (nameKey[b.row] ?? 0) ||
    (idKey[a.row] ?? 0) - (idKey[b.row] ?? 0)
  for (let i = 0; i < rows.length; i++) {
    const it = { row: rows[i] ?? 0, key: key(rows[i] ?? 0) }
    const last = top[PAGE - 1]
    if (last && first(it, last) >= 0) continue
    let at = Math.min(top.length, PAGE - 1)
    while (at > 0 && first(it, top[at - 1] ?? it) < 0) at--
    if (top.length === PAGE) top.pop()
    top.splice(at, 0, it)
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

/** Words of the index within the slips forgiven, as few as possible. */
function near({ byLength }: Limit, word: string): string[] {
  const most = word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0
  const letters = lettersOf(word)
  for (let forgiven = 1; forgiven <= most; forgiven++) {
    const found: string[] = []
    for (let length = word.length - forgiven; length <= word.length + forgiven; length++)
      for (const other of byLength[length] ?? []) {
        if (popcount(letters ^ other.letters) > 2 * forgiven) continue
        if (other.word !== word && slips(word, other.word, forgiven) <= forgiven) found.push(other.word)
      }
    if (found.length > 0) return found.slice(0, MOST_NEAR)
  }
  return []
}
const MOST_NEAR = 12

/** The same question with the neighbours of some of its words. */
const respelt = (limit: Limit, asked: Asked, choose: ReadonlySet<Word>): Asked => ({
  ...asked,
  words: asked.words.map((word) => {
    if (!choose.has(word)) return word
    const others = near(limit, word.word)
    const { vocabulary } = limit.phrases
    const meant = vocabulary.has(word.word) ? word.word : others.find((one) => vocabulary.has(one))
    return { ...word, forms: [...new Set([...word.forms, ...others])], meant: meant ?? word.word }
  }),
})

/** How many of the rows have each choice of the facets counted: row by row, as each knows its choices. */
function counted({ counts }: Limit, rows: ArrayLike<number>): Record<string, number> {
  const { keys, first, picked } = counts
  const sums = new Uint32Array(keys.length)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    for (let i = first[row] ?? 0, end = first[row + 1] ?? 0; i < end; i++) {
      const key = picked[i] ?? 0
      sums[key] = (sums[key] ?? 0) + 1
    }
  }
  const found = Object.create(null) as Record<string, number>
  for (const [i, key] of keys.entries()) found[key] = sums[i] ?? 0
  return found
}

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

function asked(limit: Limit, what: string): Matched {
  const words = askedWords(what)
  return matchText(limit, words, (choose) => respelt(limit, words, choose))
}

export function withWords(limit: Limit, { what }: EngineQuery): Scanned {
  const { rows, key } = asked(limit, what)
  return { rows: best(limit, rows, key), total: rows.length, facets: {} }
}

export function textAndFilters(limit: Limit, query: EngineQuery): Scanned {
  const { rows, key } = asked(limit, query.what)
  const allowed = filtered(limit, query.filters)
  const kept = rows.filter((row) => has(allowed, row))
  return { rows: best(limit, kept, key), total: kept.length, facets: counted(limit, kept) }
}

/** Who is in the circle, and who says to be for people there; the nearest first, what needs no visit as if a mile away. */
export function nearby(limit: Limit, { near: place, practice, withinMetres }: EngineQuery): Scanned {
  if (!place || withinMetres === null) return { rows: [], total: 0, facets: {} }
  const metresOf = (row: number) =>
    metresBetween(place, { lat: limit.lat[row] ?? 0, lng: limit.lng[row] ?? 0 })
  const set = bitsFor(limit.rows)
  const visitless = bitsFor(limit.rows)
  for (const token of tokensHere(place, practice))
    for (const row of limit.served.get(token) ?? []) {
      put(set, row)
      if (has(limit.remote, row)) put(visitless, row)
    }
  const metres = new Float64Array(limit.rows)
  for (const row of inBox(limit, around(place, withinMetres))) {
    const away = metresOf(row)
    if (away > withinMetres) continue
    metres[row] = away
    put(set, row)
  }
  const rows = rowsIn(set)
  const key = (row: number) => {
    const free = has(visitless, row)
    const away = metres[row] || (free ? METRES_PER_MILE : metresOf(row))
    return orderKey(0, 0, stepOf(away, free), limit.worth[row] ?? 0, 0)
  }
  return { rows: best(limit, rows, key), total: rows.length, facets: counted(limit, rows) }
}

const put = (set: Uint32Array, row: number): void => {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31))
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
  const rows = [...asked(limit, what).rows].filter((row) => {
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

/** Many rows are counted choice by choice. */
export function everything({ fresh, rows, facets }: Limit): Scanned {
  const found = Object.create(null) as Record<string, number>
  for (const [key, choice] of facets) found[key] = sizeOf(choice.rows)
  return { rows: [...fresh.subarray(0, PAGE)], total: rows, facets: found }
}

/** Words that begin so, the first rows that have them, and their labels as suggestions.ts puts them in order. */
export function typedSoFar({ sorted, words, labels }: Limit, what: string): Suggestion[] {
  const start = wordsOf(what).at(-1) ?? ''
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  const rows = new Set<number>()
  for (let i = low; (sorted[i] ?? '').startsWith(start) && rows.size < LOOKED_AT; i++) {
    const list = words.get(sorted[i] ?? '')
    for (let k = 0; list && k < list.rows.length && rows.size < LOOKED_AT; k++)
      if ((list.stands[k] ?? 0) >= STANDS.labelled) rows.add(list.rows[k] ?? 0)
  }
  return suggestionsOf(
    [...rows].flatMap((row) => labels[row] ?? []),
    what,
    8,
  )
}
const LOOKED_AT = 120
