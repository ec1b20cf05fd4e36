/** Sources, their runs, and small facts of the deployment. */
import type { Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { refuseNul } from './plain-text.ts'
import type { Run, Source } from './store.ts'

/** By id. */
export async function sources({ db }: Reading): Promise<Source[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('id').execute()
  return rows.map(({ last_run_at, complete_at: _, ...source }) => ({ ...source, lastRunAt: last_run_at }))
}

/** Adds a source or writes over it; a `lastRunAt` of null leaves the one that is known. */
export async function putSource({ db }: Writing, { lastRunAt, ...source }: Source): Promise<void> {
  refuseNul('the id of a source', [source.id])
  await db
    .insertInto('source')
    .values({ ...source, last_run_at: lastRunAt, complete_at: null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        ...source,
        ...(lastRunAt === null ? {} : { last_run_at: lastRunAt }),
      }),
    )
    .execute()
}

/** Newest first. */
export async function runs({ db }: Reading, source: string | null, limit: number): Promise<Run[]> {
  const rows = await db
    .selectFrom('run')
    .select(['id', 'source', 'started_at', 'finished_at', 'state', 'report'])
    .$if(source !== null, (query) => query.where('source', '=', source ?? ''))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ started_at, finished_at, state, ...run }) => ({
    ...run,
    state: state as Run['state'],
    startedAt: started_at,
    finishedAt: finished_at,
  }))
}

export async function fact({ db }: Reading, name: string): Promise<string | null> {
  const row = await db.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function setFact({ db }: Writing, name: string, value: string): Promise<void> {
  refuseNul('a fact', [name, value])
  await db
    .insertInto('fact')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
