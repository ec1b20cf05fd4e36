import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** What the desk says about many listings at once. Lists are JSON text; the last day is a day in London. */
export const notices: Step = async (db) => {
  await db.schema
    .createTable('notice')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('what', 'text', (col) => col.notNull())
    .addColumn('areas', 'text', (col) => col.notNull())
    .addColumn('kinds', 'text', (col) => col.notNull())
    .addColumn('groups', 'text', (col) => col.notNull())
    .addColumn('words', 'text', (col) => col.notNull())
    .addColumn('until_day', 'text', (col) => col.notNull())
    .addColumn('said_at', 'text', (col) => col.notNull())
    .addColumn('said_by', 'text', (col) => col.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .execute()
  await sql`create index notice_live on notice (until_day) where ended_at is null`.execute(db)
}
