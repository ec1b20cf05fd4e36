/** How many new people a month a listing can take: never public, so it moves nothing in the change feed. */
import { sql } from 'kysely'
import type { Knower } from '../../listings/claims.ts'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { numbersOf } from '../listing-numbers.ts'

export type Intake = {
  id: string
  listing: string
  /** null: they do not count any more. */
  perMonth: number | null
  saidAt: string
  by: Knower
}

/** Throws where the listing is not known. */
export async function setIntake(tx: Writing, intake: Intake): Promise<void> {
  const numbers = await numbersOf(tx, [intake])
  const { id, perMonth, saidAt, by } = intake
  await tx.db
    .insertInto('intake')
    .values({ id, listing: numbers.of(intake), per_month: perMonth, said_at: saidAt, author: by })
    .execute()
}

/** The latest word of each listing; those of which nobody said anything are left out. */
export async function intakesOf({ db, dialect }: Reading, listings: readonly string[]): Promise<Intake[]> {
  const { rows } = await sql<{
    id: string
    listing: string
    per_month: number | null
    said_at: string
    author: string
  }>`
    select ranked.id, listing.id as listing, per_month, said_at, author from (
      select *, row_number() over (partition by listing order by said_at desc, id desc) as nth from intake
    ) as ranked join listing on listing.no = ranked.listing
    where nth = 1 and ${among(dialect, sql.ref('listing.id'), listings)}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    listing: row.listing,
    perMonth: row.per_month,
    saidAt: row.said_at,
    by: row.author as Knower,
  }))
}
