/** Searches that somebody wants to hear of again. What they are about is sealed before it comes here. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { SavedSearchTable } from '../tables/workers.ts'

export type SavedSearch = {
  id: string
  person: string
  savedAt: string
  /** Sealed text: workers/sealed.ts opens it. */
  about: string
  /** Monday of the week of which a letter last told; "": none did. */
  toldWeek: string
}

const read = ({ saved_at, told_week, ...row }: SavedSearchTable): SavedSearch => ({
  ...row,
  savedAt: saved_at,
  toldWeek: told_week,
})

/** Of one person, oldest first. */
export async function searchesOf({ db }: Reading, person: string): Promise<SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .selectAll()
    .where('person', '=', person)
    .orderBy('saved_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** People with a search of which nothing was told yet in this week, some at a time. */
export async function searchersDue({ db }: Reading, week: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('saved_search')
    .select('person')
    .distinct()
    .where('told_week', '<', week)
    .orderBy('person')
    .limit(limit)
    .execute()
  return rows.map(({ person }) => person)
}

export async function addSearch({ db }: Writing, given: SavedSearch): Promise<void> {
  const { savedAt, toldWeek, ...rest } = given
  await db
    .insertInto('saved_search')
    .values({ ...rest, saved_at: savedAt, told_week: toldWeek })
    .execute()
}

/** What was told of it. Nothing where it was forgotten meanwhile. */
export async function toldOf(
  { db }: Writing,
  { id, about, toldWeek }: Pick<SavedSearch, 'id' | 'about' | 'toldWeek'>,
): Promise<void> {
  await db.updateTable('saved_search').set({ about, told_week: toldWeek }).where('id', '=', id).execute()
}

/** Nothing of it is left. False: that person has no such search. */
export async function forgetSearch({ db }: Writing, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_search')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
