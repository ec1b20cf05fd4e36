/** How many people were sent to a listing on a day: what the order of equals goes by for a week (search/fairness.ts). */
import { sql } from 'kysely'
import type { Step } from './migrate.ts'

export const sent: Step = async (db) => {
  await db.schema
    .createTable('sent')
    .addColumn('day', 'text', (col) => col.notNull())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('how', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('sent_key', ['day', 'listing', 'how'])
    .execute()
  await sql`create index sent_listing on sent (listing)`.execute(db)
}
