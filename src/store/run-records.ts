/** What is kept of each run. */
import { sql } from 'kysely'
import type { Reading } from './bulk.ts'
import type { Run, RunHead } from './store.ts'

const LINE = ['id', 'source', 'started_at', 'finished_at', 'state', 'begun_by', 'why', 'asks'] as const

type Row = {
  id: string
  source: string
  started_at: string
  finished_at: string | null
  state: string
  begun_by: string
  why: string | null
  asks: number
}
function lineOf({ started_at, finished_at, state, begun_by, asks, ...run }: Row): RunHead {
  return {
    ...run,
    startedAt: started_at,
    finishedAt: finished_at,
    state: state as Run['state'],
    by: begun_by as Run['by'],
    asks: asks === 1,
  }
}

/** Newest first. */
export async function runs({ db }: Reading, source: string | null, limit: number): Promise<Run[]> {
  const rows = await db
    .selectFrom('run')
    .select([...LINE, 'report'])
    .$if(source !== null, (query) => query.where('source', '=', source ?? ''))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ report, ...row }) => ({ ...lineOf(row), report }))
}

export async function run({ db }: Reading, id: string): Promise<Run | null> {
  if (id.includes('\0')) return null
  const row = await db
    .selectFrom('run')
    .select([...LINE, 'report'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { report, ...line } = row
  return { ...lineOf(line), report }
}

export async function lastRuns({ db }: Reading, each: number): Promise<Map<string, RunHead[]>> {
  const { rows } = await sql<Row>`select ${sql.raw(LINE.join(', '))} from (
      select ${sql.raw(LINE.join(', '))},
        row_number() over (partition by source order by started_at desc, id desc) as place from run) as placed
    where place <= ${each} order by source, place`.execute(db)
  return Map.groupBy(rows.map(lineOf), ({ source }) => source)
}
