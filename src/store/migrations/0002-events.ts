import type { Step } from './migrate.ts'

/** What was said about a listing at a time: confirmations, whether there is room, and doubts. */
export const events: Step = async (db) => {
  await db.schema
    .createTable('confirmation')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('source', 'text')
    .addColumn('how', 'text', (col) => col.notNull())
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('run', 'text')
    .execute()
  await db.schema.createIndex('confirmation_listing').on('confirmation').columns(['listing', 'at']).execute()

  await db.schema
    .createTable('capacity_event')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('weeks', 'double precision')
    .addColumn('until', 'text')
    .addColumn('said_at', 'text', (col) => col.notNull())
    .addColumn('author', 'text', (col) => col.notNull())
    .execute()
  await db.schema
    .createIndex('capacity_event_listing')
    .on('capacity_event')
    .columns(['listing', 'said_at'])
    .execute()

  await db.schema
    .createTable('signal')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('source', 'text')
    .addColumn('cleared_at', 'text')
    .execute()
  await db.schema.createIndex('signal_listing').on('signal').columns(['listing', 'at']).execute()
}
