import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Step } from './migrate.ts'

/** Which directory this is, the same for ever: two stores count their changes alike, and an index belongs to one of them. */
export const directory: Step = async (db) => {
  await sql`insert into fact (name, value) values ('directory', ${randomUUID()})`.execute(db)
}
