/**
 * A scan written by hand for the measurement and nothing else: postings, bitsets and a grid in memory, no durability, no
 * clock, nothing that changes. What the same questions cost on this machine where everything lies ready.
 */
import type { SearchDocument } from '../../src/search/document.ts'
import type { Facet } from '../../src/search/query.ts'
import { confirmedFrom } from '../../src/freshness/standing.ts'
import { STANDS } from '../../src/search/aptness.ts'
import type { DocumentRules } from '../../src/search/make-document.ts'
import { readingBy } from '../../src/search/phrase-list.ts'
import type { Phrases } from '../../src/search/phrases.ts'
import { roomOrder, standingOrder, worthOrder } from '../../src/search/ranking.ts'
import type { Suggested } from '../../src/search/suggestions.ts'
import { foundBy } from '../../src/search/serves.ts'
import { idKey, nameKey } from '../../src/search/ties.ts'
import { wordsOf } from '../../src/search/words.ts'
import { BENCH_NOW } from '../generate.ts'

export const COUNTED = ['need', 'kind', 'how', 'cost', 'access'] as const satisfies readonly Facet[]
/** Side of a cell of the grid, degrees. */
export const CELL = 0.05

/** `stands`: STANDS of aptness.ts. */
type Postings = { rows: Int32Array; stands: Uint8Array }
/** Rows with a choice of a facet, and those that name it first. */
export type Choice = { set: Uint32Array; first: Uint32Array; total: number }
export type Limit = {
  rows: number
  words: Map<string, Postings>
  /** Words by their first letters, for what is typed so far. */
  sorted: string[]
  /** Words by length, with a bit for each letter that is in them. */
  byLength: { word: string; letters: number }[][]
  facets: Map<string, { facet: string; id: string; rows: Uint32Array }>
  /** The choices counted: each row's, from `first[row]` to before `first[row + 1]`. */
  counts: { keys: string[]; first: Int32Array; picked: Uint16Array }
  cells: Map<string, Int32Array>
  lat: Float64Array
  lng: Float64Array
  /** Rows, the last confirmed first. */
  fresh: Int32Array
  phrases: Phrases
  /** By facet and id. */
  choices: Map<string, Choice>
  /** Rows that are for particular people. */
  few: Uint32Array
  /** Rows by the people they say they are for (serves.ts), and those that need no visit. */
  served: Map<string, number[]>
  remote: Uint32Array
  /** What order comes after the words: worthOrder of ranking.ts, the name, the id. */
  worth: Uint8Array
  /** 1: outside the deployment's own area, which comes first where nobody names a place. */
  away: Uint8Array
  nameKey: Float64Array
  idKey: Float64Array
  labels: Suggested[]
}

export const bitsFor = (rows: number): Uint32Array => new Uint32Array((rows + 31) >>> 5)

