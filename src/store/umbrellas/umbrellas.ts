/** Umbrella bodies and their ties to groups. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { Tie, Umbrella } from './umbrella.ts'

const readUmbrella = ({ made_at, ...row }: Tables['umbrella']): Umbrella => ({ ...row, madeAt: made_at })
const readTie = (row: Tables['umbrella_group']): Tie => ({
  umbrella: row.umbrella,
  group: row.group_id,
  state: row.state as Tie['state'],
  invitedAt: row.invited_at,
  invitedBy: row.invited_by,
  acceptedAt: row.accepted_at,
  acceptedBy: row.accepted_by,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
})

/** By name. */
export async function umbrellas({ db }: Reading): Promise<Umbrella[]> {
  const rows = await db.selectFrom('umbrella').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(readUmbrella)
}

export async function umbrella({ db }: Reading, id: string): Promise<Umbrella | null> {
  const row = await db.selectFrom('umbrella').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : readUmbrella(row)
}

/** Adds it, or writes its name and website anew. */
export async function putUmbrella({ db }: Writing, { madeAt, ...given }: Umbrella): Promise<void> {
  await db
    .insertInto('umbrella')
    .values({ ...given, made_at: madeAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: given.name, website: given.website }))
    .execute()
}

/** Ids of the bodies whose help a group has accepted, and not ended. */
export async function acceptedBy({ db }: Reading, group: string): Promise<string[]> {
  const rows = await db
    .selectFrom('umbrella_group')
    .select('umbrella')
    .where('group_id', '=', group)
    .where('state', '=', 'accepted')
    .orderBy('umbrella')
    .execute()
  return rows.map((row) => row.umbrella)
}

export type WhichTies = { umbrella?: string; group?: string; state?: Tie['state'] }

/** Oldest invitation first. */
export async function ties({ db }: Reading, { umbrella, group, state }: WhichTies): Promise<Tie[]> {
  const rows = await db
    .selectFrom('umbrella_group')
    .selectAll()
    .$if(umbrella !== undefined, (query) => query.where('umbrella', '=', umbrella ?? ''))
    .$if(group !== undefined, (query) => query.where('group_id', '=', group ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .orderBy('invited_at')
    .orderBy('group_id')
    .orderBy('umbrella')
    .execute()
  return rows.map(readTie)
}

/** Writes what the two have agreed now, over what they had agreed before. */
export async function putTie({ db }: Writing, tie: Tie): Promise<void> {
  const said = {
    state: tie.state,
    invited_at: tie.invitedAt,
    invited_by: tie.invitedBy,
    accepted_at: tie.acceptedAt,
    accepted_by: tie.acceptedBy,
    ended_at: tie.endedAt,
    ended_by: tie.endedBy,
  }
  await db
    .insertInto('umbrella_group')
    .values({ umbrella: tie.umbrella, group_id: tie.group, ...said })
    .onConflict((conflict) => conflict.columns(['umbrella', 'group_id']).doUpdateSet(said))
    .execute()
}
