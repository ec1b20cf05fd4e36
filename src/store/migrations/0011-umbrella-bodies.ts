import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Umbrella bodies, and the groups that accepted their help. */
export const umbrellaBodies: Step = async (db) => {
  await db.schema
    .createTable('umbrella')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('website', 'text')
    .addColumn('made_at', 'text', (col) => col.notNull())
    .execute()
  await db.schema
    .createTable('umbrella_group')
    .addColumn('umbrella', 'text', (col) => col.notNull().references('umbrella.id'))
    .addColumn('group_id', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('invited_at', 'text', (col) => col.notNull())
    .addColumn('invited_by', 'text')
    .addColumn('accepted_at', 'text')
    .addColumn('accepted_by', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .addPrimaryKeyConstraint('umbrella_group_key', ['umbrella', 'group_id'])
    .execute()
  await sql`create index umbrella_group_accepted on umbrella_group (group_id) where state = 'accepted'`.execute(
    db,
  )
}
