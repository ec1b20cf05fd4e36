/** Lines of runs, written once and read page by page. */
import { sql } from 'kysely'
import { insertMany, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { bare } from '../plain-text.ts'
import { LINE_KINDS, type Difference, type LineCounts, type LineKind, type RunLine } from './run-line.ts'

/** `kept` false: the run left nothing, so what it would have added has no id that leads anywhere. */
export async function putLines(
  tx: Writing,
  run: string,
  { lines, counts }: Difference,
  kept: boolean,
): Promise<void> {
  await insertMany(
    tx,
    'run_line',
    [
      ['run', 'text'],
      ['number', 'integer'],
      ['is', 'text'],
      ['listing', 'text'],
      ['name', 'text'],
      ['changes', 'text'],
    ],
    lines.map(({ number, is, listing, name, changes }) => [
      run,
      number,
      is,
      !kept && is === 'added' ? null : listing,
      bare(name),
      JSON.stringify(changes),
    ]),
  )
  await tx.db
    .updateTable('run')
    .set({ difference: JSON.stringify(counts) })
    .where('id', '=', run)
    .execute()
}

/** `skip`: lines of that kind passed over, for pages by number. */
export type WhichLines = { is?: LineKind; after?: number; skip?: number; limit?: number }

/** In the order of the run; `after`: the number of the last line read before. */
export async function runLines(
  { db }: Reading,
  run: string,
  { is, after = 0, skip = 0, limit = 100 }: WhichLines = {},
): Promise<RunLine[]> {
  if (run.includes('\0')) return []
  const rows = await db
    .selectFrom('run_line')
    .select(['number', 'is', 'listing', 'name', 'changes'])
    .where('run', '=', run)
    .where('number', '>', after)
    .$if(is !== undefined, (query) => query.where('is', '=', is ?? ''))
    .orderBy('number')
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map((row) => ({ ...row, is: row.is as LineKind, changes: JSON.parse(row.changes) }))
}

/** null: there is no such run, or it is older than differences are kept. */
export async function runCounts({ db }: Reading, run: string): Promise<LineCounts | null> {
  if (run.includes('\0')) return null
  const found = await db.selectFrom('run').select('difference').where('id', '=', run).executeTakeFirst()
  if (found === undefined || found.difference === null) return null
  const all: { [is: string]: number } = JSON.parse(found.difference)
  const { rows } = await sql<{ is: string; n: number }>`
    select "is", count(*) as n from run_line where run = ${run} group by "is"`.execute(db)
  const kept = new Map(rows.map(({ is, n }) => [is, Number(n)]))
  const count = (is: LineKind) => ({ all: all[is] ?? 0, kept: kept.get(is) ?? 0 })
  return Object.fromEntries(LINE_KINDS.map((is) => [is, count(is)])) as LineCounts
}
