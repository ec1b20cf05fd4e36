import type { Step } from './migrate.ts'

/** Where claims come from, each run that brought some, and what a run replaced. */
export const sources: Step = async (db) => {
  await db.schema
    .createTable('source')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('publisher', 'text')
    .addColumn('licence', 'text')
    .addColumn('licence_url', 'text')
    .addColumn('attribution', 'text')
    .addColumn('url', 'text')
    .addColumn('last_run_at', 'text')
    .addColumn('complete_at', 'text')
    .execute()

  await db.schema
    .createTable('run')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('source', 'text', (col) => col.notNull().references('source.id'))
    .addColumn('started_at', 'text', (col) => col.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('complete', 'integer', (col) => col.notNull())
    .addColumn('report', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('run_started').on('run').columns(['started_at']).execute()

  await db.schema
    .createTable('replaced')
    .addColumn('replaced_by', 'text', (col) => col.notNull())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('key', 'text')
    .addColumn('hash', 'text', (col) => col.notNull())
    .addColumn('run', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('missing_run', 'text')
    .addColumn('name', 'text')
    .addColumn('postcode', 'text')
    .addColumn('phone', 'text')
    .addColumn('host', 'text')
    .addColumn('lat', 'double precision')
    .addColumn('lng', 'double precision')
    .addColumn('fields', 'text')
    .addPrimaryKeyConstraint('replaced_key', ['listing', 'source', 'replaced_by'])
    .execute()
}
