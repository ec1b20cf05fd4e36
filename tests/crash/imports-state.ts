/** Everything that a directory holds, so that two of them can be compared: ids that chance made stand as "id". */
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** Of the program's own work, not of the directory: a run that was cut off leaves its record there. */
const NOT_STATE = ['run', 'source', 'job_turn', 'kysely_migration', 'kysely_migration_lock']
const RUNS = `select source, started_at, state, complete, report from run where state not in ('running', 'stopped')`
/** The record of a source is there from the beginning of its first run on. */
const SOURCES = 'select * from source where last_run_at is not null'
const RUNNING = `select started_at from run where state = 'running' order by started_at`

export type Reader = {
  rows: (query: string) => Promise<unknown[]>
  tables: string[]
  close: () => Promise<void>
}

export async function reader(url: string): Promise<Reader> {
  if (!url.startsWith('postgres')) {
    const db = new DatabaseSync(url)
    const names = db
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
      .all()
    return {
      rows: async (query) => db.prepare(query).all(),
      tables: names.map(({ name }) => String(name)).sort(),
      close: async () => db.close(),
    }
  }
  const client = new pg.Client(url)
  await client.connect()
  const rows = async (query: string): Promise<unknown[]> => (await client.query(query)).rows
  const names = (await rows(`select tablename from pg_tables where schemaname = 'public'`)) as {
    tablename: string
  }[]
  return { rows, tables: names.map(({ tablename }) => tablename).sort(), close: () => client.end() }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Where rows of one batch lie in the change feed is a matter of the database's own order. */
const PLACE = /"change":\d+/
const plain = (row: unknown): string => JSON.stringify(row).replace(ID, 'id').replace(PLACE, '"change"')

/** Table → a digest of its rows and how many there are. */
export async function stateOf({ rows, tables }: Reader): Promise<{ [table: string]: string }> {
  const state: { [table: string]: string } = {}
  const put = async (name: string, query: string): Promise<void> => {
    const lines = (await rows(query)).map(plain).sort()
    state[name] = `${lines.length} rows ${createHash('sha1').update(lines.join('\n')).digest('hex')}`
  }
  for (const table of tables) if (!NOT_STATE.includes(table)) await put(table, `select * from "${table}"`)
  await put('runs that ended', RUNS)
  await put('sources that were read', SOURCES)
  return state
}

/** Beginnings of the runs that are under way by their record. */
export const running = async ({ rows }: Reader): Promise<string[]> =>
  ((await rows(RUNNING)) as { started_at: string }[]).map(({ started_at }) => started_at)

/** How many runs ended, and how many of those were taken back: it grows with each action that is done. */
export async function doneIn({ rows }: Reader): Promise<number> {
  const [row] = await rows(`select count(*) + sum(case when state = 'undone' then 1 else 0 end) as n from run
    where state not in ('running', 'stopped')`)
  return Number((row as { n: number | string | null }).n ?? 0)
}

/** Statements that must find no row, on either database. */
export const HALF_DONE = {
  'a listing whose revisions are not as many as it says': `select id from listing where status <> 'erased' and revision <>
    (select count(*) from revision where revision.listing = listing.no)`,
  'a statement of a run that was not kept': `select statement.listing from statement join run on run.id = statement.run
    where run.state not in ('applied', 'undone')`,
  'a statement of a run that there is not': `select listing from statement where run is not null
    and not exists (select 1 from run where run.id = statement.run)`,
  'one key twice in a source': `select source, key from statement where key is not null group by source, key having count(*) > 1`,
  'a listing that nobody speaks of': `select id from listing where not exists
    (select 1 from statement where statement.listing = listing.no)`,
  'an address without its listing': `select slug from slug where not exists (select 1 from listing where no = slug.listing)`,
}
