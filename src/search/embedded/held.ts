/**
 * Prints of what an index file really holds: of each listing its row and its words, read back from the tables that
 * answer questions. Nothing is written to the file.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { printOf } from '../document-print.ts'
import type { WordTable } from './file.ts'

const WORDS: readonly WordTable[] = ['words', 'labels']

/** Every id, with the print of its document and its words. */
export function printsIn(db: DatabaseSync, sql: (text: string) => StatementSync): Map<string, string> {
  const last = Number(sql('SELECT max(row) last FROM entry').get()?.last ?? 0)
  const words = WORDS.map((table) => wordSums(db, sql, table, last))
  const prints = new Map<string, string>()
  for (const { row, id, document } of sql(
    'SELECT row, id, document FROM entry WHERE document IS NOT NULL',
  ).iterate()) {
    const held = [readable(String(document)), ...words.map((sums) => sums[Number(row)])]
    prints.set(String(id), printOf(held))
  }
  return prints
}

/** As it stands where somebody left no JSON in it. */
function readable(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch {
    return document
  }
}

/**
 * One number a row: the sum of a hash of each of its words and where it stands. SQLite tells words term by term and no
 * row's together, so a sum is all that is kept, however long the texts are.
 */
function wordSums(
  db: DatabaseSync,
  sql: (text: string) => StatementSync,
  table: WordTable,
  last: number,
): Uint32Array {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_held USING fts5vocab(main, ${table}, instance)`)
  const sums = new Uint32Array(last + 1)
  const all = sql(`SELECT term, doc, col, offset FROM temp.${table}_held`)
  all.setReturnArrays(true)
  let [term, hash] = ['', 0]
  for (const it of all.iterate() as Iterable<unknown>) {
    const [word, row, column, at] = it as [string, number, string, number]
    if (word !== term) [term, hash] = [word, hashOf(word)]
    // Of a row that no entry has: no question comes to it.
    if (row <= last) sums[row] = (sums[row] ?? 0) + stirred(hash, hashOf(column), at)
  }
  return sums
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function stirred(...numbers: number[]): number {
  let hash = 0
  for (const it of numbers) {
    hash = Math.imul(hash ^ it, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash
}
