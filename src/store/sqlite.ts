/** SQLite through Node's own module, shaped as Kysely wants it. */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/** Older ones can damage a database in WAL mode when two processes check-point and write at once. */
const OLDEST_SQLITE = [3, 51, 3] as const
/** Reading waits so long when another process holds the file, in milliseconds. */
const READER_WAITS_MS = 10_000
/**
 * The writer asks for its turn in tries as short as this and lets the process breathe between them (see database.ts):
 * a call to SQLite stops every page of this process while it waits. Milliseconds.
 */
const WRITER_TRIES_MS = 20
/** Pages kept in memory, in KiB. Writing: a long import fills indexes at random places. Reading: the upper pages of each tree. */
const CACHE_KIB = { writer: 24_000, reader: 16_000 }
/** Bytes. A listing and its statement are one to two KB: on small pages they spill over, and imports take a third longer. */
const PAGE_BYTES = 16_384
/** The write-ahead log is cut back to this after a long run. Bytes. */
const LOG_BYTES = 64 * 1024 * 1024
/** More different statements than this means that values got into the text of one. */
const PREPARED_MAX = 400

/** Throws one clear sentence where SQLite is older than what has been tried. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number)
  for (const [at, least] of OLDEST_SQLITE.entries()) {
    const part = parts[at] ?? 0
    if (part > least) return
    if (part < least)
      throw new Error(
        `SQLite ${version} is too old: Fingerpost needs ${OLDEST_SQLITE.join('.')} or later, as in Node 24.`,
      )
  }
}

/** One connection and its prepared statements, by text. */
export type Connection = { db: DatabaseSync; prepare: (sql: string) => StatementSync }

export function openConnection(path: string, role: 'reader' | 'writer'): Connection {
  const timeout = role === 'reader' ? READER_WAITS_MS : WRITER_TRIES_MS
  const db = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true })
  assertSqliteVersion(String(db.prepare('select sqlite_version() as version').get()?.version))
  db.exec(`pragma cache_size = -${CACHE_KIB[role]}`)
  if (role === 'reader') db.exec('pragma query_only = on')
  else db.exec(`pragma synchronous = full; pragma journal_size_limit = ${LOG_BYTES}`)
  const prepared = new Map<string, StatementSync>()
  return {
    db,
    prepare(sql) {
      let statement = prepared.get(sql)
      if (statement === undefined) {
        if (prepared.size >= PREPARED_MAX) prepared.clear()
        statement = db.prepare(sql)
        prepared.set(sql, statement)
      }
      return statement
    },
  }
}

export function sqliteDialect({ db, prepare }: Connection): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => db.close(),
      prepare(sql) {
        const statement = prepare(sql)
        const values = (given: readonly unknown[]) => given as SQLInputValue[]
        return {
          reader: statement.columns().length > 0,
          all: (given) => statement.all(...values(given)),
          run: (given) => statement.run(...values(given)),
          iterate: (given) => statement.iterate(...values(given)),
        }
      },
    },
  })
}

/**
 * Makes a new file ready: page size and write-ahead logging stay in it. Another process may be doing the same just now.
 * Addresses of people are in it: nobody else of the machine reads it, nor the logs beside it, which take its mode.
 */
export function prepareFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  const db = new DatabaseSync(path, { timeout: READER_WAITS_MS })
  try {
    db.exec(`pragma page_size = ${PAGE_BYTES}; pragma journal_mode = wal`)
  } finally {
    db.close()
  }
}

/** Stores in memory made by this process: those that nobody closed go with it. */
const leftOver = new Set<() => void>()

/**
 * The file for a path, its folder made. ":memory:" is a file of its own that goes when the store is closed: readers and
 * the writer are two connections, and a database in memory would have only one.
 */
export function sqliteFile(path: string): { path: string; remove: () => void } {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true })
    return { path, remove: () => undefined }
  }
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-memory-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (leftOver.size === 0) process.once('exit', () => leftOver.forEach((each) => each()))
  leftOver.add(remove)
  return { path: join(folder, 'store.db'), remove }
}
