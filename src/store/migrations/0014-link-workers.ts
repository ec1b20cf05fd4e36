/** Notes that end, searches that tell what changed, whose turn it is to ring, what was needed and not found. */
import { sql } from 'kysely'
import type { Step } from './migrate.ts'

export const linkWorkers: Step = async (db) => {
  await db.schema
    .createTable('note')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('words', 'text', (col) => col.notNull())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('role', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('until', 'text', (col) => col.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await sql`create index note_listing on note (listing) where ended_at is null`.execute(db)

  await db.schema
    .createTable('saved_search')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('saved_at', 'text', (col) => col.notNull())
    .addColumn('about', 'text', (col) => col.notNull())
    .addColumn('told_week', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('saved_search_person').on('saved_search').column('person').execute()

  await db.schema
    .createTable('turn')
    .addColumn('listing', 'text', (col) => col.primaryKey())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('until', 'text', (col) => col.notNull())
    .execute()

  await db.schema
    .createTable('unmet')
    .addColumn('week', 'text', (col) => col.notNull())
    .addColumn('need', 'text', (col) => col.notNull())
    .addColumn('area', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('unmet_key', ['week', 'need', 'area'])
    .execute()
}
