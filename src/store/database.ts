/** Where records are kept: Kysely over SQLite or PostgreSQL, one way to read and one way to write. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { isUpToDate, migrate } from './migrations/migrate.ts'
import { postgresDialect, postgresPool } from './postgres.ts'
import { openConnection, sqliteDialect, sqliteFile, prepareFile, type Connection } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type Dialect = 'sqlite' | 'postgres'
export type Db = Kysely<Tables>

/** A writing transaction. Only one runs at a time over all processes, so numbers commit in the order they are given. */
export type Writing = {
  db: Db
  dialect: Dialect
  /** The writer's own connection, for rows in bulk; null on PostgreSQL. */
  sqlite: Connection | null
  /** The next place in the change feed, and the next short number of a listing. */
  nextChange: () => number
  nextListing: () => number
}

export type Database = {
  dialect: Dialect
  /** Readers never wait for a writer. */
  read: Db
  /** All of `work` is on the disk when this is fulfilled; none of it when `work` throws, which is passed on. */
  write: <T>(work: (tx: Writing) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** A writer waits so long for its turn before it says that the store is busy. Milliseconds. */
const WRITER_WAITS_MS = 10_000
/** Between two tries for the turn, so that pages of this process are served meanwhile. Milliseconds. */
const BETWEEN_TRIES_MS = 15

const SQLITE_BUSY = 5
/** lock_not_available, in PostgreSQL's list of errors. */
const LOCK_NOT_AVAILABLE = '55P03'
const busy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY

const isLockTimeout = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE

/** Those before one wait for their turn with all connections there are: the driver says so in these words only. */
const isPoolTimeout = (error: unknown) =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect'

const BUSY = 'The store is busy: another program has been writing for 10 seconds. Try again.'
const tooBusy = (cause: unknown) => new Error(BUSY, { cause })
/** Whether this error says that another program was writing all the time. */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.message === BUSY

async function beginSqlite(db: Db): Promise<void> {
  const giveUp = performance.now() + WRITER_WAITS_MS
  for (;;) {
    try {
      // "immediate": a transaction that reads first and writes later could be refused half-way.
      await sql`begin immediate`.execute(db)
      return
    } catch (error) {
      if (!busy(error)) throw error
      if (performance.now() > giveUp) throw tooBusy(error)
      await pause(BETWEEN_TRIES_MS)
    }
  }
}

async function beginPostgres(db: Db): Promise<void> {
  await sql`begin`.execute(db)
  await sql`set local lock_timeout = ${sql.lit(WRITER_WAITS_MS)}`.execute(db)
}

/** On PostgreSQL the lock on these rows is what makes writers take turns. */
async function counters(db: Db, dialect: Dialect) {
  const rows = await db
    .selectFrom('counter')
    .select(['name', 'value'])
    .orderBy('name')
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .execute()
    .catch((error: unknown) => {
      throw isLockTimeout(error) ? tooBusy(error) : error
    })
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? 0
  return { change: value('change'), listing: value('listing') }
}

type Begin = (db: Db) => Promise<void>

async function transaction<T>(db: Db, begin: Begin, work: () => Promise<T>): Promise<T> {
  await begin(db)
  try {
    const result = await work()
    await sql`commit`.execute(db)
    return result
  } catch (error) {
    // SQLite has rolled back by itself after some errors; the first error is the one to tell.
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}

function writer(db: Db, dialect: Dialect, sqlite: Connection | null, begin: Begin): Database['write'] {
  const inside = new AsyncLocalStorage<true>()
  return (work) => {
    if (inside.getStore()) throw new Error('A write was asked for inside another write: use its transaction.')
    const done = inside.run(true, () =>
      db.connection().execute((one) =>
        transaction(one, begin, async () => {
          const before = await counters(one, dialect)
          const now = { ...before }
          const result = await work({
            db: one,
            dialect,
            sqlite,
            nextChange: () => ++now.change,
            nextListing: () => ++now.listing,
          })
          for (const name of ['change', 'listing'] as const)
            if (now[name] !== before[name])
              await one.updateTable('counter').set({ value: now[name] }).where('name', '=', name).execute()
          return result
        }),
      ),
    )
    return done.catch((error: unknown) => {
      throw isPoolTimeout(error) ? tooBusy(error) : error
    })
  }
}

async function bringUpToDate(db: Db, dialect: Dialect, begin: Begin): Promise<void> {
  if (await isUpToDate(db)) return
  await db.connection().execute((one) => transaction(one, begin, () => migrate(one, dialect)))
}

async function openSqlite(given: string): Promise<Database> {
  const file = sqliteFile(given)
  prepareFile(file.path)
  const connection = openConnection(file.path, 'writer')
  const writes = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  try {
    await bringUpToDate(writes, 'sqlite', beginSqlite)
  } catch (error) {
    connection.db.close()
    throw error
  }
  const reads = openConnection(file.path, 'reader')
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reads) })
  return {
    dialect: 'sqlite',
    read,
    write: writer(writes, 'sqlite', connection, beginSqlite),
    async close() {
      // Kysely closes a database only where it has been asked something.
      if (reads.db.isOpen) reads.db.close()
      if (connection.db.isOpen) connection.db.close()
      file.remove()
    },
  }
}

/** Says which server is not there; the driver's own words are often empty. */
async function answers(db: Db, url: string): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const why = cause instanceof Error && cause.message !== '' ? cause.message : code
    // Never the whole address: it holds the password.
    throw new Error(`PostgreSQL at ${new URL(url).host} does not answer: ${why}`, { cause })
  }
}

async function openPostgres(url: string): Promise<Database> {
  const [read, writes] = (['reading', 'writing'] as const).map(
    (use) => new Kysely<Tables>({ dialect: postgresDialect(postgresPool(url, use)) }),
  ) as [Db, Db]
  const close = async (): Promise<void> => void (await Promise.all([read.destroy(), writes.destroy()]))
  try {
    await answers(read, url)
    await bringUpToDate(writes, 'postgres', beginPostgres)
  } catch (error) {
    await close()
    throw error
  }
  return { dialect: 'postgres', read, write: writer(writes, 'postgres', null, beginPostgres), close }
}

/**
 * Opens and migrates. `url` is `postgres://…`, the path of a file, or ":memory:" (gone when closed).
 * Throws one sentence where the address is of another kind or SQLite is too old.
 */
export async function connect(url: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  if (/^[a-z+]{2,}:\/\//i.test(url))
    throw new Error(`DATABASE_URL must be postgres://… or the path of a file, not "${url.split(':')[0]}:…".`)
  return openSqlite(url)
}
