/**
 * A scan written by hand for the measurement and nothing else: postings, bitsets and a grid in memory, no durability, no
 * taxonomy, no plurals, no clock. What the same questions cost on this machine when hardly anything is done about them.
 */
import type { SearchDocument } from '../../src/search/document.ts'
import type { Facet } from '../../src/search/query.ts'
import { wordsOf } from '../../src/search/words.ts'

export const COUNTED = ['need', 'kind', 'how', 'cost', 'access'] as const satisfies readonly Facet[]
/** Side of a cell of the grid, degrees. */
export const CELL = 0.05
/** What a word in the name counts more than in the rest. */
const IN_NAME = 6

export type Postings = { rows: Int32Array; weight: Float32Array }
export type Limit = {
  rows: number
  words: Map<string, Postings>
  /** Words by their first letters, for what is typed so far. */
  sorted: string[]
  /** Words by length, with a bit for each letter that is in them. */
  byLength: { word: string; letters: number }[][]
  facets: Map<string, { facet: string; id: string; rows: Uint32Array }>
  cells: Map<string, Int32Array>
  lat: Float64Array
  lng: Float64Array
  /** Rows, the last confirmed first. */
  fresh: Int32Array
}

export const bitsFor = (rows: number): Uint32Array => new Uint32Array((rows + 31) >>> 5)

export const lettersOf = (word: string): number => {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

export const cellOf = (lat: number, lng: number): string =>
  `${Math.floor(lat / CELL)},${Math.floor(lng / CELL)}`

export function buildLimit(documents: readonly SearchDocument[]): Limit {
  const rows = documents.length
  const counts = new Map<string, Map<number, number>>()
  const facets: Limit['facets'] = new Map()
  const cells = new Map<string, number[]>()
  const [lat, lng] = [new Float64Array(rows), new Float64Array(rows)]
  documents.forEach((document, row) => {
    const note = (word: string, weight: number) => {
      const known = counts.get(word) ?? new Map<number, number>()
      if (known.size === 0) counts.set(word, known)
      known.set(row, (known.get(row) ?? 0) + weight)
    }
    for (const word of wordsOf(document.name)) note(word, IN_NAME)
    for (const word of wordsOf(`${document.group} ${document.place} ${document.body}`)) note(word, 1)
    for (const [facet, ids] of choicesOf(document))
      for (const id of ids) putFacet(facets, facet, id, row, rows)
    const [point] = document.points
    if (!point) return void lat.fill(NaN, row, row + 1)
    lat[row] = point.lat
    lng[row] = point.lng
    const cell = cellOf(point.lat, point.lng)
    const known = cells.get(cell)
    if (known) known.push(row)
    else cells.set(cell, [row])
  })
  const words = new Map([...counts].map(([word, of]) => [word, postingsOf(of, rows)]))
  const byLength: Limit['byLength'] = []
  for (const word of words.keys()) (byLength[word.length] ??= []).push({ word, letters: lettersOf(word) })
  const at = (row: number) => documents[row]?.confirmedAt ?? -Infinity
  const fresh = Int32Array.from({ length: rows }, (_, row) => row).sort((a, b) => (at(a) < at(b) ? 1 : -1))
  const filled = new Map([...cells].map(([cell, list]) => [cell, Int32Array.from(list)]))
  return { rows, words, sorted: [...words.keys()].sort(), byLength, facets, cells: filled, lat, lng, fresh }
}

const choicesOf = (it: SearchDocument): [string, string[]][] => [
  ['need', it.needs],
  ['kind', it.kinds],
  ['how', it.how],
  ['cost', it.cost],
  ['access', it.access],
]

function putFacet(facets: Limit['facets'], facet: string, id: string, row: number, rows: number): void {
  const key = `${facet} ${id}`
  const known = facets.get(key) ?? { facet, id, rows: bitsFor(rows) }
  facets.set(key, known)
  known.rows[row >>> 5] = (known.rows[row >>> 5] ?? 0) | (1 << (row & 31))
}

/** BM25's part of a word in a row, made once. */
function postingsOf(of: Map<number, number>, all: number): Postings {
  const rows = Int32Array.from(of.keys())
  const idf = Math.log(1 + (all - rows.length + 0.5) / (rows.length + 0.5))
  const weight = Float32Array.from(of.values(), (n) => (idf * (n * 2.2)) / (n + 1.2))
  return { rows, weight }
}