export const lettersOf = (word: string): number => {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

export const cellOf = (lat: number, lng: number): string =>
  `${Math.floor(lat / CELL)},${Math.floor(lng / CELL)}`

export function buildLimit(documents: readonly SearchDocument[], rules: DocumentRules): Limit {
  const rows = documents.length
  const counts = new Map<string, Map<number, number>>()
  const facets: Limit['facets'] = new Map()
  const cells = new Map<string, number[]>()
  const [lat, lng] = [new Float64Array(rows), new Float64Array(rows)]
  documents.forEach((document, row) => {
    const note = (text: string, stands: number) => {
      for (const word of wordsOf(text)) {
        const known = counts.get(word) ?? new Map<number, number>()
        if (known.size === 0) counts.set(word, known)
        known.set(row, Math.max(known.get(row) ?? 0, stands))
      }
    }
    note(document.name, STANDS.named)
    note(`${document.group}\n${document.place}`, STANDS.labelled)
    note(document.body, STANDS.somewhere)
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
  const words = new Map([...counts].map(([word, of]) => [word, postingsOf(of)]))
  const byLength: Limit['byLength'] = []
  for (const word of words.keys()) (byLength[word.length] ??= []).push({ word, letters: lettersOf(word) })
  const at = (row: number) => documents[row]?.confirmedAt ?? -Infinity
  const fresh = Int32Array.from({ length: rows }, (_, row) => row).sort((a, b) => (at(a) < at(b) ? 1 : -1))
  const filled = new Map([...cells].map(([cell, list]) => [cell, Int32Array.from(list)]))
  const sorted = [...words.keys()].sort()
  return {
    rows,
    words,
    sorted,
    byLength,
    facets,
    cells: filled,
    lat,
    lng,
    fresh,
    ...orderOf(documents, rules),
  }
}

function orderOf(documents: readonly SearchDocument[], { taxonomy, site }: DocumentRules) {
  const phrases = readingBy(taxonomy)
  const choices = choicesIn(documents)
  const few = bitsFor(documents.length)
  for (const [key, { set }] of choices) {
    const [facet, id = ''] = key.split(' ')
    if (facet === 'who' && phrases.isForFew(id))
      for (let i = 0; i < few.length; i++) few[i] = (few[i] ?? 0) | (set[i] ?? 0)
  }
  const now = BENCH_NOW.getTime()
  const { confirmed_days, due_days } = site.freshness
  const times = {
    now,
    confirmedFrom: confirmedFrom(BENCH_NOW, confirmed_days),
    dueFrom: confirmedFrom(BENCH_NOW, due_days),
    tomorrow: confirmedFrom(BENCH_NOW, -1),
  }
  const worthOf = ({ confirmedAt, doubtedFrom, capacity }: SearchDocument) =>
    worthOrder(
      standingOrder(confirmedAt ?? -Infinity, doubtedFrom ?? Infinity, times),
      roomOrder(capacity && capacity.lapsesAt > now ? capacity.state : null),
    )
  return {
    phrases,
    choices,
    counts: countsIn(documents),
    few,
    ...servedIn(documents),
    worth: Uint8Array.from(documents, worthOf),
    away: Uint8Array.from(documents, ({ away }) => Number(away)),
    nameKey: Float64Array.from(documents, ({ name }) => nameKey(name)),
    idKey: Float64Array.from(documents, ({ id }) => idKey(id)),
    labels: documents.map(({ id, slug, name, group, place }) => ({ id, slug, name, group, place })),
  }
}

function servedIn(documents: readonly SearchDocument[]): Pick<Limit, 'served' | 'remote'> {
  const served = new Map<string, number[]>()
  const remote = bitsFor(documents.length)
  documents.forEach(({ serves }, row) => {
    if (!serves) return
    if (serves.remote) remote[row >>> 5] = (remote[row >>> 5] ?? 0) | (1 << (row & 31))
    for (const token of foundBy(serves)) {
      const rows = served.get(token) ?? []
      if (rows.push(row) === 1) served.set(token, rows)
    }
  })
  return { served, remote }
}

function countsIn(documents: readonly SearchDocument[]): Limit['counts'] {
  const numbers = new Map<string, number>()
  const first = new Int32Array(documents.length + 1)
  const picked: number[] = []
  documents.forEach((document, row) => {
    for (const [facet, ids] of choicesOf(document))
      for (const id of ids) {
        const key = `${facet} ${id}`
        if (!numbers.has(key)) numbers.set(key, numbers.size)
        picked.push(numbers.get(key) ?? 0)
      }
    first[row + 1] = picked.length
  })
  return { keys: [...numbers.keys()], first, picked: Uint16Array.from(picked) }
}

function choicesIn(documents: readonly SearchDocument[]): Limit['choices'] {
  const choices: Limit['choices'] = new Map()
  documents.forEach((document, row) => {
    for (const [facet, ids] of [...choicesOf(document), ['who', document.who] as const])
      ids.forEach((id, n) => {
        const key = `${facet} ${id}`
        const empty = () => bitsFor(documents.length)
        const choice = choices.get(key) ?? { set: empty(), first: empty(), total: 0 }
        choices.set(key, choice)
        choice.total++
        for (const set of n === 0 ? [choice.set, choice.first] : [choice.set])
          set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31))
      })
  })
  return choices
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

const postingsOf = (of: Map<number, number>): Postings => ({
  rows: Int32Array.from(of.keys()),
  stands: Uint8Array.from(of.values()),
})
