/** Codes sent to an address that a listing has. Only their hash is kept, and for one person each is good. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { CodeTried, KeeperCode } from './keeper.ts'

/** Wrong ones that may be typed: of a million, five. */
export const CODE_TRIES = 5

const hashOf = (id: string, code: string): string =>
  createHash('sha256').update(`${id}:${code}`).digest('hex')
const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

const read = ({ made_at, expires_at, used_at, hash: _, ...row }: Tables['keeper_code']): KeeperCode => ({
  ...row,
  madeAt: made_at,
  expiresAt: expires_at,
  usedAt: used_at,
})

/** The one that somebody may type now; null: none was asked for, or it was used, spent or is too old. */
export async function codeWaiting(
  reading: Reading,
  listing: string,
  person: string,
  now: Date,
): Promise<KeeperCode | null> {
  const row = await unused(reading, listing, person)
  if (row === undefined || row.tries >= CODE_TRIES) return null
  return Date.parse(row.expires_at) > now.getTime() ? read(row) : null
}

/** How many were sent for a listing since an instant, whoever asked. */
export async function codesSince({ db }: Reading, listing: string, since: string): Promise<number> {
  const row = await db
    .selectFrom('keeper_code')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('listing', '=', listing)
    .where('made_at', '>', since)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** A new one makes those before it worthless: only the latest can be typed. */
export async function makeCode(
  { db }: Writing,
  code: string,
  given: Pick<KeeperCode, 'id' | 'listing' | 'person' | 'madeAt' | 'expiresAt'>,
): Promise<void> {
  const { id, listing, person, madeAt, expiresAt } = given
  await db
    .updateTable('keeper_code')
    .set({ used_at: madeAt })
    .where('listing', '=', listing)
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .execute()
  await db
    .insertInto('keeper_code')
    .values({
      id,
      listing,
      person,
      hash: hashOf(id, code),
      made_at: madeAt,
      expires_at: expiresAt,
      tries: 0,
      used_at: null,
    })
    .execute()
}

/** Counts a wrong one; uses up a right one. */
export async function tryCode(
  tx: Writing,
  listing: string,
  person: string,
  code: string,
  now: Date,
): Promise<CodeTried> {
  const row = await unused(tx, listing, person)
  if (row === undefined) return { is: 'none' }
  if (Date.parse(row.expires_at) <= now.getTime()) return { is: 'expired' }
  if (row.tries >= CODE_TRIES) return { is: 'spent' }
  const right = same(row.hash, hashOf(row.id, code))
  const tries = right ? row.tries : row.tries + 1
  await tx.db
    .updateTable('keeper_code')
    .set({ tries, used_at: right ? now.toISOString() : null })
    .where('id', '=', row.id)
    .execute()
  if (right) return { is: 'right' }
  return tries >= CODE_TRIES ? { is: 'spent' } : { is: 'wrong', left: CODE_TRIES - tries }
}

function unused(
  { db }: Reading,
  listing: string,
  person: string,
): Promise<Tables['keeper_code'] | undefined> {
  return db
    .selectFrom('keeper_code')
    .selectAll()
    .where('listing', '=', listing)
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirst()
}
