/** New listings: each is one row, its address, its first statement and its first revision. */
import { sql } from 'kysely'
import type { Author, Statement } from '../listings/claims.ts'
import type { ListingFields } from '../listings/listing.ts'
import { among, insertMany } from './bulk.ts'
import type { Writing } from './database.ts'
import { writeFields } from './fields-text.ts'
import { putGroups } from './groups.ts'
import { refuseNul } from './plain-text.ts'
import { saysAll } from './statement-text.ts'
import { A_PERSON, STATEMENT_COLUMNS, statementRow, type Origin } from './statements.ts'
import type { Identity, NewListing } from './store.ts'

export type NewRow = {
  id: string
  slug: string
  group: string | null
  statement: Statement
  settled: ListingFields
  author: Author
  at: string
  origin: Origin
  identity: Identity | undefined
}

/** Writes rows whose ids and addresses the caller knows to be free. */
export async function insertListings(tx: Writing, rows: readonly NewRow[]): Promise<void> {
  const numbers = rows.map(() => tx.nextListing())
  const no = (at: number) => numbers[at] ?? 0
  await insertMany(
    tx,
    'listing',
    [
      ['no', 'integer'],
      ['id', 'text'],
      ['slug', 'text'],
      ['group_id', 'text'],
      ['revision', 'integer'],
      ['change', 'integer'],
      ['status', 'text'],
      ['edited_at', 'text'],
      ['fields', 'text'],
    ],
    rows.map(({ id, slug, group, statement, settled, at }, i) => {
      const fields = saysAll(statement.fields, settled) ? null : writeFields(settled)
      return [no(i), id, slug, group, 1, tx.nextChange(), settled.status, at, fields]
    }),
  )
  await insertMany(
    tx,
    'slug',
    [
      ['slug', 'text'],
      ['listing', 'integer'],
    ],
    rows.map(({ slug }, i) => [slug, no(i)]),
  )
  await insertMany(
    tx,
    'statement',
    STATEMENT_COLUMNS,
    rows.map((row, i) => statementRow(no(i), row.statement, row.origin, row.identity)),
  )
  await insertMany(
    tx,
    'revision',
    REVISION_COLUMNS,
    // What the first revision said is worked out from the listing and all that followed: see revisions.ts.
    rows.map((row, i) => [no(i), 1, row.at, row.author, row.statement.source, row.origin.run, '[]']),
  )
}

export const REVISION_COLUMNS = [
  ['listing', 'integer'],
  ['revision', 'integer'],
  ['at', 'text'],
  ['author', 'text'],
  ['source', 'text'],
  ['run', 'text'],
  ['changes', 'text'],
] as const

export async function slugsTaken(tx: Writing, slugs: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from slug where ${among(tx.dialect, sql.ref('slug'), slugs)}`.execute(tx.db)
  return new Set(rows.map(({ slug }) => slug))
}

/** Throws one sentence where an id or an address is taken: nothing is written then. */
export async function addListings(tx: Writing, listings: readonly NewListing[]): Promise<void> {
  refuseNul(
    'the id or the address of a listing',
    listings.flatMap(({ id, slug, statement }) => [id, slug, statement.source]),
  )
  const slugs = listings.map(({ slug }) => slug)
  const [slug] = await slugsTaken(tx, slugs)
  if (slug !== undefined) throw new Error(`The address "${slug}" is taken by another listing.`)
  const ids = listings.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`
    select id from listing where ${among(tx.dialect, sql.ref('id'), ids)} limit 1`.execute(tx.db)
  if (rows[0] !== undefined) throw new Error(`There is a listing "${rows[0].id}" already.`)
  await putGroups(
    tx,
    listings.flatMap(({ group }) => (group === null ? [] : [group])),
  )
  await insertListings(
    tx,
    listings.map((listing) => ({
      ...listing,
      group: listing.group?.id ?? null,
      origin: A_PERSON,
      identity: listing.identity,
    })),
  )
}
