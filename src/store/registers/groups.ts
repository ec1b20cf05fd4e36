/** Groups that registers make, or give numbers to. What a group was before a run is kept for the run's undo. */
import { sql } from 'kysely'
import type { Organisation } from '../../listings/organisation.ts'
import { among, insertMany, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { putGroups as putAll, readGroup } from '../groups.ts'
import type { GroupMet, RegisterRun } from './register-store.ts'

const RUNS = sql.raw('exists (select 1 from listing where listing.group_id = organisation.id)')

/** Those with one of these numbers; of two with one number, those that run listings first. */
export async function groupsOf({ db, dialect }: Reading, orgIds: readonly string[]): Promise<GroupMet[]> {
  const { rows } = await sql<
    Parameters<typeof readGroup>[0] & { register: string | null; runs: number | boolean }
  >`
    select id, name, org_ids, website, register, ${RUNS} as runs from organisation where id in (
      select organisation from org_identifier where ${among(dialect, sql.ref('org_id'), orgIds)})
    order by id`.execute(db)
  const met = rows.map((row) => ({ group: readGroup(row), register: row.register, runs: Boolean(row.runs) }))
  const weight = ({ runs, register }: GroupMet) => (runs ? 0 : 2) + (register === null ? 0 : 1)
  return met.sort((a, b) => weight(a) - weight(b))
}

export async function knownOtherwise({ db }: Reading, source: string): Promise<Set<string>> {
  const { rows } = await sql<{ org_id: string }>`
    select org_identifier.org_id from organisation
    join org_identifier on org_identifier.organisation = organisation.id
    where organisation.register is null
      or organisation.register in (select id from source where id <> ${source})
    union select org_identifier.org_id from listing
    join org_identifier on org_identifier.organisation = listing.group_id
    where listing.group_id is not null`.execute(db)
  return new Set(rows.map(({ org_id }) => org_id))
}

/** Listings offered in the place of another. */
const MOST_LISTINGS = 20

export async function listingsOf({ db, dialect }: Reading, orgIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select listing.id from listing where listing.status in ('published', 'paused') and listing.group_id in (
      select organisation from org_identifier where ${among(dialect, sql.ref('org_id'), orgIds)})
    order by listing.no limit ${MOST_LISTINGS}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function putGroups(
  tx: Writing,
  { run, source }: RegisterRun,
  groups: readonly { after: Organisation; before: Organisation | null }[],
): Promise<void> {
  if (groups.length === 0) return
  const made = groups.flatMap(({ after, before }) => (before === null ? [after] : []))
  await putAll(
    tx,
    groups.map(({ after }) => after),
  )
  await sql`update organisation set register = ${source}, run = ${run}
    where ${among(
      tx.dialect,
      sql.ref('id'),
      made.map(({ id }) => id),
    )}`.execute(tx.db)
  if (run === null) return
  await insertMany(
    tx,
    'group_replaced',
    [
      ['replaced_by', 'text'],
      ['organisation', 'text'],
      ['before', 'text'],
      ['after', 'text'],
    ],
    groups.flatMap(({ after, before }) =>
      before === null ? [] : [[run, after.id, JSON.stringify(before), JSON.stringify(after)]],
    ),
    '(replaced_by, organisation) do update set after = excluded.after',
  )
}
