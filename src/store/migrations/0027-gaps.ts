/** What was needed and not found: by need, kind, district and week, with what link workers counted until now. */
import { sql } from 'kysely'
import type { Step } from './migrate.ts'

export const gaps: Step = async (db) => {
  await db.schema
    .createTable('gap')
    .addColumn('week', 'text', (col) => col.notNull())
    .addColumn('need', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('area', 'text', (col) => col.notNull())
    .addColumn('why', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('gap_key', ['week', 'need', 'kind', 'area', 'why'])
    .execute()
  await sql`
    insert into gap (week, need, kind, area, why, count)
    select week, need, '', area, 'said', count from unmet`.execute(db)
  await db.schema.dropTable('unmet').execute()

  await db.schema
    .createTable('word_mark')
    .addColumn('mark', 'text', (col) => col.primaryKey())
    .addColumn('quarter', 'text', (col) => col.notNull())
    .addColumn('days', 'integer', (col) => col.notNull())
    .addColumn('last_day', 'text', (col) => col.notNull())
    .execute()
  await db.schema
    .createTable('missed_words')
    .addColumn('words', 'text', (col) => col.primaryKey())
    .addColumn('last_week', 'text', (col) => col.notNull())
    .execute()
}
