/** Letters that came back, by address and day: the same report read twice counts once. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type Bounce = {
  /** Hash of the address: see address-hash.ts. */
  address: string
  /** "2026-11-22" */
  day: string
  at: string
  permanent: boolean
}

/** False: this day was known already, and no less permanent. */
export async function noteBounce({ db }: Writing, given: Bounce): Promise<boolean> {
  const { address, day, at } = given
  const permanent = given.permanent ? 1 : 0
  const known = await db
    .selectFrom('bounce')
    .select('permanent')
    .where('address', '=', address)
    .where('day', '=', day)
    .executeTakeFirst()
  if (known !== undefined && known.permanent >= permanent) return false
  await db
    .insertInto('bounce')
    .values({ address, day, at, permanent })
    .onConflict((conflict) => conflict.columns(['address', 'day']).doUpdateSet({ permanent, at }))
    .execute()
  return true
}

/** Those since a day, oldest first. */
export async function bouncesOf({ db }: Reading, address: string, since: string): Promise<Bounce[]> {
  const rows = await db
    .selectFrom('bounce')
    .selectAll()
    .where('address', '=', address)
    .where('day', '>=', since)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ ...row, permanent: row.permanent === 1 }))
}

/** Forgets those before a day. */
export async function forgetBounces({ db }: Writing, before: string): Promise<void> {
  await db.deleteFrom('bounce').where('day', '<', before).execute()
}
