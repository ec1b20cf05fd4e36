import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** What each run would change or did, line by line; what stood before it; what the desk ruled on conflicts. */
export const differences: Step = async (db) => {
  await db.schema
    .createTable('run_line')
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('number', 'integer', (col) => col.notNull())
    .addColumn('is', 'text', (col) => col.notNull())
    .addColumn('listing', 'text')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('changes', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('run_line_key', ['run', 'number'])
    .execute()
  await sql`create index run_line_listing on run_line (listing) where listing is not null`.execute(db)
  // Counts of all lines by kind, also of those that were not kept, as JSON.
  await db.schema.alterTable('run').addColumn('difference', 'text').execute()
  // In which order runs were kept, over all sources: their days are what they were told.
  await db.schema.alterTable('run').addColumn('nth', 'integer').execute()

  await db.schema
    .createTable('run_before')
    .addColumn('number', 'integer', (col) => col.primaryKey())
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('what', 'text', (col) => col.notNull())
    .addColumn('id', 'text', (col) => col.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addUniqueConstraint('run_before_once', ['run', 'what', 'id'])
    .execute()
  await db.schema.createIndex('run_before_thing').on('run_before').columns(['what', 'id']).execute()

  await db.schema
    .createTable('seen_before')
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('seen_at', 'text')
    .addColumn('missing_run', 'text')
    .addPrimaryKeyConstraint('seen_before_key', ['run', 'listing', 'source'])
    .execute()

  await db.schema
    .createTable('ruling')
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('field', 'text', (col) => col.notNull())
    .addColumn('offered', 'text', (col) => col.notNull())
    .addColumn('ruling', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('person', 'text')
    .addColumn('matter', 'text')
    .execute()
  await db.schema.createIndex('ruling_of').on('ruling').columns(['listing', 'source']).execute()

  // Points learned from a file go with the run that taught them.
  await db.schema.alterTable('postcode').addColumn('run', 'text').execute()
  await sql`create index postcode_run on postcode (run) where run is not null`.execute(db)
}
