import { sql } from 'kysely'
import type { Step } from './migrate.ts'

const HISTORY = ['revision', 'confirmation', 'capacity_event'] as const

/** History is added to, never changed: the database itself refuses. Only an erased listing loses its own. */
export const appendOnly: Step = async (db, dialect) => {
  if (dialect === 'postgres')
    await sql`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and exists (select 1 from listing where no = old.listing and status = 'erased') then
          return old;
        end if;
        raise exception '% is append only', tg_table_name;
      end $$`.execute(db)
  for (const table of HISTORY) {
    if (dialect === 'postgres') {
      await sql`
        create trigger ${sql.id(`${table}_is_append_only`)} before update or delete on ${sql.table(table)}
        for each row execute function refuse_change()`.execute(db)
      continue
    }
    const message = sql.lit(`${table} is append only`)
    await sql`
      create trigger ${sql.id(`${table}_refuses_update`)} before update on ${sql.table(table)}
      begin select raise(abort, ${message}); end`.execute(db)
    await sql`
      create trigger ${sql.id(`${table}_refuses_delete`)} before delete on ${sql.table(table)}
      when not exists (select 1 from listing where no = old.listing and status = 'erased')
      begin select raise(abort, ${message}); end`.execute(db)
  }
}
