import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** What registers of charities say of groups: each entry by its number, what stood before a run changed it, and drafts that nobody wanted. */
export const registers: Step = async (db, dialect) => {
  const byKey = dialect === 'sqlite' ? sql`without rowid` : sql``
  await db.schema
    .createTable('register_entry')
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('org_id', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('registered_on', 'text')
    .addColumn('ended_on', 'text')
    .addColumn('insolvent', 'integer', (col) => col.notNull())
    .addColumn('dissolved', 'integer', (col) => col.notNull())
    .addColumn('overdue', 'integer', (col) => col.notNull())
    .addColumn('accounts_to', 'text')
    .addColumn('successor', 'text')
    .addColumn('successor_name', 'text')
    .addColumn('company', 'text')
    .addColumn('postcode', 'text')
    .addColumn('website', 'text')
    .addColumn('twin', 'text')
    /** 1: something is held against it, or it has a successor. Most have nothing. */
    .addColumn('doubtful', 'integer', (col) => col.notNull())
    .addColumn('heard_at', 'text', (col) => col.notNull())
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('missing_run', 'text')
    .addPrimaryKeyConstraint('register_entry_key', ['org_id', 'source'])
    .modifyEnd(byKey)
    .execute()
  // None on the source alone: one source has nearly all of them, and SQLite would go through all for each question.
  await db.schema.createIndex('register_entry_run').on('register_entry').column('run').execute()
  await sql`create index register_entry_missing on register_entry (source) where missing_run is not null`.execute(
    db,
  )

  await sql`create index register_entry_hash on register_entry (hash)`.execute(db)
  await sql`create index register_entry_postcode on register_entry (postcode) where postcode is not null`.execute(
    db,
  )
  await sql`create index register_entry_merged on register_entry (org_id) where state = 'merged'`.execute(db)

  await db.schema
    .createTable('register_replaced')
    .addColumn('replaced_by', 'text', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('org_id', 'text', (col) => col.notNull())
    .addColumn('run', 'text', (col) => col.notNull())
    .addColumn('entry', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('register_replaced_key', ['replaced_by', 'source', 'org_id'])
    .execute()

  await db.schema
    .createTable('group_replaced')
    .addColumn('replaced_by', 'text', (col) => col.notNull())
    .addColumn('organisation', 'text', (col) => col.notNull())
    .addColumn('before', 'text', (col) => col.notNull())
    .addColumn('after', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('group_replaced_key', ['replaced_by', 'organisation'])
    .execute()

  // Which register made a group, in which run; null: somebody runs or named it.
  await db.schema.alterTable('organisation').addColumn('register', 'text').execute()
  await db.schema.alterTable('organisation').addColumn('run', 'text').execute()
  await db.schema.createIndex('organisation_register').on('organisation').column('register').execute()
  await sql`create index organisation_run on organisation (run) where run is not null`.execute(db)
  await db.schema
    .createIndex('org_identifier_organisation')
    .on('org_identifier')
    .column('organisation')
    .execute()

  // Which run said that it is well again: taken back, the doubt stands again.
  for (const table of ['signal', 'matter']) {
    await db.schema.alterTable(table).addColumn('closed_run', 'text').execute()
    await sql`create index ${sql.id(`${table}_closed_run`)} on ${sql.table(table)} (closed_run)
      where closed_run is not null`.execute(db)
  }

  await db.schema
    .createTable('draft_discarded')
    .addColumn('listing', 'integer', (col) => col.primaryKey().references('listing.no'))
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('person', 'text', (col) => col.notNull())
    .execute()
}
