import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Room by session, funding, new people a month, and which listings of an answer link were answered. */
export const answers: Step = async (db, dialect) => {
  await db.schema.alterTable('capacity_event').addColumn('session', 'text').execute()

  await db.schema
    .createTable('funding_event')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('says', 'text', (col) => col.notNull())
    .addColumn('until', 'text')
    .addColumn('said_at', 'text', (col) => col.notNull())
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('source', 'text')
    .execute()
  await db.schema
    .createIndex('funding_event_listing')
    .on('funding_event')
    .columns(['listing', 'said_at'])
    .execute()

  await db.schema
    .createTable('intake')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('listing', 'integer', (col) => col.notNull().references('listing.no'))
    .addColumn('per_month', 'integer')
    .addColumn('said_at', 'text', (col) => col.notNull())
    .addColumn('author', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('intake_listing').on('intake').columns(['listing', 'said_at']).execute()

  await db.schema
    .createTable('answered')
    .addColumn('hash', 'text', (col) => col.notNull())
    .addColumn('listing', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('answered_key', ['hash', 'listing'])
    .execute()

  for (const table of ['funding_event', 'intake']) await appendOnly(db, dialect, table)
}

/** Added to, never changed, until its listing is erased: the database itself refuses. */
async function appendOnly(
  db: Parameters<Step>[0],
  dialect: Parameters<Step>[1],
  table: string,
): Promise<void> {
  const message = sql.lit(`${table} is append only`)
  const erased = sql`exists (select 1 from listing where no = old.listing and status = 'erased')`
  if (dialect === 'sqlite') {
    await sql`create trigger ${sql.id(`${table}_refuses_update`)} before update on ${sql.table(table)}
      begin select raise(abort, ${message}); end`.execute(db)
    await sql`create trigger ${sql.id(`${table}_refuses_delete`)} before delete on ${sql.table(table)}
      when not (${erased}) begin select raise(abort, ${message}); end`.execute(db)
    return
  }
  const name = sql.id(`${table}_is_append_only`)
  await sql`create function ${name}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and (${erased}) then return old; end if;
      raise exception ${message};
    end $$`.execute(db)
  await sql`create trigger ${name} before update or delete on ${sql.table(table)}
    for each row execute function ${name}()`.execute(db)
  await sql`create trigger ${sql.id(`${table}_refuses_truncate`)} before truncate on ${sql.table(table)}
    for each statement execute function ${name}()`.execute(db)
}
