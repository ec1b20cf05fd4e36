/** Entries of registers: read by number, written where they changed; the one replaced is kept for the run's undo. */
import { sql } from 'kysely'
import {
  isDoubtful,
  type KeptEntry,
  type Register,
  type RegisterEntry,
} from '../../freshness/register-entry.ts'
import { among, insertMany, setAll, type Columns, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { bare } from '../plain-text.ts'
import type { RegisterEntryTable } from '../tables/registers.ts'
import type { AtPostcode, EntryMark, EntryState, NewEntry, RegisterRun } from './register-store.ts'

export const ENTRY_COLUMNS: Columns<'register_entry'> = [
  ['source', 'text'],
  ['org_id', 'text'],
  ['kind', 'text'],
  ['hash', 'text'],
  ['name', 'text'],
  ['state', 'text'],
  ['registered_on', 'text'],
  ['ended_on', 'text'],
  ['insolvent', 'integer'],
  ['dissolved', 'integer'],
  ['overdue', 'integer'],
  ['accounts_to', 'text'],
  ['successor', 'text'],
  ['successor_name', 'text'],
  ['company', 'text'],
  ['postcode', 'text'],
  ['website', 'text'],
  ['twin', 'text'],
  ['doubtful', 'integer'],
  ['heard_at', 'text'],
  ['run', 'text'],
  ['missing_run', 'text'],
]
const NAMES = ENTRY_COLUMNS.map(([name]) => name)
export const OVER_ENTRY = `(org_id, source) do update set ${setAll(NAMES.filter((it) => it !== 'org_id' && it !== 'source'))}`

const readEntry = (row: RegisterEntryTable): KeptEntry => ({
  org_id: row.org_id,
  name: row.name,
  state: row.state as RegisterEntry['state'],
  registered_on: row.registered_on,
  ended_on: row.ended_on,
  insolvent: row.insolvent === 1,
  dissolved: row.dissolved === 1,
  overdue: row.overdue === 1,
  accounts_to: row.accounts_to,
  successor: row.successor,
  successor_name: row.successor_name,
  company: row.company,
  postcode: row.postcode,
  website: row.website,
  source: row.source,
  kind: row.kind as Register,
  heardAt: row.heard_at,
  missing: row.missing_run !== null,
})

export async function marks(
  { db, dialect }: Reading,
  source: string,
  hashes: readonly string[],
): Promise<Map<string, EntryMark>> {
  const { rows } = await sql<{
    hash: string
    org_id: string
    state: string
    twin: string | null
    source: string
  }>`
    select hash, org_id, state, twin, source from register_entry
    where missing_run is null and ${among(dialect, sql.ref('hash'), hashes)}`.execute(db)
  return new Map(
    rows
      .filter((row) => row.source === source)
      .map(({ hash, org_id, state, twin }) => [hash, { org_id, state: state as EntryState, twin }]),
  )
}

export async function merged({ db }: Reading): Promise<Set<string>> {
  const { rows } = await sql<{ org_id: string }>`
    select org_id from register_entry where state = 'merged'`.execute(db)
  return new Set(rows.map(({ org_id }) => org_id))
}

export async function registered({ db, dialect }: Reading, orgIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ org_id: string }>`select org_id from register_entry
    where state in ('registered', 'removed') and ${among(dialect, sql.ref('org_id'), orgIds)}`.execute(db)
  return new Set(rows.map(({ org_id }) => org_id))
}

export async function atPostcodes(
  { db, dialect }: Reading,
  source: string,
  postcodes: readonly string[],
): Promise<AtPostcode[]> {
  // By the postcode alone, which few share: asked for the source as well, SQLite goes through all that the source has.
  const { rows } = await sql<AtPostcode & { source: string }>`
    select org_id, name, postcode, twin, source from register_entry
    where postcode is not null and ${among(dialect, sql.ref('postcode'), postcodes)}
    order by org_id`.execute(db)
  return rows.filter((row) => row.source === source)
}

