/** What each source says of a listing: one row a listing and source. */
import { sql } from 'kysely'
import type { Statement } from '../listings/claims.ts'
import { hides } from '../listings/masked.ts'
import { among, type Columns, type Reading, type Row } from './bulk.ts'
import { ofListing } from './listing-numbers.ts'
import { bare } from './plain-text.ts'
import { readClaims, writeClaims } from './statement-text.ts'
import type { Identity } from './store.ts'

export const STATEMENT_COLUMNS: Columns<'statement'> = [
  ['listing', 'integer'],
  ['source', 'text'],
  ['key', 'text'],
  ['hash', 'text'],
  ['run', 'text'],
  ['seen_at', 'text'],
  ['missing_run', 'text'],
  ['name', 'text'],
  ['postcode', 'text'],
  ['phone', 'text'],
  ['host', 'text'],
  ['lat', 'double precision'],
  ['lng', 'double precision'],
  ['fields', 'text'],
]
export const STATEMENT_NAMES = STATEMENT_COLUMNS.map(([name]) => name)

/** Where a statement came from: a row of a file in a run, or a person (all null). */
export type Origin = { key: string | null; hash: string; run: string | null; seenAt: string | null }
export const A_PERSON: Origin = { key: null, hash: '', run: null, seenAt: null }

/** Where two sources meet: the first door it names. Of a place that is kept secret nothing is kept to find it by. */
function doorOf({ fields }: Statement): { lat: number; lng: number } | undefined {
  const places = fields.places?.value ?? []
  if (hides(places)) return undefined
  return places.find(({ point, precision }) => point !== undefined && (precision ?? 'exact') === 'exact')
    ?.point
}

const NOBODY: Identity = { name: null, postcode: null, phone: null, host: null }
export function statementRow(
  no: number,
  statement: Statement,
  origin: Origin,
  identity: Identity = NOBODY,
): Row {
  const point = doorOf(statement)
  return [
    no,
    statement.source,
    origin.key,
    origin.hash,
    origin.run,
    origin.seenAt,
    null,
    bare(identity.name),
    bare(identity.postcode),
    bare(identity.phone),
    bare(identity.host),
    point?.lat ?? null,
    point?.lng ?? null,
    writeClaims(statement.fields),
  ]
}

/** Statements of listings, those taken back left out. */
export async function statementsOf(
  { db, dialect }: Reading,
  listings: readonly { no: number; id: string }[],
): Promise<Map<number, Statement[]>> {
  const ids = new Map(listings.map(({ no, id }) => [no, id]))
  const { rows } = await sql<{ listing: number; source: string; fields: string }>`
    select listing, source, fields from statement
    where fields is not null and ${among(dialect, sql.ref('listing'), [...ids.keys()])}
    order by source`.execute(db)
  const found = new Map<number, Statement[]>()
  for (const { listing: no, source, fields } of rows) {
    const list = found.get(no) ?? []
    list.push({ listing: ids.get(no) ?? '', source, fields: readClaims(fields) })
    found.set(no, list)
  }
  return found
}

export async function statements({ db, dialect }: Reading, listing: string): Promise<Statement[]> {
  const { rows } = await sql<{ source: string; fields: string }>`
    select source, fields from statement
    where ${ofListing(dialect, listing)} and fields is not null
    order by source`.execute(db)
  return rows.map(({ source, fields }) => ({ listing, source, fields: readClaims(fields) }))
}
