/** Which kinds of letters an address no longer wants. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type Stopped = {
  /** Hash of the address: see address-hash.ts. */
  address: string
  /** A kind of mail/letters.ts. */
  kind: string
}

/** Stopped again it stays stopped. */
export async function stop({ db }: Writing, { address, kind, at }: Stopped & { at: string }): Promise<void> {
  await db
    .insertInto('stopped')
    .values({ address, kind, at })
    .onConflict((conflict) => conflict.columns(['address', 'kind']).doNothing())
    .execute()
}

export async function unstop({ db }: Writing, { address, kind }: Stopped): Promise<void> {
  await db.deleteFrom('stopped').where('address', '=', address).where('kind', '=', kind).execute()
}

export async function isStopped({ db }: Reading, { address, kind }: Stopped): Promise<boolean> {
  const row = await db
    .selectFrom('stopped')
    .select('at')
    .where('address', '=', address)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}
