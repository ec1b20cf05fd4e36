import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** How a source is read again and again, and of each run: who began it, who holds it, why it failed. */
export const standingSources: Step = async (db) => {
  const add = (table: string, column: string, type: 'text' | 'integer', unset?: string | number) =>
    db.schema
      .alterTable(table)
      .addColumn(column, type, (col) => (unset === undefined ? col : col.notNull().defaultTo(unset)))
      .execute()
  await add('source', 'arranged', 'integer', 0)
  await add('source', 'at', 'text', '[]')
  await add('source', 'profile', 'text')
  await add('source', 'every', 'text')
  await add('source', 'ranks', 'text', '{}')
  await add('source', 'author', 'text', 'source')
  await add('run', 'begun_by', 'text', 'hand')
  await add('run', 'holder', 'text')
  await add('run', 'why', 'text')
  await add('run', 'asks', 'integer', 0)
  await sql`create index run_of_source on run (source, started_at)`.execute(db)
  await sql`create index run_running on run (source) where state = 'running'`.execute(db)
}
