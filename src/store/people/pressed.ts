/** How often something was tried, for limits that several servers share. One server alone counts in memory instead. */
import type { Writing } from '../database.ts'

export type Press = {
  /** Says what was tried and by whom, so that nobody can tell who that is. */
  key: string
  now: Date
  /** So many within so long. */
  most: number
  milliseconds: number
  /** Only whether it would count: nothing is written. */
  look?: boolean
}

/** Null: counted. Else the instant from which it will be; a refused one does not count. */
export async function countPress({ db }: Writing, press: Press): Promise<string | null> {
  const { key, now, most, milliseconds, look = false } = press
  const at = now.toISOString()
  if (!look) await db.deleteFrom('pressed').where('until', '<=', at).execute()
  const rows = await db
    .selectFrom('pressed')
    .select('until')
    .where('key', '=', key)
    .where('until', '>', at)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const oldest = rows[most - 1]
  if (oldest !== undefined) return oldest.until
  if (look) return null
  const until = new Date(now.getTime() + milliseconds).toISOString()
  await db.insertInto('pressed').values({ key, at, until }).execute()
  return null
}
