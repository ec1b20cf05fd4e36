/** Taking back what one run of a register said: entries and groups as before, doubts it cleared standing again. */
import { sql } from 'kysely'
import { insertMany } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { putGroups, readGroup } from '../groups.ts'
import { bump } from '../listing-numbers.ts'
import type { RegisterEntryTable } from '../tables/registers.ts'
import { ENTRY_COLUMNS, entryRow, OVER_ENTRY } from './entries.ts'

/** Rows read back at a time. */
const PAGE = 1_000

export async function undoRegisters(tx: Writing, run: string): Promise<void> {
  await passOver(tx, run)
  await restoreEntries(tx, run)
  await sql`update register_entry set missing_run = null where missing_run = ${run}`.execute(tx.db)
  await restoreGroups(tx, run)
  await reopen(tx, run)
}

/** Where a later run replaced what this one said, undoing that one must now lead to what was said before this one. */
async function passOver({ db }: Writing, run: string): Promise<void> {
  const earlier = sql`from register_replaced as earlier where earlier.replaced_by = ${run}
    and earlier.source = register_replaced.source and earlier.org_id = register_replaced.org_id`
  await sql`delete from register_replaced where run = ${run} and not exists (select 1 ${earlier})`.execute(db)
  await sql`update register_replaced set entry = (select earlier.entry ${earlier}),
    run = (select earlier.run ${earlier}) where run = ${run}`.execute(db)
}

async function restoreEntries(tx: Writing, run: string): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<{ org_id: string; entry: string }>`
      select register_replaced.org_id, register_replaced.entry from register_replaced
      join register_entry on register_entry.org_id = register_replaced.org_id
        and register_entry.source = register_replaced.source and register_entry.run = ${run}
      where register_replaced.replaced_by = ${run} and register_replaced.org_id > ${after}
      order by register_replaced.org_id limit ${PAGE}`.execute(tx.db)
    const last = rows.at(-1)
    if (last === undefined) break
    const old = rows.map(({ entry }) => entryRow(JSON.parse(entry) as RegisterEntryTable))
    await insertMany(tx, 'register_entry', ENTRY_COLUMNS, old, OVER_ENTRY)
    after = last.org_id
  }
  await sql`delete from register_entry where run = ${run}`.execute(tx.db)
  await sql`delete from register_replaced where replaced_by = ${run}`.execute(tx.db)
}

type Kept = Parameters<typeof readGroup>[0] & { before: string; after: string }

/** A group that somebody changed since, or ties things to, stays. */
async function restoreGroups(tx: Writing, run: string): Promise<void> {
  const { rows } = await sql<Kept>`
    select organisation.id, name, org_ids, website, before, after from group_replaced
    join organisation on organisation.id = group_replaced.organisation where replaced_by = ${run}`.execute(
    tx.db,
  )
  const unchanged = rows.filter((row) => JSON.stringify(readGroup(row)) === row.after)
  await putGroups(
    tx,
    unchanged.map(({ before }) => JSON.parse(before)),
  )
  await sql`delete from group_replaced where replaced_by = ${run}`.execute(tx.db)
  const tied = sql.raw(
    [
      'select 1 from listing where group_id = organisation.id',
      'select 1 from umbrella_group where group_id = organisation.id',
      'select 1 from invitation where group_id = organisation.id',
      'select 1 from matter where group_id = organisation.id',
      'select 1 from role_grant where scope = organisation.id and ended_at is null',
    ]
      .map((query) => `exists (${query})`)
      .join(' or '),
  )
  await sql`delete from organisation where run = ${run} and not (${tied})`.execute(tx.db)
  await sql`update organisation set run = null where run = ${run}`.execute(tx.db)
}

async function reopen(tx: Writing, run: string): Promise<void> {
  const { rows } = await sql<{ listing: number }>`
    select distinct listing from signal where closed_run = ${run} order by listing`.execute(tx.db)
  await sql`update signal set cleared_at = null, closed_run = null where closed_run = ${run}`.execute(tx.db)
  await sql`update matter set state = 'open', decision = null, decided_at = null, closed_run = null
    where closed_run = ${run}`.execute(tx.db)
  await bump(
    tx,
    rows.map(({ listing }) => listing),
  )
}
