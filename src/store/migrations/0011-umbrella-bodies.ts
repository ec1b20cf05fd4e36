import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Umbrella bodies and the groups that accepted their help; invitations to keep a group; codes for who asks to keep one. */
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

  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('group_id', 'text', (col) => col.notNull())
    .addColumn('email', 'text', (col) => col.notNull())
    .addColumn('hand_over', 'integer', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('made_by', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .execute()
  await sql`create index invitation_waiting on invitation (group_id) where state = 'waiting'`.execute(db)

  await db.schema
    .createTable('keeper_code')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'text', (col) => col.notNull())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('tries', 'integer', (col) => col.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema
    .createIndex('keeper_code_listing')
    .on('keeper_code')
    .columns(['listing', 'made_at'])
    .execute()
}
