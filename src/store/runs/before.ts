/**
 * What stood before a run changed it, for what has no table of its own for that. Taken back, a run leads to what was
 * before it, and where a later run changed the same thing, that one leads there from then on.
 */
import { insertMany } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { RunBeforeTable } from '../tables/runs.ts'

/** "group": who runs a listing. "matter": what a matter is about. "postcode": a point learned from a file. */
export type What = 'group' | 'matter' | 'postcode'
/** JSON texts; null: there was, or is, nothing. */
export type Thing = { id: string; before: string | null; after: string | null }

/** Said twice in a run, the first counts for what was before. */
export async function noteBefore(
  tx: Writing,
  run: string,
  what: What,
  things: readonly Thing[],
): Promise<void> {
  if (things.length === 0) return
  const last = await tx.db
    .selectFrom('run_before')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  let number = Number(last?.number ?? 0)
  await insertMany(
    tx,
    'run_before',
    [
      ['number', 'integer'],
      ['run', 'text'],
      ['what', 'text'],
      ['id', 'text'],
      ['before', 'text'],
      ['after', 'text'],
    ],
    things.map(({ id, before, after }) => [++number, run, what, id, before, after]),
    '(run, what, id) do update set after = excluded.after',
  )
}

/** `restore` is given what this run changed and no later run did. */
export async function goBack(
  tx: Writing,
  run: string,
  what: What,
  restore: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rows: RunBeforeTable[] = await tx.db
    .selectFrom('run_before')
    .selectAll()
    .where('run', '=', run)
    .where('what', '=', what)
    .orderBy('number', 'desc')
    .execute()
  for (const { id, before, after, number } of rows) {
    const later = await tx.db
      .selectFrom('run_before')
      .select('number')
      .where('what', '=', what)
      .where('id', '=', id)
      .where('number', '>', number)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst()
    if (later === undefined) await restore({ id, before, after })
    else await tx.db.updateTable('run_before').set({ before }).where('number', '=', later.number).execute()
    await tx.db.deleteFrom('run_before').where('number', '=', number).execute()
  }
}
