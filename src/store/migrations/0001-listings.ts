import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Listings, the groups that run them, their addresses, what is said of them, and each change. */
export const listings: Step = async (db, dialect) => {
  // In SQLite a table whose key is text is kept once, in the order of its key; PostgreSQL has no such thing.
  const byKey = dialect === 'sqlite' ? sql`without rowid` : sql``

  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('value', 'integer', (col) => col.notNull())
    .execute()
  await sql`insert into counter (name, value) values ('change', 0), ('listing', 0)`.execute(db)

  await db.schema
    .createTable('organisation')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('org_ids', 'text', (col) => col.notNull())
    .addColumn('website', 'text')
    .execute()
  await db.schema.createIndex('organisation_name').on('organisation').column('name').execute()

  await db.schema
    .createTable('org_identifier')
    .addColumn('org_id', 'text', (col) => col.notNull())
    .addColumn('organisation', 'text', (col) =>
      col.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('org_identifier_key', ['org_id', 'organisation'])
    .modifyEnd(byKey)
    .execute()

  await db.schema
    .createTable('listing')
    .addColumn('no', 'integer', (col) => col.primaryKey())
    .addColumn('id', 'text', (col) => col.notNull().unique())
    .addColumn('slug', 'text', (col) => col.notNull())
    .addColumn('group_id', 'text', (col) => col.references('organisation.id'))
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('change', 'integer', (col) => col.notNull())
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('edited_at', 'text', (col) => col.notNull())
    .addColumn('fields', 'text')
    .execute()
  // With the status in it, counting never reads a listing.
  await db.schema.createIndex('listing_change').unique().on('listing').columns(['change', 'status']).execute()
  await sql`create index listing_group on listing (group_id) where group_id is not null`.execute(db)

  await db.schema
    .createTable('slug')
    .addColumn('slug', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .modifyEnd(byKey)
    .execute()

  await db.schema
    .createTable('statement')
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
    // Last, because SQLite must pass over a long value to reach what stands behind it.
    .addColumn('fields', 'text')
    .addPrimaryKeyConstraint('statement_key', ['listing', 'source'])
    .execute()
  await sql`create unique index statement_source_key on statement (source, key) where key is not null`.execute(
    db,
  )
  await sql`create index statement_missing on statement (source) where missing_run is not null`.execute(db)
  await sql`create index statement_name on statement (name) where name is not null`.execute(db)

  await db.schema
    .createTable('revision')
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('run', 'text')
    .addColumn('changes', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('revision_key', ['listing', 'revision'])
    .modifyEnd(byKey)
    .execute()
}
