/** Who is just ringing whom, so that two colleagues do not ring the same group. It lapses by itself. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type Turn = { listing: string; person: string; until: string }

/** Those that hold at `now`. */
export async function turns({ db }: Reading, now: Date): Promise<Turn[]> {
  return db.selectFrom('turn').selectAll().where('until', '>', now.toISOString()).execute()
}

/** False: somebody else has it. Taken again by the same person it lasts longer. */
export async function takeTurn({ db }: Writing, turn: Turn, now: Date): Promise<boolean> {
  const held = await db.selectFrom('turn').selectAll().where('listing', '=', turn.listing).executeTakeFirst()
  if (held !== undefined && held.person !== turn.person && held.until > now.toISOString()) return false
  await db
    .insertInto('turn')
    .values(turn)
    .onConflict((conflict) =>
      conflict.column('listing').doUpdateSet({ person: turn.person, until: turn.until }),
    )
    .execute()
  return true
}

/** Free again. Nothing where it is somebody else's. */
export async function freeTurn({ db }: Writing, listing: string, person: string): Promise<void> {
  await db.deleteFrom('turn').where('listing', '=', listing).where('person', '=', person).execute()
}
