/** What was needed and not found: counts by need, kind, postcode district and week. Never who, never words. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

/**
 * Why a need counts as not met. none: the search found nothing. full: nothing it found had room. unsure: nobody has
 * confirmed any of it lately. said: a link worker said so.
 */
export const WHYS = ['none', 'full', 'unsure', 'said'] as const
export type GapWhy = (typeof WHYS)[number]

export type Gap = {
  /** Monday of the week, "2026-11-16". */
  week: string
  /** A need of the taxonomy; "": none was understood. */
  need: string
  /** A kind of the taxonomy; "": none. */
  kind: string
  /** A postcode district; "": anywhere. */
  area: string
  why: GapWhy
  count: number
}
/** Weeks from `from` to `until`, both Mondays and both counted; need, kind, area: only those. */
export type WhichGaps = { from: string; until: string; need?: string; kind?: string; area?: string }
export type GapSum = { id: string; why: GapWhy; count: number }
export type GapBy = 'need' | 'kind' | 'area' | 'week'

/** Adds to what is there. */
export async function addGaps({ db }: Writing, given: readonly Gap[]): Promise<void> {
  for (const gap of given)
    await db
      .insertInto('gap')
      .values(gap)
      .onConflict((conflict) =>
        conflict
          .columns(['week', 'need', 'kind', 'area', 'why'])
          .doUpdateSet((eb) => ({ count: eb('gap.count', '+', gap.count) })),
      )
      .execute()
}

/** Sums under each value of one column. Exact: what may be shown of them is for insight/gaps.ts. */
export async function gapSums({ db }: Reading, by: GapBy, which: WhichGaps): Promise<GapSum[]> {
  let asked = db
    .selectFrom('gap')
    .select([`${by} as id`, 'why', ({ fn }) => fn.sum<number>('count').as('count')])
    .where('week', '>=', which.from)
    .where('week', '<=', which.until)
    .groupBy([by, 'why'])
    .orderBy(by)
    .orderBy('why')
  for (const column of ['need', 'kind', 'area'] as const) {
    const only = which[column]
    if (only !== undefined) asked = asked.where(column, '=', only)
  }
  const rows = await asked.execute()
  return rows.flatMap(({ id, why, count }) => {
    const known = WHYS.find((it) => it === why)
    return known === undefined ? [] : [{ id, why: known, count: Number(count) }]
  })
}

/** Forgets the weeks before `week`. */
export async function forgetGaps({ db }: Writing, week: string): Promise<void> {
  await db.deleteFrom('gap').where('week', '<', week).execute()
}
