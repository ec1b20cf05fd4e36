/** What a run that is taken back said at a time goes with it: confirmations, room, funding, signals, open matters. */
import { sql } from 'kysely'
import type { Writing } from './database.ts'
import { bump } from './listing-numbers.ts'

const EVENTS = ['confirmation', 'capacity_event', 'funding_event', 'signal'] as const

/** The run must be marked as undone already: history lets nothing else go. The index hears of it. */
export async function forgetSaid(tx: Writing, run: string, at: string): Promise<void> {
  const moved = new Set<number>()
  for (const table of EVENTS) {
    const { rows } = await sql<{ listing: number }>`
      select distinct listing from ${sql.table(table)} where run = ${run}`.execute(tx.db)
    for (const { listing } of rows) moved.add(listing)
    await sql`delete from ${sql.table(table)} where run = ${run}`.execute(tx.db)
  }
  await sql`update matter set state = 'withdrawn', decided_at = ${at} where run = ${run} and state = 'open'`.execute(
    tx.db,
  )
  // What a later run found to be over does not come back when that one is taken back too.
  await sql`update matter set closed_run = null where run = ${run}`.execute(tx.db)
  await bump(
    tx,
    [...moved].sort((a, b) => a - b),
  )
}
