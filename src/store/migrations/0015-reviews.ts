import type { Step } from './migrate.ts'

/** Each time somebody was asked whether a listing is still right. Whether they answered is read from what they said. */
export const reviews: Step = async (db) => {
  await db.schema
    .createTable('ask')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('rung', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('ask_listing').on('ask').columns(['listing', 'at']).execute()
  await db.schema.createIndex('ask_at').on('ask').column('at').execute()
}
