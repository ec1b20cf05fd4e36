/** How the outbox is doing, and what it forgets. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

/** What the reason of a failure begins with where no server could be reached, and not only one letter was refused. */
export const UNREACHABLE = 'unreachable'

export type OutboxState = {
  /** Letters whose time has come and that are not sent, and since when the oldest of them waits. */
  waiting: number
  oldestAt: string | null
  /** The same of those that were never tried, or that found no server. */
  stuckSince: string | null
  lastSentAt: string | null
}

export async function outboxState({ db }: Reading, now: Date): Promise<OutboxState> {
  const overdue = db
    .selectFrom('outbox')
    .where('state', '=', 'waiting')
    .where('not_before', '<=', now.toISOString())
  const [all, stuck, sent] = await Promise.all([
    overdue.select(({ fn }) => [fn.countAll().as('n'), fn.min('not_before').as('at')]).executeTakeFirst(),
    overdue
      .where((eb) => eb.or([eb('tries', '=', 0), eb('why', 'like', `${UNREACHABLE}%`)]))
      .select(({ fn }) => fn.min('not_before').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('outbox')
      .select(({ fn }) => fn.max('sent_at').as('at'))
      .executeTakeFirst(),
  ])
  return {
    waiting: Number(all?.n ?? 0),
    oldestAt: all?.at ?? null,
    stuckSince: stuck?.at ?? null,
    lastSentAt: sent?.at ?? null,
  }
}

/**
 * Letters sent or dropped before `addressesBefore` lose their address; those before `rowsBefore` go altogether, and with
 * them the memory that a letter with their key was posted.
 */
export async function tidyOutbox(
  { db }: Writing,
  { addressesBefore, rowsBefore }: { addressesBefore: string; rowsBefore: string },
): Promise<void> {
  const done = ['sent', 'dropped']
  await db.deleteFrom('outbox').where('state', 'in', done).where('posted_at', '<', rowsBefore).execute()
  await db
    .updateTable('outbox')
    .set({ to_address: '' })
    .where('state', 'in', done)
    .where('posted_at', '<', addressesBefore)
    .where('to_address', '<>', '')
    .execute()
}

/** To whom a letter went; null: it is none of ours, or its address is forgotten. */
export async function addressOf({ db }: Reading, letter: string): Promise<string | null> {
  const row = await db.selectFrom('outbox').select('to_address').where('id', '=', letter).executeTakeFirst()
  return row === undefined || row.to_address === '' ? null : row.to_address
}
