/** Documents into the index file: words, rows and new words of one batch, in one transaction. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SearchDocument } from '../document.ts'
import { wordsOf } from '../words.ts'
import type { Vocabulary } from './spelling.ts'

type Sql = (text: string) => StatementSync

/**
 * False, and nothing written, where another process had applied as much already. `known` learns the new words; where
 * this throws, it must be forgotten.
 */
export function writeBatch(
  db: DatabaseSync,
  sql: Sql,
  documents: readonly SearchDocument[],
  removed: readonly string[],
  upTo: number,
  known: Vocabulary,
): boolean {
  db.exec('BEGIN IMMEDIATE')
  try {
    const meta = (name: string) => Number(sql('SELECT value FROM meta WHERE name = ?').get(name)?.value)
    if (meta('applied') >= upTo && meta('applied') !== -1) {
      db.exec('ROLLBACK')
      return false
    }
    const seq = meta('seq') + 1
    let last = Number(sql('SELECT max(row) last FROM entry').get()?.last ?? 0)
    const rowOf = (id: string): number | null => {
      const row = sql('SELECT row FROM entry WHERE id = ?').get(id)?.row
      return row === undefined ? null : Number(row)
    }
    for (const id of removed) {
      const row = rowOf(id)
      if (row !== null) takeOut(sql, row, seq)
    }
    for (const document of documents) {
      const row = rowOf(document.id)
      putIn(sql, row ?? ++last, row === null, document, seq, known)
    }
    const put = sql('UPDATE meta SET value = ? WHERE name = ?')
    put.run(seq, 'seq')
    put.run(upTo, 'applied')
    db.exec('COMMIT')
    return true
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function takeOut(sql: Sql, row: number, seq: number): void {
  sql('UPDATE entry SET document = NULL, seq = ? WHERE row = ?').run(seq, row)
  sql('DELETE FROM words WHERE rowid = ?').run(row)
  sql('DELETE FROM labels WHERE rowid = ?').run(row)
}

function putIn(
  sql: Sql,
  row: number,
  isNew: boolean,
  document: SearchDocument,
  seq: number,
  known: Vocabulary,
): void {
  const { body, ...light } = document
  const text = JSON.stringify(light)
  if (isNew) sql('INSERT INTO entry VALUES (?, ?, ?, ?)').run(row, document.id, seq, text)
  else sql('UPDATE entry SET document = ?, seq = ? WHERE row = ?').run(text, seq, row)
  const verb = isNew ? 'INSERT' : 'INSERT OR REPLACE'
  const [name = [], group = [], place = [], rest = []] = [
    document.name,
    document.group,
    document.place,
    body,
  ].map(wordsOf)
  sql(`${verb} INTO words (rowid, name, "group", place, body) VALUES (?, ?, ?, ?, ?)`).run(
    row,
    name.join(' '),
    group.join(' '),
    place.join(' '),
    rest.join(' '),
  )
  sql(`${verb} INTO labels (rowid, name, "group", place) VALUES (?, ?, ?, ?)`).run(
    row,
    name.join(' '),
    group.join(' '),
    place.join(' '),
  )
  for (const words of [name, group, place, rest])
    for (const word of words)
      if (known.add(word)) sql('INSERT OR IGNORE INTO word VALUES (?, ?)').run(word, seq)
}
