/** Codes that were sent and wait to be typed in, each bound to the browser that asked. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

/** sign-in: to come in, or to show again that it is you. address: to change to a new address. */
export type AskingPurpose = 'sign-in' | 'address'
export type Asking = {
  /** Of the secret in the asking browser's cookie. */
  hash: string
  purpose: AskingPurpose
  address: string
  /** Who asked, for those who were signed in already. */
  person: string | null
  codeHash: string
  tries: number
  askedAt: string
  expiresAt: string
  usedAt: string | null
}

export async function ask({ db }: Writing, asking: Omit<Asking, 'tries' | 'usedAt'>): Promise<void> {
  await db
    .insertInto('asking')
    .values({
      hash: asking.hash,
      purpose: asking.purpose,
      address: asking.address,
      person: asking.person,
      code_hash: asking.codeHash,
      tries: 0,
      asked_at: asking.askedAt,
      expires_at: asking.expiresAt,
      used_at: null,
    })
    .execute()
}

export async function asking({ db }: Reading, hash: string): Promise<Asking | null> {
  const row = await db.selectFrom('asking').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (row === undefined) return null
  return {
    hash: row.hash,
    purpose: row.purpose as AskingPurpose,
    address: row.address,
    person: row.person,
    codeHash: row.code_hash,
    tries: row.tries,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}

/** Counts a wrong code. */
export async function countTry({ db }: Writing, hash: string): Promise<void> {
  await db
    .updateTable('asking')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('hash', '=', hash)
    .execute()
}

/** True for the one call that uses it up. */
export async function useAsking({ db }: Writing, hash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('asking')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
