/**
 * The index file: words in FTS5, documents without their words as rows, all words ever seen, and now and then a picture
 * of the columns so that a process starts without reading every row. Rows are numbered from 1 and keep their number.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { deserialize, serialize } from 'node:v8'
import type { SearchDocument } from '../document.ts'
import type { Columns, Light } from './columns.ts'
import { makeVocabulary, type Vocabulary } from '../spelling.ts'
import { printsIn } from './held.ts'
import { writeBatch } from './write.ts'

/** Goes up when the tables, the folding of words or the columns change: older files are built again. */
export const FORMAT = 11
/** Bytes of a picture written at a time: about 10 ms. */
const PART = 2 ** 21
/** How long a writer waits for another process's batch, milliseconds. */
const BUSY = 2000

const TABLES = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE entry (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, document TEXT);
  CREATE INDEX entry_seq ON entry (seq);
  CREATE TABLE word (word TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE picture (seq INTEGER, part INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (seq, part));
  CREATE VIRTUAL TABLE words USING fts5 (
    name, "group", place, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE labels USING fts5 (
    name, "group", place, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
  );`

export type Meta = { settings: string; applied: number; seq: number; pictured: number }
export type Entry = { row: number; document: Light | null }

/** Names, groups and places have a small index of their own: they are read without reading descriptions. */
export type WordTable = 'words' | 'labels'

export type IndexFile = {
  /** True once after another process wrote. */
  changed(): boolean
  meta(): Meta
  newer(seq: number): Entry[]
  newerWords(seq: number): string[]
  picture(): Columns | null
  /** Of the columns as they are now, which is after `seq`. In parts, with room for other work between them. */
  takePicture(columns: Columns, seq: number): Promise<void>
  /**
   * One transaction. The rows it wrote; null: another process had applied as much already, and nothing was written.
   * `known` learns the new words; where this throws, it must be forgotten.
   */
  write(
    documents: readonly SearchDocument[],
    removed: readonly string[],
    upTo: number,
    known: Vocabulary,
  ): Entry[] | null
  /** Calls for each row that matches an expression of FTS5; `labels` knows names, groups and places only. */
  eachRow(table: WordTable, expression: string, visit: (row: number) => void): void
  /** Whether one row does. */
  matches(table: WordTable, expression: string, row: number): boolean
  /** The first rows whose name, group or place match. */
  beginning(expression: string, limit: number): number[]
  entry(row: number): Light | null
  /** See held.ts. */
  prints(): Map<string, string>
  /** The last thing done to a new file: it stands for the store up to this change. */
  finish(upTo: number): void
  close(): void
}

export function createFile(path: string, settings: string): IndexFile {
  const db = new DatabaseSync(path)
  // Nobody else sees the file before it is whole and on the disk: see files.ts.
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${TABLES}`)
  const put = db.prepare('INSERT INTO meta VALUES (?, ?)')
  for (const [name, value] of Object.entries({ format: FORMAT, settings, applied: -1, seq: 0, pictured: -1 }))
    put.run(name, value)
  return over(db)
}

/** The prints of these in a file that holds nothing else. */
export function printsOf(documents: readonly SearchDocument[]): Map<string, string> {
  const file = createFile(':memory:', '')
  try {
    file.write(documents, [], 0, makeVocabulary())
    return file.prints()
  } finally {
    file.close()
  }
}

