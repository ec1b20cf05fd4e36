import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Roles, what waits for the desk, the record of decisions, tokens, letters to send, weekly counts. */
export const peopleAndDesk: Step = async (db, dialect) => {
  await db.schema
    .createTable('role_grant')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('person', 'text', (col) => col.notNull())
    .addColumn('role', 'text', (col) => col.notNull())
    .addColumn('scope', 'text')
    .addColumn('given_at', 'text', (col) => col.notNull())
    .addColumn('given_by', 'text')
    .addColumn('ended_at', 'text')
    .execute()
  await sql`create index role_grant_person on role_grant (person) where ended_at is null`.execute(db)
  await sql`create index role_grant_scope on role_grant (role, scope) where ended_at is null`.execute(db)

  await db.schema
    .createTable('matter')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('listing', 'text')
    .addColumn('group_id', 'text')
    .addColumn('person', 'text')
    .addColumn('opened_at', 'text', (col) => col.notNull())
    .addColumn('target_on', 'text', (col) => col.notNull())
    .addColumn('assigned_to', 'text')
    .addColumn('about', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('decision', 'text')
    .addColumn('reason', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .execute()
  await db.schema.createIndex('matter_queue').on('matter').columns(['state', 'kind', 'opened_at']).execute()
  await sql`create index matter_listing on matter (listing) where listing is not null`.execute(db)

  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('person', 'text')
    .addColumn('role', 'text')
    .addColumn('did', 'text', (col) => col.notNull())
    .addColumn('listing', 'text')
    .addColumn('group_id', 'text')
    .addColumn('about', 'text')
    .execute()
  await db.schema.createIndex('audit_at').on('audit').column('at').execute()

  await db.schema
    .createTable('once')
    .addColumn('hash', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('about', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('used_at', 'text')
    .execute()

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('key', 'text', (col) => col.notNull().unique())
    .addColumn('to_address', 'text', (col) => col.notNull())
    .addColumn('lang', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('about', 'text', (col) => col.notNull())
    .addColumn('posted_at', 'text', (col) => col.notNull())
    .addColumn('not_before', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('tries', 'integer', (col) => col.notNull())
    .addColumn('next_try_at', 'text', (col) => col.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('why', 'text')
    .execute()
  await sql`create index outbox_due on outbox (next_try_at) where state = 'waiting'`.execute(db)

  await db.schema
    .createTable('tally')
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('week', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('tally_key', ['listing', 'week', 'kind'])
    .execute()

  await refuseChanges(db, dialect)
}

/** The record of decisions is added to, never changed: the database itself refuses. */
const refuseChanges: Step = async (db, dialect) => {
  const message = sql.lit('audit is append only')
  if (dialect === 'sqlite') {
    for (const doing of ['update', 'delete'])
      await sql`create trigger ${sql.id(`audit_refuses_${doing}`)} before ${sql.raw(doing)} on audit
        begin select raise(abort, ${message}); end`.execute(db)
    return
  }
  await sql`create function audit_is_append_only() returns trigger language plpgsql as $$
    begin raise exception ${message}; end $$`.execute(db)
  await sql`create trigger audit_is_append_only before update or delete on audit
    for each row execute function audit_is_append_only()`.execute(db)
  await sql`create trigger audit_refuses_truncate before truncate on audit
    for each statement execute function audit_is_append_only()`.execute(db)
}
