/** How often something happened to a listing in a week: never who, never what they looked for. */
import { sql } from 'kysely'
import { among, type Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { numbersOf } from './listing-numbers.ts'

/** looked: its page was opened. pointed: a link worker pointed somebody there. shortlisted: put on a shortlist. */
export type TallyKind = 'looked' | 'pointed' | 'shortlisted'
export type Tally = {
  listing: string
  /** Monday of the week, "2026-11-16". */
  week: string
  kind: TallyKind
  count: number
}

/** Adds to what is there. Throws where a listing is not known. */
export async function addTallies(tx: Writing, tallies: readonly Tally[]): Promise<void> {
  const numbers = await numbersOf(tx, tallies)
  for (const tally of tallies)
    await tx.db
      .insertInto('tally')
      .values({ listing: numbers.of(tally), week: tally.week, kind: tally.kind, count: tally.count })
      .onConflict((conflict) =>
        conflict
          .columns(['listing', 'week', 'kind'])
          .doUpdateSet((eb) => ({ count: eb('tally.count', '+', tally.count) })),
      )
      .execute()
}

/** Weeks from `since` (a Monday) on, oldest first. */
export async function talliesOf(
  { db, dialect }: Reading,
  listings: readonly string[],
  since: string,
): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select listing.id as listing, tally.week, tally.kind, tally.count
    from tally join listing on listing.no = tally.listing
    where tally.week >= ${since} and ${among(dialect, sql.ref('listing.id'), listings)}
    order by tally.week, listing.id, tally.kind`.execute(db)
  return rows
}
