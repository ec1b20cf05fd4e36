import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Where postcodes, outcodes, areas and names are. */
export const places: Step = async (db, dialect) => {
  const byKey = dialect === 'sqlite' ? sql`without rowid` : sql``
  await db.schema
    .createTable('postcode')
    .addColumn('postcode', 'text', (col) => col.primaryKey())
    .addColumn('lat', 'double precision', (col) => col.notNull())
    .addColumn('lng', 'double precision', (col) => col.notNull())
    .addColumn('area_codes', 'text', (col) => col.notNull())
    .addColumn('learned', 'integer', (col) => col.notNull())
    .modifyEnd(byKey)
    .execute()
  await db.schema
    .createTable('outcode')
    .addColumn('outcode', 'text', (col) => col.primaryKey())
    .addColumn('lat', 'double precision', (col) => col.notNull())
    .addColumn('lng', 'double precision', (col) => col.notNull())
    .addColumn('town', 'text')
    .modifyEnd(byKey)
    .execute()
  await db.schema
    .createTable('area')
    .addColumn('code', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('lat', 'double precision', (col) => col.notNull())
    .addColumn('lng', 'double precision', (col) => col.notNull())
    .addColumn('west', 'double precision', (col) => col.notNull())
    .addColumn('south', 'double precision', (col) => col.notNull())
    .addColumn('east', 'double precision', (col) => col.notNull())
    .addColumn('north', 'double precision', (col) => col.notNull())
    .addColumn('outline', 'text', (col) => col.notNull())
    .execute()
  await db.schema
    .createTable('place_name')
    .addColumn('folded', sql`text${dialect === 'postgres' ? sql` collate "C"` : sql``}`, (col) =>
      col.notNull(),
    )
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('lat', 'double precision', (col) => col.notNull())
    .addColumn('lng', 'double precision', (col) => col.notNull())
    .addColumn('weight', 'double precision', (col) => col.notNull())
    // Two towns may share a name; the same one said again is put in its old place.
    .addPrimaryKeyConstraint('place_name_key', ['folded', 'kind', 'lat', 'lng'])
    .execute()
}
