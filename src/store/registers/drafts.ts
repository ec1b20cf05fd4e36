/** Drafts that a register made and that wait for the desk; those it put aside wait no longer, and can be had back. */
import { sql } from 'kysely'
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { ofListing } from '../listing-numbers.ts'

const WAITS = sql`listing.status = 'draft' and exists (select 1 from statement
  where statement.listing = listing.no and statement.fields is not null and statement.source = `
const ASIDE = sql`exists (select 1 from draft_discarded where draft_discarded.listing = listing.no)`

/** In the order in which they came. */
export async function drafts(
  { db }: Reading,
  source: string,
  after: number,
  limit: number,
): Promise<{ no: number; id: string }[]> {
  const { rows } = await sql<{ no: number; id: string }>`
    select no, id from listing where ${WAITS}${source}) and not ${ASIDE} and no > ${after}
    order by no limit ${limit}`.execute(db)
  return rows
}

export async function countDrafts(
  { db }: Reading,
  source: string,
): Promise<{ waiting: number; discarded: number }> {
  const { rows } = await sql<{ aside: number | boolean; n: number }>`
    select ${ASIDE} as aside, count(*) as n from listing where ${WAITS}${source}) group by 1`.execute(db)
  const count = (aside: boolean) => Number(rows.find((row) => Boolean(row.aside) === aside)?.n ?? 0)
  return { waiting: count(false), discarded: count(true) }
}

export async function discard(tx: Writing, listing: string, person: string, at: string): Promise<void> {
  await sql`insert into draft_discarded (listing, at, person)
    select no, ${at}, ${person} from listing where id = ${listing}
    on conflict (listing) do nothing`.execute(tx.db)
}

export async function takeBack(tx: Writing, listing: string): Promise<void> {
  await sql`delete from draft_discarded where ${ofListing(tx.dialect, listing)}`.execute(tx.db)
}
