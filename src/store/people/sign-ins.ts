/** Browsers somebody is signed in with. The secret in their cookie is not here: only its hash. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type SignInKept = {
  id: string
  person: string
  createdAt: string
  /** Ends then whatever happens. */
  expiresAt: string
  seenAt: string
  checkedAt: string
  second: boolean
  browser: string
}

/** Of a person, last seen first; ended ones are not there any more. */
export async function signInsOf({ db }: Reading, person: string): Promise<SignInKept[]> {
  const rows = await db
    .selectFrom('sign_in')
    .select(['id', 'person', 'created_at', 'expires_at', 'seen_at', 'checked_at', 'second', 'browser'])
    .where('person', '=', person)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    seenAt: row.seen_at,
    checkedAt: row.checked_at,
    second: row.second === 1,
    browser: row.browser,
  }))
}

export async function seen({ db }: Writing, id: string, at: string): Promise<void> {
  await db.updateTable('sign_in').set({ seen_at: at }).where('id', '=', id).execute()
}

export async function checked({ db }: Writing, id: string, at: string): Promise<void> {
  await db.updateTable('sign_in').set({ checked_at: at }).where('id', '=', id).execute()
}

/** One of a person's; `id` null: all of them, but for `except`. How many ended. */
export async function endSignIns(
  { db }: Writing,
  person: string,
  id: string | null,
  except: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in')
    .where('person', '=', person)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .$if(except !== null, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Codes are remembered so long after their end, to say of a late one that it is late. Milliseconds. */
const LATE_MS = 3_600_000

/** Those whose end has come, and codes that are long over: nothing needs them to go, they only take room. */
export async function dropEnded({ db }: Writing, now: string): Promise<void> {
  const late = new Date(Date.parse(now) - LATE_MS).toISOString()
  await db.deleteFrom('sign_in').where('expires_at', '<=', now).execute()
  await db.deleteFrom('asking').where('expires_at', '<=', late).execute()
}
