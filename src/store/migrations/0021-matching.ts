import { sql } from 'kysely'
import type { Step } from './migrate.ts'

const KEYS = ['name', 'postcode', 'phone', 'host'] as const

/**
 * Listings are found again by whatever two sources can have in common; and two that turned out to be one are one from
 * then on, until somebody parts them again.
 */
export const matching: Step = async (db) => {
  await sql`drop index statement_name`.execute(db)
  for (const key of KEYS)
    await sql`create index ${sql.id(`statement_${key}`)} on statement (${sql.ref(key)}, listing)
      where ${sql.ref(key)} is not null`.execute(db)
  await sql`create index statement_point on statement (lat, lng) where lat is not null`.execute(db)

  // Whoever asks for it gets the other one.
  await db.schema
    .alterTable('listing')
    .addColumn('merged_into', 'integer', (col) => col.references('listing.no'))
    .execute()
  await sql`create index listing_merged_into on listing (merged_into) where merged_into is not null`.execute(
    db,
  )

  await db.schema
    .createTable('merge')
    .addColumn('gone', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('kept', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('slugs', 'text', (col) => col.notNull())
    .addColumn('sources', 'text', (col) => col.notNull())
    .addColumn('gone_said', 'text', (col) => col.notNull())
    .addColumn('kept_said', 'text', (col) => col.notNull())
    .addColumn('parted_at', 'text')
    .addPrimaryKeyConstraint('merge_key', ['gone', 'at'])
    .execute()
  await db.schema.createIndex('merge_kept').on('merge').columns(['kept']).execute()
}
