/** Ids that the world knows and the short numbers the tables use, and a listing's place in the change feed. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { among } from './bulk.ts'
import type { Dialect, Writing } from './database.ts'

/** Numbers of the listings some records are about. Throws one sentence where a listing is not known or erased. */
export async function numbersOf<R extends { listing: string }>(
  tx: Writing,
  records: readonly R[],
): Promise<{ all: number[]; of: (record: R) => number }> {
  const ids = [...new Set(records.map((record) => record.listing))]
  const { rows } = await sql<{ id: string; no: number }>`
    select id, coalesce(merged_into, no) as no from listing
    where status <> 'erased' and ${among(tx.dialect, sql.ref('id'), ids)}`.execute(tx.db)
  const numbers = new Map(rows.map((row) => [row.id, row.no]))
  const of = ({ listing }: R) => {
    const no = numbers.get(listing)
    if (no === undefined) throw new Error(`There is no listing "${listing}".`)
    return no
  }
  for (const record of records) of(record)
  return { all: [...new Set(numbers.values())], of }
}

/** True for records of one listing, by the id the world knows. */
export function ofListing(dialect: Dialect, id: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`listing = (select coalesce(merged_into, no) from listing where ${among(dialect, sql.ref('id'), [id])})`
}

/** Puts listings at the end of the change feed; nothing else of them changes. */
export async function bump(tx: Writing, numbers: readonly number[]): Promise<void> {
  if (tx.sqlite !== null) {
    const statement = tx.sqlite.prepare('update listing set change = ? where no = ?')
    for (const no of numbers) statement.run(tx.nextChange(), no)
    return
  }
  const changes = numbers.map(() => tx.nextChange())
  await sql`update listing set change = given.change
    from unnest(${numbers}::integer[], ${changes}::integer[]) as given (no, change)
    where listing.no = given.no`.execute(tx.db)
}
