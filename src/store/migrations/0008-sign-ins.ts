/** People, their sign-ins, the codes they were sent, second factors, and how often something was tried. */
import { sql } from 'kysely'
import type { Step } from './migrate.ts'

export const signIns: Step = async (db) => {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('email', 'text', (col) => col.notNull().unique())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .execute()

  await db.schema
    .createTable('sign_in')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('token_hash', 'text', (col) => col.notNull().unique())
    .addColumn('person', 'text', (col) => col.notNull().references('person.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('seen_at', 'text', (col) => col.notNull())
    .addColumn('checked_at', 'text', (col) => col.notNull())
    .addColumn('second', 'integer', (col) => col.notNull())
    .addColumn('browser', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('sign_in_person').on('sign_in').column('person').execute()

  await db.schema
    .createTable('asking')
    .addColumn('hash', 'text', (col) => col.primaryKey())
    .addColumn('purpose', 'text', (col) => col.notNull())
    .addColumn('address', 'text', (col) => col.notNull())
    .addColumn('person', 'text')
    .addColumn('code_hash', 'text', (col) => col.notNull())
    .addColumn('tries', 'integer', (col) => col.notNull())
    .addColumn('asked_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema.createIndex('asking_expires').on('asking').column('expires_at').execute()

  await db.schema
    .createTable('second_factor')
    .addColumn('person', 'text', (col) => col.primaryKey().references('person.id').onDelete('cascade'))
    .addColumn('secret', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('verified_at', 'text')
    .addColumn('last_step', 'integer', (col) => col.notNull())
    .addColumn('backups', 'text', (col) => col.notNull())
    .execute()

  await db.schema
    .createTable('pressed')
    .addColumn('key', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('until', 'text', (col) => col.notNull())
    .execute()
  await sql`create index pressed_key on pressed (key, at)`.execute(db)
  await sql`create index pressed_until on pressed (until)`.execute(db)
}
