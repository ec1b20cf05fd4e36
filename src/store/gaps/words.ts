/** Words that found nothing: a mark that cannot be read until they have come on enough different days, then the words. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

/** The same words on so many different days may be read by the desk: one person's story does not come back like that. */
export const DAYS_ENOUGH = 5
/** Marks kept at most: a program that makes words up must not fill the database. */
const MARKS_MOST = 50_000

export type WordDay = {
  /** Made of the words with a secret that is not in the database: see insight/missed-words.ts. */
  mark: string
  /** Written only where this is the day that makes enough. */
  words: string
  /** "2026-Q4". */
  quarter: string
  day: string
  /** Monday of that day's week. */
  week: string
}

/** The words came on this day; a second time on one day changes nothing. */
export async function addWordDays(tx: Writing, days: readonly WordDay[]): Promise<void> {
  const kept = await tx.db
    .selectFrom('word_mark')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirst()
  let free = MARKS_MOST - Number(kept?.all ?? 0)
  for (const day of days) {
    const before = await tx.db
      .selectFrom('word_mark')
      .select(['days', 'last_day'])
      .where('mark', '=', day.mark)
      .executeTakeFirst()
    if (before === undefined && free-- <= 0) continue
    if (before !== undefined && before.last_day >= day.day) continue
    const come = (before?.days ?? 0) + 1
    await tx.db
      .insertInto('word_mark')
      .values({ mark: day.mark, quarter: day.quarter, days: come, last_day: day.day })
      .onConflict((conflict) => conflict.column('mark').doUpdateSet({ days: come, last_day: day.day }))
      .execute()
    if (come >= DAYS_ENOUGH) await keepWords(tx, day)
  }
}

async function keepWords({ db }: Writing, { words, week }: WordDay): Promise<void> {
  await db
    .insertInto('missed_words')
    .values({ words, last_week: week })
    .onConflict((conflict) => conflict.column('words').doUpdateSet({ last_week: week }))
    .execute()
}

/** Marks of other quarters, and words that have not come since the week of `week`. */
export async function forgetWords({ db }: Writing, quarter: string, week: string): Promise<void> {
  await db.deleteFrom('word_mark').where('quarter', '<>', quarter).execute()
  await db.deleteFrom('missed_words').where('last_week', '<', week).execute()
}

/** Latest first, by their letters within a week. */
export async function missedWords(
  { db }: Reading,
  limit: number,
): Promise<{ words: string; week: string }[]> {
  const rows = await db
    .selectFrom('missed_words')
    .selectAll()
    .orderBy('last_week', 'desc')
    .orderBy('words')
    .limit(limit)
    .execute()
  return rows.map(({ words, last_week }) => ({ words, week: last_week }))
}
