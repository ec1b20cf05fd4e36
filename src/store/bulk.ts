/** Many rows at once: a prepared statement in a loop on SQLite, lists of columns in one statement on PostgreSQL. */
import { sql, type RawBuilder } from 'kysely'
import type { SQLInputValue } from 'node:sqlite'
import type { Db, Dialect, Writing } from './database.ts'
import type { TableName, Tables } from './tables.ts'

/** How PostgreSQL must read a list of values. */
type Kind = 'text' | 'integer' | 'double precision'
export type Columns<T extends TableName> = readonly (readonly [name: keyof Tables[T] & string, kind: Kind])[]
export type Row = readonly (string | number | null)[]

/**
 * Inserts rows given as values in the order of `columns`. `onConflict` is what follows "on conflict", such as
 * "(id) do nothing"; without it a row that is there already is an error.
 */
export async function insertMany<T extends TableName>(
  tx: Writing,
  table: T,
  columns: Columns<T>,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const tail = onConflict === '' ? '' : ` on conflict ${onConflict}`
  if (tx.sqlite !== null) {
    const marks = columns.map(() => '?').join(', ')
    const statement = tx.sqlite.prepare(`insert into "${table}" (${names}) values (${marks})${tail}`)
    for (const row of rows) statement.run(...(row as SQLInputValue[]))
    return
  }
  const lists = columns.map(([, kind], at) => sql`${rows.map((row) => row[at])}::${sql.raw(`${kind}[]`)}`)
  await sql`insert into ${sql.table(table)} (${sql.raw(names)})
    select * from unnest(${sql.join(lists)})${sql.raw(tail)}`.execute(tx.db)
}

/** `set a = excluded.a, …` for all of them. */
export function setAll(names: readonly string[]): string {
  return names.map((name) => `"${name}" = excluded."${name}"`).join(', ')
}

/**
 * True for rows whose value is one of a list. One parameter however long the list is: no limit on their number, and
 * one text to prepare. PostgreSQL keeps no NUL in text, so nothing it has can be equal to such a value.
 */
export function among(
  dialect: Dialect,
  column: RawBuilder<unknown>,
  values: readonly (string | number)[],
): RawBuilder<boolean> {
  if (values.length === 0) return sql<boolean>`false`
  if (dialect === 'sqlite')
    return sql<boolean>`${column} in (select value from json_each(${JSON.stringify(values)}))`
  const kept = values.filter((value) => typeof value === 'number' || !value.includes('\0'))
  if (kept.length === 0) return sql<boolean>`false`
  const kind = typeof kept[0] === 'number' ? sql`integer[]` : sql`text[]`
  return sql<boolean>`${column} = any(${kept}::${kind})`
}

/** Which dialect a reader speaks is known to the database, not to Kysely: pass both along. */
export type Reading = { db: Db; dialect: Dialect }