/** Throws where the file is no index of this format. */
export function openFile(path: string): IndexFile {
  const db = new DatabaseSync(path)
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`)
    const format = db.prepare("SELECT value FROM meta WHERE name = 'format'").get()?.value
    if (format !== FORMAT) throw new Error(`the index is of format ${String(format)}, not ${FORMAT}`)
    return over(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function over(db: DatabaseSync): IndexFile {
  const made = new Map<string, StatementSync>()
  const sql = (text: string): StatementSync => {
    const known = made.get(text) ?? db.prepare(text)
    made.set(text, known)
    return known
  }
  const version = () => Number(sql('PRAGMA data_version').get()?.data_version)
  let seen = version()
  const list = (text: string, ...values: (string | number)[]): number[] =>
    JSON.parse(String(sql(text).get(...values)?.list ?? '[]')) as number[]
  const meta = (): Meta => {
    const rows = sql('SELECT name, value FROM meta')
      .all()
      .map((it) => [String(it.name), it.value] as const)
    const named = new Map(rows)
    const number = (name: string) => Number(named.get(name) ?? -1)
    return {
      settings: String(named.get('settings')),
      applied: number('applied'),
      seq: number('seq'),
      pictured: number('pictured'),
    }
  }
  const light = (document: unknown): Light | null =>
    typeof document === 'string' ? (JSON.parse(document) as Light) : null
  return {
    changed() {
      const now = version()
      const changed = now !== seen
      seen = now
      return changed
    },
    meta,
    newer: (seq) =>
      sql('SELECT row, document FROM entry WHERE seq > ?')
        .all(seq)
        .map((it) => ({ row: Number(it.row), document: light(it.document) })),
    newerWords: (seq) =>
      sql('SELECT word FROM word WHERE seq > ?')
        .all(seq)
        .map((it) => String(it.word)),
    picture() {
      const { pictured } = meta()
      const size = Number(
        sql('SELECT sum(length(bytes)) size FROM picture WHERE seq = ?').get(pictured)?.size ?? 0,
      )
      if (size === 0) return null
      // Part by part into one: all parts and the whole at once are twice the memory, which a process then keeps.
      const whole = Buffer.allocUnsafeSlow(size)
      let at = 0
      for (const { bytes } of sql('SELECT bytes FROM picture WHERE seq = ? ORDER BY part').iterate(
        pictured,
      )) {
        whole.set(bytes as Uint8Array, at)
        at += (bytes as Uint8Array).length
      }
      return deserialize(whole) as Columns
    },
    async takePicture(columns, seq) {
      const bytes = serialize(columns)
      for (let part = 0; part * PART < bytes.length; part++) {
        sql('INSERT OR REPLACE INTO picture VALUES (?, ?, ?)').run(
          seq,
          part,
          bytes.subarray(part * PART, (part + 1) * PART),
        )
        await new Promise(setImmediate)
        if (!db.isOpen) return
      }
      sql("UPDATE meta SET value = ? WHERE name = 'pictured'").run(seq)
      sql('DELETE FROM picture WHERE seq < ?').run(seq)
    },
    write: (documents, removed, upTo, known) => writeBatch(db, sql, documents, removed, upTo, known),
    eachRow: (table, expression, visit) =>
      eachNumber(
        String(
          sql(`SELECT group_concat(rowid) list FROM ${table} WHERE ${table} MATCH ?`).get(expression)?.list ??
            '',
        ),
        visit,
      ),
    matches: (table, expression, row) =>
      sql(`SELECT 1 FROM ${table} WHERE ${table} MATCH ? AND rowid = ?`).get(expression, row) !== undefined,
    beginning: (expression, limit) =>
      list(
        'SELECT json_group_array(rowid) list FROM (SELECT rowid FROM labels WHERE labels MATCH ? LIMIT ?)',
        expression,
        limit,
      ),
    entry: (row) => light(sql('SELECT document FROM entry WHERE row = ?').get(row)?.document),
    prints: () => printsIn(db, sql),
    finish(upTo) {
      sql("UPDATE meta SET value = ? WHERE name = 'applied'").run(upTo)
    },
    close: () => db.close(),
  }
}

/** Numbers of "1,22,333": rows come out of SQLite as one text, as one object a row would take ten times as long. */
function eachNumber(text: string, visit: (n: number) => void): void {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0) n = n * 10 + digit
    else {
      visit(n)
      n = 0
    }
  }
  if (text !== '') visit(n)
}
