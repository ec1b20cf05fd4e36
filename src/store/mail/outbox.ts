/** Letters that wait to be sent: written together with what they tell of, sent afterwards by mail/deliver.ts. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'

export type Waiting = {
  id: string
  /** Posted again by the same key it is the same letter: it goes once. */
  key: string
  to: string
  lang: 'en' | 'cy'
  /** A letter of mail/letters.ts, and what it says. Emptied when it was sent or dropped: codes and links are in it. */
  kind: string
  about: { [name: string]: unknown }
  postedAt: string
  /** Not sent before; an instant. */
  notBefore: string
  /** Dropped after this instant: a dead link helps nobody. */
  expiresAt: string
  state: 'waiting' | 'sent' | 'dropped'
  tries: number
  nextTryAt: string
  sentAt: string | null
  /** Why the last try failed, without the address. */
  why: string | null
}
export type Post = Pick<
  Waiting,
  'id' | 'key' | 'to' | 'lang' | 'kind' | 'about' | 'postedAt' | 'expiresAt'
> & {
  notBefore?: string
  /** Somebody asked for it on a page just now: it comes in the language of that page. */
  asked?: true
}

export const readWaiting = (row: Tables['outbox']): Waiting => ({
  id: row.id,
  key: row.key,
  to: row.to_address,
  lang: row.lang as Waiting['lang'],
  kind: row.kind,
  about: JSON.parse(row.about),
  postedAt: row.posted_at,
  notBefore: row.not_before,
  expiresAt: row.expires_at,
  state: row.state as Waiting['state'],
  tries: row.tries,
  nextTryAt: row.next_try_at,
  sentAt: row.sent_at,
  why: row.why,
})

/** In the language in which its reader last signed in; `given.lang` where nobody knows, or where it was asked for. */
async function languageOf({ db }: Writing, { to, lang, asked }: Post): Promise<string> {
  if (asked === true) return lang
  const person = await db.selectFrom('person').select('lang').where('email', '=', to).executeTakeFirst()
  return person?.lang ?? lang
}

/** Whether a letter was posted by this key, whatever became of it. */
export async function posted({ db }: Reading, key: string): Promise<boolean> {
  const row = await db.selectFrom('outbox').select('id').where('key', '=', key).executeTakeFirst()
  return row !== undefined
}

export async function post(tx: Writing, given: Post): Promise<void> {
  const lang = await languageOf(tx, given)
  await tx.db
    .insertInto('outbox')
    .values({
      id: given.id,
      key: given.key,
      to_address: given.to,
      lang,
      kind: given.kind,
      about: JSON.stringify(given.about),
      posted_at: given.postedAt,
      not_before: given.notBefore ?? given.postedAt,
      expires_at: given.expiresAt,
      state: 'waiting',
      tries: 0,
      next_try_at: given.notBefore ?? given.postedAt,
      sent_at: null,
      why: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/**
 * Those whose time has come. Those that expire soonest come first: a code that works for ten minutes must not wait behind
 * a thousand reminders.
 */
export async function due({ db }: Reading, now: Date, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now.toISOString())
    .orderBy('expires_at')
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(readWaiting)
}

export type Tried = { id: string; at: string } & (
  { is: 'sent' } | { is: 'dropped'; why: string } | { is: 'failed'; why: string; nextTryAt: string }
)

export async function tried({ db }: Writing, it: Tried): Promise<void> {
  const update = db.updateTable('outbox').where('id', '=', it.id).where('state', '=', 'waiting')
  if (it.is === 'failed')
    await update
      .set((eb) => ({ tries: eb('tries', '+', 1), why: it.why, next_try_at: it.nextTryAt }))
      .execute()
  else
    await update
      .set((eb) => ({
        tries: eb('tries', '+', 1),
        state: it.is,
        about: '{}',
        sent_at: it.is === 'sent' ? it.at : null,
        why: it.is === 'dropped' ? it.why : null,
      }))
      .execute()
}
