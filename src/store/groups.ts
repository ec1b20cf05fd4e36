/** Groups that run listings. One whose name or numbers changed puts its listings into the change feed: pages show both. */
import { sql } from 'kysely'
import type { Organisation } from '../listings/organisation.ts'
import { among, insertMany, setAll, type Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { bump } from './listing-numbers.ts'
import { bare } from './plain-text.ts'

type Row = { id: string; name: string; org_ids: string; website: string | null }

export function readGroup({ id, name, org_ids, website }: Row): Organisation {
  return { id, name, org_ids: JSON.parse(org_ids), ...(website === null ? {} : { website }) }
}

export async function groupsById({ db, dialect }: Reading, ids: readonly string[]): Promise<Organisation[]> {
  const { rows } = await sql<Row>`
    select id, name, org_ids, website from organisation
    where ${among(dialect, sql.ref('id'), ids)}`.execute(db)
  return rows.map(readGroup)
}

/**
 * Groups with one of these names, letter for letter, or one of these org-ids. One that a register alone told of is found
 * by its number only: a national charity that happens to be called so is not the group in the next street. Of two with
 * one number, the one that runs listings comes last.
 */
export async function groupsLike(
  { db, dialect }: Reading,
  names: readonly string[],
  orgIds: readonly string[],
): Promise<Organisation[]> {
  if (names.length + orgIds.length === 0) return []
  const { rows } = await sql<Row>`
    select id, name, org_ids, website,
      (register is null or exists (select 1 from listing where listing.group_id = organisation.id)) as named
    from organisation where (${among(dialect, sql.ref('name'), names)} and (register is null
      or exists (select 1 from listing where listing.group_id = organisation.id))) or id in (
      select organisation from org_identifier where ${among(dialect, sql.ref('org_id'), orgIds)})
    order by named, name, id`.execute(db)
  return rows.map(readGroup)
}

/** Adds groups, or writes over the ones with the same id. */
export async function putGroups(tx: Writing, given: readonly Organisation[]): Promise<void> {
  if (given.length === 0) return
  const groups = new Map(given.map((group) => [group.id, group]))
  const before = await groupsById(tx, [...groups.keys()])
  const changed: string[] = []
  for (const old of before) {
    const group = groups.get(old.id)
    if (group !== undefined && JSON.stringify(old) === JSON.stringify(readGroup(row(group))))
      groups.delete(old.id)
    else if (group?.name !== old.name || group.org_ids.join() !== old.org_ids.join()) changed.push(old.id)
  }
  const rows = [...groups.values()].map(row)
  await insertMany(
    tx,
    'organisation',
    [
      ['id', 'text'],
      ['name', 'text'],
      ['org_ids', 'text'],
      ['website', 'text'],
    ],
    rows.map(({ id, name, org_ids, website }) => [id, name, org_ids, website]),
    `(id) do update set ${setAll(['name', 'org_ids', 'website'])}`,
  )
  await putOrgIds(tx, [...groups.values()])
  if (changed.length > 0) await bumpListingsOf(tx, changed)
}

function row({ id, name, org_ids, website }: Organisation): Row {
  return { id, name: bare(name), org_ids: JSON.stringify(org_ids), website: website ?? null }
}

async function bumpListingsOf(tx: Writing, groups: readonly string[]): Promise<void> {
  const { rows } = await sql<{ no: number }>`
    select no from listing where ${among(tx.dialect, sql.ref('group_id'), groups)} order by no`.execute(tx.db)
  await bump(
    tx,
    rows.map(({ no }) => no),
  )
}

async function putOrgIds(tx: Writing, groups: readonly Organisation[]): Promise<void> {
  const ids = groups.map(({ id }) => id)
  await sql`delete from org_identifier where ${among(tx.dialect, sql.ref('organisation'), ids)}`.execute(
    tx.db,
  )
  await insertMany(
    tx,
    'org_identifier',
    [
      ['org_id', 'text'],
      ['organisation', 'text'],
    ],
    groups.flatMap(({ id, org_ids }) => [...new Set(org_ids)].map((orgId) => [orgId, id])),
  )
}
