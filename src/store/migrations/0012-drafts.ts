import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** What somebody typed and has not sent; and how a listing is found again that people added. */
export const drafts: Step = async (db) => {
  await db.schema
    .createTable('draft')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('listing', 'text')
    .addColumn('group_id', 'text')
    .addColumn('group_name', 'text')
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('fields', 'text', (col) => col.notNull())
    .addColumn('tasks', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('updated_at', 'text', (col) => col.notNull())
    .execute()
  await sql`create unique index draft_of on draft (person, listing) where listing is not null`.execute(db)
  await sql`create index draft_person on draft (person)`.execute(db)
}
