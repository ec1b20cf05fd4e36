/** What people changed after a run in the same fields: taking the run back leaves it as it is, and says so. */
import { sql } from 'kysely'
import { isPerson, PEOPLE, type Author } from '../../listings/claims.ts'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { among, type Reading } from '../bulk.ts'
import { readFields } from '../fields-text.ts'
import { fieldsOfStatement } from '../statement-text.ts'

export type Kept = { listing: string; name: string; field: FieldName; by: Author; at: string }
export type Undone = {
  /** How many listings changed. */
  changed: number
  /** Fields that people changed since, as they left them; by listing, in the order of a form. */
  kept: Kept[]
}

type Row = {
  no: number
  id: string
  fields: string | null
  said: string | null
  first: number
  mine: string
  revision: number
  author: string
  at: string
  changes: string
}

const fieldsIn = (changes: string): string[] =>
  (JSON.parse(changes) as { field: string }[]).map(({ field }) => field)

const nameOf = ({ fields, said }: Row): string =>
  fields === null ? fieldsOfStatement(said ?? '[]').name : readFields(fields).name

export async function keptOf(tx: Reading, run: string): Promise<Kept[]> {
  const { rows } = await sql<Row>`
    select listing.no, listing.id, listing.fields, mine.revision as first, mine.changes as mine,
      later.revision, later.author, later.at, later.changes,
      case when listing.fields is null then (select statement.fields from statement
        where statement.listing = listing.no and statement.fields is not null limit 1) end as said
    from revision as mine
    join revision as later on later.listing = mine.listing and later.revision > mine.revision
      and later.run is null and ${among(tx.dialect, sql.ref('later.author'), PEOPLE)}
    join listing on listing.no = mine.listing and listing.status <> 'erased'
    where mine.run = ${run} order by listing.no, later.revision`.execute(tx.db)
  const kept = new Map<string, Kept>()
  for (const row of rows) {
    if (!isPerson(row.author as Author)) continue
    // A first revision said everything there was.
    const touched = row.first === 1 ? null : new Set(fieldsIn(row.mine))
    for (const field of fieldsIn(row.changes))
      if (touched === null || touched.has(field))
        kept.set(`${row.no} ${field}`, {
          listing: row.id,
          name: nameOf(row),
          field: field as FieldName,
          by: row.author as Author,
          at: row.at,
        })
  }
  const order = new Map(FIELD_NAMES.map((field, at) => [field, at]))
  const first = new Map([...kept.values()].map(({ listing }, at) => [listing, at]))
  return [...kept.values()].sort(
    (a, b) =>
      (first.get(a.listing) ?? 0) - (first.get(b.listing) ?? 0) ||
      (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0),
  )
}
