/** Whom was asked about which listing. An answer is no mark somebody must remember to set: it is read from what was said. */
import { sql } from 'kysely'
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { numbersOf } from '../listing-numbers.ts'

/** The steps of asking, in their order; what each means is freshness/ladder.ts. */
export type AskRow = {
  id: string
  listing: string
  /** Id of a person, or "address:" and the hash of an address that has no account; "link-workers", "desk". */
  person: string
  rung: string
  at: string
}
export type Asked = AskRow & {
  /** When the group said anything of the listing after this; null: it has not. */
  answeredAt: string | null
}

/** Written again by the same id it is there once. Throws where a listing is not known. */
export async function addAsks(tx: Writing, asks: readonly AskRow[]): Promise<void> {
  const numbers = await numbersOf(tx, asks)
  for (const ask of asks)
    await tx.db
      .insertInto('ask')
      .values({ id: ask.id, listing: numbers.of(ask), person: ask.person, rung: ask.rung, at: ask.at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
}

/** Every ask from an instant on, oldest first. The group answers by confirming or by saying whether there is room. */
export async function asksSince({ db }: Reading, since: string): Promise<Asked[]> {
  const { rows } = await sql<AskRow & { confirmed_at: string | null; said_at: string | null }>`
    select ask.id, listing.id as listing, ask.person, ask.rung, ask.at,
      (select min(at) from confirmation
        where confirmation.listing = ask.listing and author = 'group' and at >= ask.at) as confirmed_at,
      (select min(said_at) from capacity_event
        where capacity_event.listing = ask.listing and author = 'group' and said_at >= ask.at) as said_at
    from ask join listing on listing.no = ask.listing
    where ask.at >= ${since} order by ask.at, ask.id`.execute(db)
  return rows.map(({ confirmed_at, said_at, ...ask }) => ({
    ...ask,
    answeredAt: [confirmed_at, said_at].filter((at) => at !== null).sort()[0] ?? null,
  }))
}
