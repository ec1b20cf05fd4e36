/** Documents into the index file: words, rows and new words of one batch, in one transaction. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SearchDocument } from '../document.ts'
import { wordsOf } from '../words.ts'
import type { Entry } from './file.ts'
import type { Vocabulary } from '../spelling.ts'

type Sql = (text: string) => StatementSync

/** See `write` of file.ts. */
export function writeBatch(
  db: DatabaseSync,
  sql: Sql,
  documents: readonly SearchDocument[],
  removed: readonly string[],
  upTo: number,
  vocabulary: Vocabulary,
): Entry[] | null {
  db.exec('BEGIN IMMEDIATE')
  try {
    const meta = (name: string) => Number(sql('SELECT value FROM meta WHERE name = ?').get(name)?.value)
    if (meta('applied') >= upTo && meta('applied') !== -1) {
      db.exec('ROLLBACK')
      return null
    }
    const seq = meta('seq') + 1
    const written: Entry[] = []
    let last = Number(sql('SELECT max(row) last FROM entry').get()?.last ?? 0)
    const rowOf = (id: string): number | null => {
      const row = sql('SELECT row FROM entry WHERE id = ?').get(id)?.row
      return row === undefined ? null : Number(row)
    }
    for (const id of removed) {
      const row = rowOf(id)
      if (row === null) continue
      takeOut(sql, row, seq)
      written.push({ row, document: null })
    }
    for (const document of documents) {
      const known = rowOf(document.id)
      const row = known ?? ++last
      putIn(sql, row, known === null, document, seq, vocabulary)
      written.push({ row, document })
    }
    const put = sql('UPDATE meta SET value = ? WHERE name = ?')
    put.run(seq, 'seq')
    put.run(upTo, 'applied')
    db.exec('COMMIT')
    return written
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
    `${document.name}\n${document.known}`,
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
