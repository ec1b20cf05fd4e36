/** Websites of listings that are looked at from time to time. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { LinkCheckTable } from '../tables/mail.ts'

export type LinkCheck = {
  listing: string
  url: string
  nextAt: string
  checkedAt: string | null
  /** Checks in a row that found it gone, and when the first of them was. */
  fails: number
  failingSince: string | null
  /** Checks in a row without an answer either way. */
  unsure: number
  /** The signal that was raised; null: none stands. */
  signal: string | null
}

const read = ({ next_at, checked_at, failing_since, ...row }: LinkCheckTable): LinkCheck => ({
  ...row,
  nextAt: next_at,
  checkedAt: checked_at,
  failingSince: failing_since,
})

/** Those whose time has come, longest waiting first. */
export async function dueLinks({ db }: Reading, now: Date, limit: number): Promise<LinkCheck[]> {
  const rows = await db
    .selectFrom('link_check')
    .selectAll()
    .where('next_at', '<=', now.toISOString())
    .orderBy('next_at')
    .orderBy('listing')
    .limit(limit)
    .execute()
  return rows.map(read)
}

export async function linkOf({ db }: Reading, listing: string): Promise<LinkCheck | null> {
  const row = await db.selectFrom('link_check').selectAll().where('listing', '=', listing).executeTakeFirst()
  return row === undefined ? null : read(row)
}

export async function writeLink({ db }: Writing, link: LinkCheck): Promise<void> {
  const { nextAt, checkedAt, failingSince, ...rest } = link
  const row = { ...rest, next_at: nextAt, checked_at: checkedAt, failing_since: failingSince }
  await db
    .insertInto('link_check')
    .values(row)
    .onConflict((conflict) => conflict.column('listing').doUpdateSet(row))
    .execute()
}

export async function dropLink({ db }: Writing, listing: string): Promise<void> {
  await db.deleteFrom('link_check').where('listing', '=', listing).execute()
}
