/** Tokens that do one thing once: a link in a mail, an invitation. Only their hash is kept (OWASP ASVS 6.5.1, 6.5.2). */
import { createHash, randomBytes } from 'node:crypto'
import type { Reading } from './bulk.ts'
import type { Writing } from './database.ts'

/** Bytes of chance in a token: 192 bits. */
const TOKEN_BYTES = 24

export type Once = {
  /** What it is for: "answer", "invitation"… A token of one kind opens nothing of another. */
  kind: string
  /** What it may do and to what, as its kind says. */
  about: { [name: string]: unknown }
  madeAt: string
  expiresAt: string
  usedAt: string | null
}
export type OnceLooked = { is: 'good' | 'used' | 'expired'; once: Once } | { is: 'unknown' }

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')
/** What is kept of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export async function makeOnce({ db }: Writing, token: string, once: Omit<Once, 'usedAt'>): Promise<void> {
  const { kind, about, madeAt, expiresAt } = once
  await db
    .insertInto('once')
    .values({
      hash: hashOf(token),
      kind,
      about: JSON.stringify(about),
      made_at: madeAt,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
}

/**
 * Forgets tokens and codes that ran out before an instant. Until then a link says whether it was used or is too old; after
 * it is as though there had never been one.
 */
export async function forgetTokens({ db }: Writing, before: string): Promise<void> {
  const gone = db.selectFrom('once').select('hash').where('expires_at', '<', before)
  await db.deleteFrom('answered').where('hash', 'in', gone).execute()
  await db.deleteFrom('once').where('expires_at', '<', before).execute()
  await db.deleteFrom('keeper_code').where('expires_at', '<', before).execute()
}

/** Looking uses nothing up: programs that read mail open every link. */
export async function lookAtOnce(
  { db }: Reading,
  token: string,
  kind: string,
  now: Date,
): Promise<OnceLooked> {
  const row = await db
    .selectFrom('once')
    .selectAll()
    .where('hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (row === undefined) return { is: 'unknown' }
  const once = {
    kind,
    about: JSON.parse(row.about),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
  if (row.used_at !== null) return { is: 'used', once }
  return { is: Date.parse(row.expires_at) <= now.getTime() ? 'expired' : 'good', once }
}

/** "good": it was used up by this call, and by no other one. */
export async function useOnce(tx: Writing, token: string, kind: string, now: Date): Promise<OnceLooked> {
  const looked = await lookAtOnce(tx, token, kind, now)
  if (looked.is !== 'good') return looked
  await tx.db
    .updateTable('once')
    .set({ used_at: now.toISOString() })
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .execute()
  return looked
}
