/** What was said of a listing's funding. Added, never changed. */
import { sql } from 'kysely'
import type { FundingEvent } from '../../funding/event.ts'
import type { Knower } from '../../listings/claims.ts'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { bump, numbersOf } from '../listing-numbers.ts'
import { bare } from '../plain-text.ts'
import type { FundingEventTable } from '../tables/answers.ts'

type Row = Omit<FundingEventTable, 'listing' | 'run'>

export function readFunding(row: Row, listing: string): FundingEvent {
  const { id, says, until, said_at, author, source } = row
  return {
    id,
    listing,
    says: says as FundingEvent['says'],
    until,
    saidAt: said_at,
    by: author as Knower,
    source,
  }
}

/** The latest one of a person and the latest of a source, of each listing, by its short number. Of a source's at one time, what reaches furthest. */
export async function fundingsOf({ db, dialect }: Reading, numbers: readonly number[]) {
  const { rows } = await sql<Row & { no: number }>`
    select listing as no, id, says, until, said_at, author, source from (
      select *, row_number() over (
        partition by listing, case when author = 'source' then 1 else 0 end
        order by said_at desc, coalesce(until, '') desc, id desc) as nth
      from funding_event where ${among(dialect, sql.ref('listing'), numbers)}
    ) as ranked where nth = 1`.execute(db)
  return rows
}

/** The same one said again, by its id, is no news. Throws where a listing is not known. `run`: the import run that brought them. */
export async function addFundings(
  tx: Writing,
  events: readonly FundingEvent[],
  run: string | null = null,
): Promise<void> {
  const numbers = await numbersOf(tx, events)
  const moved = new Set<number>()
  for (const event of events) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('funding_event')
      .values({
        id: event.id,
        listing: numbers.of(event),
        says: event.says,
        until: event.until,
        said_at: event.saidAt,
        author: event.by,
        source: bare(event.source),
        run,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) moved.add(numbers.of(event))
  }
  await bump(tx, [...moved])
}
