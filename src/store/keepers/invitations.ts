/** Invitations to keep a group's listings. What opens one is a token of store/once.ts. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { Invitation } from './keeper.ts'

const read = (row: Tables['invitation']): Invitation => ({
  id: row.id,
  group: row.group_id,
  email: row.email,
  handOver: row.hand_over === 1,
  madeAt: row.made_at,
  madeBy: row.made_by,
  expiresAt: row.expires_at,
  state: row.state as Invitation['state'],
})

export async function invitation({ db }: Reading, id: string): Promise<Invitation | null> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : read(row)
}

/** Those nobody has answered, oldest first, expired ones left out. */
export async function waitingFor({ db }: Reading, group: string, now: Date): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('group_id', '=', group)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now.toISOString())
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

export async function invite({ db }: Writing, given: Omit<Invitation, 'state'>): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: given.id,
      group_id: given.group,
      email: given.email,
      hand_over: given.handOver ? 1 : 0,
      made_at: given.madeAt,
      made_by: given.madeBy,
      expires_at: given.expiresAt,
      state: 'waiting',
    })
    .execute()
}

/** Its address is forgotten with the answer. False where it was answered before. */
export async function answerInvitation(
  { db }: Writing,
  id: string,
  state: 'accepted' | 'withdrawn',
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ state, email: '' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
