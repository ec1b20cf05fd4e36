/**
 * Rows of people and sign-ins as better-auth asks for them (people/adapter.ts): by column names, one table at a time.
 * Only these two tables can be reached so. Reads go to the reader and writes through the one writer, like all else.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Reading } from '../bulk.ts'
import type { Database, Writing } from '../database.ts'

export type RecordTable = 'person' | 'sign_in'
export type Value = string | number | null
export type Row = { [column: string]: Value }
export type Where = { column: string; is: '=' | '<>' | '<' | '<=' | '>' | '>='; value: Value }[]

export type Records = {
  find: (table: RecordTable, where: Where, limit: number) => Promise<Row[]>
  create: (table: RecordTable, row: Row) => Promise<void>
  /** How many rows it was. */
  update: (table: RecordTable, where: Where, set: Row) => Promise<number>
  remove: (table: RecordTable, where: Where) => Promise<number>
}

function holding(where: Where): RawBuilder<unknown> {
  if (where.length === 0) return sql`true`
  return sql.join(
    where.map(({ column, is, value }) => {
      if (value !== null) return sql`${sql.ref(column)} ${sql.raw(is)} ${value}`
      return is === '=' ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} is not null`
    }),
    sql` and `,
  )
}

async function find({ db }: Reading, table: RecordTable, where: Where, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where ${holding(where)} limit ${limit}`.execute(db)
  return rows
}

async function create({ db }: Writing, table: RecordTable, row: Row): Promise<void> {
  const columns = Object.keys(row)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values (${sql.join(columns.map((name) => row[name]))})`.execute(db)
}

async function update({ db }: Writing, table: RecordTable, where: Where, set: Row): Promise<number> {
  const parts = Object.entries(set).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  if (parts.length === 0) return 0
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set ${sql.join(parts)} where ${holding(where)}`.execute(db)
  return Number(numAffectedRows)
}

async function remove({ db }: Writing, table: RecordTable, where: Where): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ${holding(where)}`.execute(db)
  return Number(numAffectedRows)
}

export function recordsOf(database: Database): Records {
  const { read, dialect, write } = database
  return {
    find: (table, where, limit) => find({ db: read, dialect }, table, where, limit),
    create: (table, row) => write((tx) => create(tx, table, row)),
    update: (table, where, set) => write((tx) => update(tx, table, where, set)),
    remove: (table, where) => write((tx) => remove(tx, table, where)),
  }
}
