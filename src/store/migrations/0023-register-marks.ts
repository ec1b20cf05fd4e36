import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** All that is asked of a row of a register said again stands in its index: SQLite need not look for the row itself. */
export const registerMarks: Step = async (db, dialect) => {
  if (dialect === 'postgres') return
  await sql`drop index register_entry_hash`.execute(db)
  await sql`create index register_entry_hash on register_entry (hash, state, twin, missing_run)`.execute(db)
}
