/**
 * Whose turn it is, of all processes on one store: who has it sends the letters, or runs the job. A turn ends by the
 * clock, so that one whose holder died comes free again.
 */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

/** No turn is given for longer. One that ends later than this was written by a clock that was wrong. Milliseconds. */
export const LONGEST_TURN_MS = 5 * 60_000

export type Turn = { name: string; holder: string; now: Date; ms: number }

/** True: it is the holder's from now on, for `ms` milliseconds; asked again by the holder it is drawn out. */
export async function takeTurn({ db }: Writing, { name, holder, now, ms }: Turn): Promise<boolean> {
  const row = await db.selectFrom('job_turn').selectAll().where('name', '=', name).executeTakeFirst()
  const until = new Date(now.getTime() + Math.min(ms, LONGEST_TURN_MS)).toISOString()
  if (row === undefined) {
    await db.insertInto('job_turn').values({ name, holder, until, done_at: null }).execute()
    return true
  }
  const left = Date.parse(row.until) - now.getTime()
  if (row.holder !== null && row.holder !== holder && left > 0 && left <= LONGEST_TURN_MS) return false
  await db.updateTable('job_turn').set({ holder, until }).where('name', '=', name).execute()
  return true
}

/** Gives it back before its time. `doneAt`: what it is for was done to its end. Nothing where it is another's by now. */
export async function leaveTurn(
  { db }: Writing,
  { name, holder, doneAt }: { name: string; holder: string; doneAt?: string },
): Promise<void> {
  await db
    .updateTable('job_turn')
    .set({ holder: null, ...(doneAt === undefined ? {} : { done_at: doneAt }) })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute()
}

/** When it was last done to its end; null: never. */
export async function lastDone({ db }: Reading, name: string): Promise<string | null> {
  const row = await db.selectFrom('job_turn').select('done_at').where('name', '=', name).executeTakeFirst()
  return row?.done_at ?? null
}
