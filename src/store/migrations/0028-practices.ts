import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Statements that name GP practices, of which there are few: places are looked up by them. See practices.ts. */
export const practices: Step = async (db, dialect) => {
  const names = dialect === 'sqlite' ? sql.raw('instr') : sql.raw('strpos')
  await sql`create index statement_practices on statement (listing)
    where ${names}(fields, '"kind":"practices"') > 0`.execute(db)
}