export async function twins(
  { db, dialect }: Reading,
  source: string,
  orgIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ org_id: string; twin: string }>`select org_id, twin from register_entry
    where twin is not null and source = ${source} and ${among(dialect, sql.ref('org_id'), orgIds)}`.execute(
    db,
  )
  return new Map(rows.map(({ org_id, twin }) => [org_id, twin]))
}

export async function numbers(
  { db }: Reading,
  source: string,
  after: string,
  limit: number,
): Promise<{ org_id: string; state: EntryState }[]> {
  const rows = await db
    .selectFrom('register_entry')
    .select(['org_id', 'state'])
    .where('source', '=', source)
    .where('missing_run', 'is', null)
    .where('org_id', '>', after)
    .orderBy('org_id')
    .limit(limit)
    .execute()
  return rows.map(({ org_id, state }) => ({ org_id, state: state as EntryState }))
}

export async function states({ db }: Reading, source: string): Promise<Map<EntryState, number>> {
  const rows = await db
    .selectFrom('register_entry')
    .select(['state', ({ fn }) => fn.countAll().as('n')])
    .where('source', '=', source)
    .where('missing_run', 'is', null)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state as EntryState, Number(n)]))
}

export async function entriesOf({ db, dialect }: Reading, orgIds: readonly string[]): Promise<KeptEntry[]> {
  const { rows } = await sql<RegisterEntryTable>`
    select * from register_entry where ${among(dialect, sql.ref('org_id'), orgIds)}
    order by org_id, source`.execute(db)
  return rows.map(readEntry)
}

/** What was said under these numbers before this run, once a run. */
async function keepReplaced(
  tx: Writing,
  { run, source }: { run: string; source: string },
  orgIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<RegisterEntryTable>`
    select * from register_entry where source = ${source} and run <> ${run}
      and ${among(tx.dialect, sql.ref('org_id'), orgIds)}`.execute(tx.db)
  await insertMany(
    tx,
    'register_replaced',
    [
      ['replaced_by', 'text'],
      ['source', 'text'],
      ['org_id', 'text'],
      ['run', 'text'],
      ['entry', 'text'],
    ],
    rows.map((row) => [run, source, row.org_id, row.run, JSON.stringify(row)]),
    '(replaced_by, source, org_id) do nothing',
  )
}

export const entryRow = (row: RegisterEntryTable) => NAMES.map((name) => row[name] ?? null)

export async function putEntries(
  tx: Writing,
  { run, source, kind, at }: RegisterRun,
  entries: readonly NewEntry[],
): Promise<void> {
  if (run === null || kind === null) throw new Error('Only a run of a register writes what it says.')
  await keepReplaced(
    tx,
    { run, source },
    entries.map(({ org_id }) => org_id),
  )
  const rows = entries.map((entry): RegisterEntryTable => {
    const { insolvent, dissolved, overdue, ...rest } = entry
    return {
      ...rest,
      source,
      kind,
      name: bare(entry.name),
      insolvent: insolvent ? 1 : 0,
      dissolved: dissolved ? 1 : 0,
      overdue: overdue ? 1 : 0,
      doubtful: isDoubtful(entry) ? 1 : 0,
      heard_at: at,
      run,
      missing_run: null,
    }
  })
  await insertMany(tx, 'register_entry', ENTRY_COLUMNS, rows.map(entryRow), OVER_ENTRY)
}

export async function markMissing(
  tx: Writing,
  { run, source }: RegisterRun,
  orgIds: readonly string[],
): Promise<void> {
  await sql`update register_entry set missing_run = ${run} where source = ${source} and missing_run is null
    and ${among(tx.dialect, sql.ref('org_id'), orgIds)}`.execute(tx.db)
}

export async function countMissing({ db }: Reading, source: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from register_entry
    where source = ${source} and missing_run is not null`.execute(db)
  return Number(rows[0]?.n ?? 0)
}
