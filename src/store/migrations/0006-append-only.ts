import { sql } from 'kysely'
import type { Step } from './migrate.ts'

const HISTORY = ['revision', 'confirmation', 'capacity_event'] as const

/** Nobody may ask for the history of an erased listing, and a run taken back confirms nothing. */
const mayGo = (table: string) => {
  const erased = sql`exists (select 1 from listing where no = old.listing and status = 'erased')`
  return table === 'confirmation'
    ? sql`${erased} or exists (select 1 from run where id = old.run and state = 'undone')`
    : erased
}

/** History is added to, never changed: the database itself refuses. */
export const appendOnly: Step = async (db, dialect) => {
  for (const table of HISTORY) {
    const message = sql.lit(`${table} is append only`)
    if (dialect === 'sqlite') {
      await sql`create trigger ${sql.id(`${table}_refuses_update`)} before update on ${sql.table(table)}
        begin select raise(abort, ${message}); end`.execute(db)
      await sql`create trigger ${sql.id(`${table}_refuses_delete`)} before delete on ${sql.table(table)}
        when not (${mayGo(table)}) begin select raise(abort, ${message}); end`.execute(db)
      continue
    }
    const name = sql.id(`${table}_is_append_only`)
    await sql`create function ${name}() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and (${mayGo(table)}) then return old; end if;
        raise exception ${message};
      end $$`.execute(db)
    await sql`create trigger ${name} before update or delete on ${sql.table(table)}
      for each row execute function ${name}()`.execute(db)
    await sql`create trigger ${sql.id(`${table}_refuses_truncate`)} before truncate on ${sql.table(table)}
      for each statement execute function ${name}()`.execute(db)
  }
}
