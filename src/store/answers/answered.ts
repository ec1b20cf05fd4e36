/** Which listings of an answer link were answered. A link that names three listings works once for each of them. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { hashOf } from '../once.ts'

/** Listing → instant it was answered at. */
export async function answeredBy({ db }: Reading, token: string): Promise<{ [listing: string]: string }> {
  const rows = await db
    .selectFrom('answered')
    .select(['listing', 'at'])
    .where('hash', '=', hashOf(token))
    .execute()
  return Object.fromEntries(rows.map(({ listing, at }) => [listing, at]))
}

/** True where this call used it up; false where it was answered before. Whether the link names the listing is asked before. */
export async function useAnswer(
  { db }: Writing,
  token: string,
  listing: string,
  at: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answered')
    .values({ hash: hashOf(token), listing, at })
    .onConflict((conflict) => conflict.columns(['hash', 'listing']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
