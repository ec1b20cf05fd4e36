/** Listings by a mail address that stands in them, hidden ones too. */
import { sql } from 'kysely'
import type { Reading } from '../bulk.ts'

/**
 * Ids of listings that may have this address as a contact: one of their statements holds the text. It reads every
 * statement, which takes a tenth of a second at 100,000; it is asked when a letter came back. What stands behind the id
 * is to be looked at.
 */
export async function listingsNaming({ db, dialect }: Reading, address: string): Promise<string[]> {
  // As it stands inside JSON, between its quotation marks.
  const text = JSON.stringify(address.trim().toLowerCase())
  const found =
    dialect === 'sqlite'
      ? sql<boolean>`instr(lower(statement.fields), ${text}) > 0`
      : sql<boolean>`position(${text} in lower(statement.fields)) > 0`
  const rows = await db
    .selectFrom('statement')
    .innerJoin('listing', 'listing.no', 'statement.listing')
    .select('listing.id')
    .distinct()
    .where('statement.fields', 'is not', null)
    .where(found)
    .orderBy('listing.id')
    .execute()
  return rows.map(({ id }) => id)
}
