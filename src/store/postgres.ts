/** PostgreSQL through pg, with whole numbers as numbers. */
import { PostgresDialect } from 'kysely'
import pg from 'pg'

/**
 * Connections of one process. Those who read and those who write have their own: a writer holds its connection while it
 * waits for its turn, and ten of them behind a long import must not keep every page from being read.
 */
const CONNECTIONS = { reading: 10, writing: 5 } as const
/** `count(*)` and int8 come as text from the driver; none of ours passes 2^53. */
const INT8 = 20
/** How long to wait for a free connection before saying that the database does not answer. Milliseconds. */
const CONNECT_MS = 10_000

export function postgresPool(url: string, use: keyof typeof CONNECTIONS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS[use],
    connectionTimeoutMillis: CONNECT_MS,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  })
  // A connection that breaks while nobody uses it is replaced on the next question: no reason to stop the process.
  pool.on('error', () => undefined)
  return pool
}

export function postgresDialect(pool: pg.Pool): PostgresDialect {
  return new PostgresDialect({ pool })
}
