/** Rows that a source no longer has: marked, never deleted, and unmarked when they are back. */
import { sql } from 'kysely'
import { among } from './bulk.ts'
import type { Writing } from './database.ts'
import type { RunOf } from './import-write.ts'
import { noteSeen } from './runs/seen-before.ts'

const missingOf = (source: string) => sql`source = ${source} and missing_run is not null`

/**
 * A row said again costs nothing: that a listing was in the last complete run is known from the source (see known.ts).
 * Only one that had been missing is written to.
 */
export async function seenAgain(tx: Writing, of: RunOf, keys: readonly string[]): Promise<void> {
  const { source } = of
  const back = sql`missing_run is not null and ${among(tx.dialect, sql.ref('key'), keys)}`
  await noteSeen(tx, of, back)
  await sql`update statement set missing_run = null where ${missingOf(source)}
    and ${among(tx.dialect, sql.ref('key'), keys)}`.execute(tx.db)
}

/**
 * Which rows are found by the index alone; few are ever read. PostgreSQL, which knows nothing yet of what this run
 * wrote, would join the two as if each were one row: hours for 10,000 of them. As a list it is asked for once.
 */
function notSeen({ dialect }: Writing, source: string) {
  const keys = sql`select s.key from statement as s where s.source = ${source} and s.key is not null
        and not exists (select 1 from seen where seen.key = s.key)`
  return sql`missing_run is null and ${dialect === 'postgres' ? sql`key = any(array(${keys}))` : sql`key in (${keys})`}`
}

export async function markMissing(tx: Writing, of: RunOf): Promise<{ now: number; newly: number }> {
  const { db } = tx
  const { run, source } = of
  const gone = notSeen(tx, source)
  await noteSeen(tx, of, gone)
  const { numAffectedRows } = await sql`
    update statement set missing_run = ${run},
      seen_at = coalesce((select complete_at from source where source.id = statement.source
        and source.complete_at > statement.seen_at), seen_at)
    where source = ${source} and fields is not null and ${gone}`.execute(db)
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from statement where ${missingOf(source)} and fields is not null`.execute(db)
  return { now: rows[0]?.n ?? 0, newly: Number(numAffectedRows ?? 0) }
}

/** After a run that named only a part of what the source has: what it named was said now. */
export async function sawSome(tx: Writing, of: RunOf, at: string): Promise<void> {
  await noteSeen(tx, of, sql`key in (select key from seen)`)
  await sql`update statement set seen_at = ${at} where source = ${of.source} and fields is not null
    and key in (select key from seen)`.execute(tx.db)
}
