import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/**
 * Grants of money that files told of, and who received them. Each time one is told otherwise, or is gone, is a row of
 * its own; the last one is current. A run that is taken back loses its rows, and what was told before is current again.
 */
export const awards: Step = async (db) => {
  await db.schema
    .createTable('award')
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('id', 'text', (col) => col.notNull())
    /** 1 the first time it was told of, then 2… */
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('current', 'integer', (col) => col.notNull())
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('gone', 'integer', (col) => col.notNull())
    .addColumn('publisher', 'text', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('funder', 'text', (col) => col.notNull())
    .addColumn('funder_id', 'text')
    .addColumn('amount_pence', 'double precision')
    .addColumn('awarded_on', 'text', (col) => col.notNull())
    .addColumn('starts_on', 'text', (col) => col.notNull())
    .addColumn('ends_on', 'text')
    .addColumn('recipient', 'text', (col) => col.notNull())
    .addColumn('postcode', 'text')
    /** Those of the recipient: JSON list. */
    .addColumn('org_ids', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('award_pk', ['source', 'id', 'nth'])
    .execute()
  await db.schema.createIndex('award_ends_on').on('award').columns(['ends_on']).execute()
  await db.schema.createIndex('award_run').on('award').columns(['run']).execute()
  await db.schema
    .createTable('award_org')
    .addColumn('org_id', 'text', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('award', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('award_org_pk', ['org_id', 'source', 'award', 'nth'])
    .execute()
  // Which number became which is asked from the new one as well: whoever gave to the old one gave to the new.
  await sql`create index register_entry_successor on register_entry (successor) where successor is not null`.execute(
    db,
  )
}
