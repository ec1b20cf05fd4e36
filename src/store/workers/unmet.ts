/** What link workers needed and did not find: a need, a week, an area. Never who, never words. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type Unmet = {
  /** Monday of the week, "2026-11-16". */
  week: string
  /** A need of the taxonomy. */
  need: string
  /** A postcode district or a ward's code; "": anywhere. */
  area: string
  count: number
}

/** Adds to what is there. */
export async function addUnmet({ db }: Writing, given: readonly Unmet[]): Promise<void> {
  for (const unmet of given)
    await db
      .insertInto('unmet')
      .values(unmet)
      .onConflict((conflict) =>
        conflict
          .columns(['week', 'need', 'area'])
          .doUpdateSet((eb) => ({ count: eb('unmet.count', '+', unmet.count) })),
      )
      .execute()
}

/** Sums from the week of `since` (a Monday) on; those below `atLeast` are left out. Most first. */
export async function unmetSince(
  { db }: Reading,
  since: string,
  atLeast: number,
): Promise<Omit<Unmet, 'week'>[]> {
  const rows = await db
    .selectFrom('unmet')
    .select(['need', 'area', ({ fn }) => fn.sum<number>('count').as('count')])
    .where('week', '>=', since)
    .groupBy(['need', 'area'])
    .execute()
  return rows
    .map((row) => ({ ...row, count: Number(row.count) }))
    .filter(({ count }) => count >= atLeast)
    .sort((a, b) => b.count - a.count || (a.need < b.need ? -1 : 1) || (a.area < b.area ? -1 : 1))
}
