/** A listing's address, and its end. An address once given never leads to another listing. */
import { sql } from 'kysely'
import { slugsTaken } from './add.ts'
import type { Writing } from './database.ts'
import { bump, numbersOf } from './listing-numbers.ts'
import { refuseNul } from './plain-text.ts'

/** What was said and done about listings. */
const HISTORIES = [
  'replaced',
  'seen_before',
  'ruling',
  'revision',
  'confirmation',
  'capacity_event',
  'funding_event',
  'intake',
  'signal',
  'sent',
] as const

/** Old slug keeps leading to the listing, which may take one of its own old ones again. Throws where it is another's. */
export async function rename(tx: Writing, listing: string, slug: string): Promise<void> {
  refuseNul('an address', [slug])
  const { all } = await numbersOf(tx, [{ listing }])
  const no = all[0] ?? 0
  const own = await tx.db
    .selectFrom('slug')
    .select('slug')
    .where('slug', '=', slug)
    .where('listing', '=', no)
    .executeTakeFirst()
  if (own === undefined) {
    if ((await slugsTaken(tx, [slug])).size > 0)
      throw new Error(`The address "${slug}" is taken by another listing.`)
    await tx.db.insertInto('slug').values({ slug, listing: no }).execute()
  }
  await tx.db.updateTable('listing').set({ slug }).where('no', '=', no).execute()
  await bump(tx, [no])
}

/**
 * Takes away all that was said and done about a listing, its history too, and its group where that ran nothing else.
 * Its id, its addresses and the day stay, so that they answer "gone" for ever, and the keys by which sources know it, so
 * that the next import does not bring it back.
 */
export async function erase(tx: Writing, listing: string, at: string): Promise<void> {
  const { all } = await numbersOf(tx, [{ listing }])
  const no = all[0] ?? 0
  const before = await tx.db
    .selectFrom('listing')
    .select(['id', 'group_id'])
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
  const gone = await tx.db.selectFrom('listing').select(['no', 'id']).where('merged_into', '=', no).execute()
  for (const other of gone) await forget(tx, other, at)
  await tx.db.deleteFrom('merge').where('kept', '=', no).execute()
  // By its own id: it may have been asked for by that of one that had become part of it.
  await forget(tx, { no, id: before.id }, at)
  await sql`delete from statement where listing = ${no} and key is null`.execute(tx.db)
  await sql`update statement set hash = '', run = null, seen_at = null, missing_run = null, name = null,
    postcode = null, phone = null, host = null, lat = null, lng = null, fields = null
    where listing = ${no}`.execute(tx.db)
  await sql`delete from organisation where id = ${before.group_id}
    and not exists (select 1 from listing where group_id = ${before.group_id})`.execute(tx.db)
  await bump(tx, [no])
}

/** Of a listing, or of one that had become part of it, which says as much. */
async function forget(
  tx: Writing,
  { no, id: listing }: { no: number; id: string },
  at: string,
): Promise<void> {
  await tx.db
    .updateTable('listing')
    .set({ status: 'erased', fields: '{}', group_id: null, edited_at: at, revision: 0 })
    .where('no', '=', no)
    .execute()
  for (const table of HISTORIES)
    await sql`delete from ${sql.table(table)} where listing = ${no}`.execute(tx.db)
  // What people typed or asked for says as much as the listing did: it goes too, and nobody waits for an answer to it.
  await sql`delete from draft where listing = ${listing}`.execute(tx.db)
  await sql`delete from run_line where listing = ${listing}`.execute(tx.db)
  await sql`delete from run_before where (what = 'group' and id = ${listing})
    or (what = 'matter' and id in (select id from matter where listing = ${listing}))`.execute(tx.db)
  await sql`update matter set about = '{}', person = null where listing = ${listing}`.execute(tx.db)
  await sql`update matter set state = 'withdrawn', decision = 'erased', decided_at = ${at}
    where listing = ${listing} and state = 'open'`.execute(tx.db)
}
