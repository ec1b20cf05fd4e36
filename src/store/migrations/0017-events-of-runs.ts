import { sql } from 'kysely'
import type { Step } from './migrate.ts'

const EVENTS = ['capacity_event', 'funding_event'] as const

/** Which run brought an event, a signal or a matter: a run that is taken back takes them with it. */
export const eventsOfRuns: Step = async (db, dialect) => {
  for (const table of [...EVENTS, 'signal', 'matter']) {
    await db.schema.alterTable(table).addColumn('run', 'text').execute()
    await sql`create index ${sql.id(`${table}_run`)} on ${sql.table(table)} (run) where run is not null`.execute(
      db,
    )
  }
  for (const table of EVENTS) {
    const message = sql.lit(`${table} is append only`)
    const mayGo = sql`exists (select 1 from listing where no = old.listing and status = 'erased')
      or exists (select 1 from run where id = old.run and state = 'undone')`
    if (dialect === 'sqlite') {
      await sql`drop trigger ${sql.id(`${table}_refuses_delete`)}`.execute(db)
      await sql`create trigger ${sql.id(`${table}_refuses_delete`)} before delete on ${sql.table(table)}
        when not (${mayGo}) begin select raise(abort, ${message}); end`.execute(db)
      continue
    }
    await sql`create or replace function ${sql.id(`${table}_is_append_only`)}() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and (${mayGo}) then return old; end if;
        raise exception ${message};
      end $$`.execute(db)
  }
}
