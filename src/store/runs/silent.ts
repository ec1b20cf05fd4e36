/** Listings that a source told of and tells of no more: which, since when, and whether anybody else still does. */
import { sql } from 'kysely'
import { among } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { RunOf } from '../import-write.ts'
import { PEOPLE } from '../../listings/claims.ts'
import { clear } from '../registers/hearing.ts'

export type Lost = { listing: string; name: string }
export type Silent = Lost & {
  group: string | null
  /** When the first of the runs that did not find it began. */
  since: string
}

const NAME = sql`coalesce(listing.fields, statement.fields)`

/** The name of a listing out of either kind of row: see fields-text.ts and statement-text.ts. */
function nameIn(fields: string): string {
  const read: unknown = JSON.parse(fields)
  if (!Array.isArray(read)) return nameOf(read)
  for (const group of read) {
    const name = Array.isArray(group) ? nameOf(group[3]) : ''
    if (name !== '') return name
  }
  return ''
}
const nameOf = (values: unknown): string =>
  typeof values === 'object' && values !== null && 'name' in values ? String(values.name) : ''

/** Those that this run is the first not to find. */
export async function lostIn(tx: Writing, { run, source }: RunOf, limit: number): Promise<Lost[]> {
  const { rows } = await sql<{ listing: string; fields: string }>`
    select listing.id as listing, ${NAME} as fields from statement
    join listing on listing.no = statement.listing
    where statement.source = ${source} and statement.missing_run = ${run} and statement.fields is not null
      and listing.status <> 'erased' order by listing.no limit ${limit}`.execute(tx.db)
  return rows.map(({ listing, fields }) => ({ listing, name: nameIn(fields) }))
}

/**
 * Public listings that only this source told of, missing since before `before` in `runs` whole runs in a row, this one
 * counted, where no person confirmed since, and of which this was not said since.
 */
export async function silent(
  tx: Writing,
  { source }: RunOf,
  { runs, before }: { runs: number; before: string },
): Promise<Silent[]> {
  const { rows } = await sql<{ listing: string; fields: string; group_id: string | null; since: string }>`
    select listing.id as listing, listing.group_id, ${NAME} as fields, lost.started_at as since
    from statement
    join run as lost on lost.id = statement.missing_run
    join listing on listing.no = statement.listing
    where statement.source = ${source} and statement.fields is not null and lost.started_at < ${before}
      and listing.status in ('published', 'paused')
      and (select count(*) from run as later where later.source = ${source} and later.state = 'applied'
        and later.complete = 1 and coalesce(later.nth, 0) > coalesce(lost.nth, 0)) + 2 >= ${runs}
      and not exists (select 1 from statement as other where other.listing = statement.listing
        and other.source <> ${source} and other.key is not null and other.fields is not null
        and other.missing_run is null)
      and not exists (select 1 from confirmation where confirmation.listing = statement.listing
        and confirmation.at > lost.started_at
        and ${among(tx.dialect, sql.ref('confirmation.author'), PEOPLE)})
      and not exists (select 1 from signal where signal.listing = statement.listing
        and signal.kind = 'missing-from-source' and signal.source = ${source}
        and signal.at >= lost.started_at)
    order by listing.no`.execute(tx.db)
  return rows.map(({ listing, group_id, fields, since }) => ({
    listing,
    name: nameIn(fields),
    group: group_id,
    since,
  }))
}

/** Told of again: what was held against them for that is over. */
export async function heardAgain(
  tx: Writing,
  { run, source }: RunOf,
  listings: readonly string[],
  at: string,
): Promise<void> {
  if (listings.length === 0) return
  const { rows } = await sql<{ id: string; listing: string }>`
    select signal.id, listing.id as listing from signal join listing on listing.no = signal.listing
    where signal.kind = 'missing-from-source' and signal.source = ${source} and signal.cleared_at is null
      and ${among(tx.dialect, sql.ref('listing.id'), listings)}`.execute(tx.db)
  await clear(tx, run, rows, at)
}
