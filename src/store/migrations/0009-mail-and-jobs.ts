import type { Step } from './migrate.ts'

/** Whose turn it is, what people no longer want by mail, what came back, and websites that were looked at. */
export const mailAndJobs: Step = async (db) => {
  await db.schema
    .createTable('job_turn')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('holder', 'text')
    .addColumn('until', 'text', (col) => col.notNull())
    .addColumn('done_at', 'text')
    .execute()
  await db.schema
    .createTable('stopped')
    .addColumn('address', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('stopped_key', ['address', 'kind'])
    .execute()
  await db.schema
    .createTable('bounce')
    .addColumn('address', 'text', (col) => col.notNull())
    .addColumn('day', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('permanent', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('bounce_key', ['address', 'day'])
    .execute()
  await db.schema
    .createTable('link_check')
    .addColumn('listing', 'text', (col) => col.primaryKey())
    .addColumn('url', 'text', (col) => col.notNull())
    .addColumn('next_at', 'text', (col) => col.notNull())
    .addColumn('checked_at', 'text')
    .addColumn('fails', 'integer', (col) => col.notNull())
    .addColumn('failing_since', 'text')
    .addColumn('unsure', 'integer', (col) => col.notNull())
    .addColumn('signal', 'text')
    .execute()
  await db.schema.createIndex('link_check_due').on('link_check').column('next_at').execute()
  // Asked by the page to sign in: when did the last letter go?
  await db.schema.createIndex('outbox_sent').on('outbox').column('sent_at').execute()
}
