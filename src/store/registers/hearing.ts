/** Whom registers speak of: groups with listings, what was held against them before, and what is now. */
import { sql } from 'kysely'
import { REGISTER_SIGNALS } from '../../freshness/register-signals.ts'
import { REGISTERS } from '../../freshness/register-entry.ts'
import type { Signal } from '../../freshness/evidence.ts'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { addSignals } from '../events.ts'
import { open } from '../matters/matters.ts'
import type { Matter } from '../matters/matter.ts'
import type { HeardMatter, HeardSignal, Hears, RegisterRun } from './register-store.ts'

const list = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))
const KINDS = list(REGISTER_SIGNALS)

/** A draft that only a register tells of: nobody sees it yet but the desk. */
const REGISTER_DRAFT = sql`listing.status = 'draft' and exists (select 1 from statement
  join source on source.id = statement.source
  where statement.listing = listing.no and statement.fields is not null
    and source.kind in (${list(REGISTERS)}))`
const HEARS = sql`listing.group_id is not null
  and (listing.status in ('published', 'paused') or (${REGISTER_DRAFT}))`

/** Ids of signals that registers raised begin so: others of the same kind are the affair of whoever raised them. */
export const REGISTER_SIGNAL = 'register:'

export async function toTell({ db }: Reading): Promise<string[]> {
  const { rows } = await sql<{ group_id: string }>`
    select distinct listing.group_id from listing where ${HEARS} and (
      exists (select 1 from org_identifier join register_entry on register_entry.org_id = org_identifier.org_id
        where org_identifier.organisation = listing.group_id and register_entry.doubtful = 1)
      or exists (select 1 from signal where signal.listing = listing.no and signal.cleared_at is null
        and signal.kind in (${KINDS})))
    order by listing.group_id`.execute(db)
  return rows.map(({ group_id }) => group_id)
}

/** Nothing at all is asked where no register was ever read. */
export async function touched({ db }: Reading, { run, source }: RegisterRun): Promise<string[]> {
  const any = await db.selectFrom('register_entry').select('org_id').limit(1).executeTakeFirst()
  if (any === undefined) return []
  const { rows } = await sql<{ group_id: string }>`
    select distinct listing.group_id from statement join listing on listing.no = statement.listing
    where statement.source = ${source} and statement.run = ${run} and ${HEARS}
      and exists (select 1 from org_identifier join register_entry on register_entry.org_id = org_identifier.org_id
        where org_identifier.organisation = listing.group_id and register_entry.doubtful = 1)
    order by listing.group_id`.execute(db)
  return rows.map(({ group_id }) => group_id)
}

export async function numbersOf(
  { db, dialect }: Reading,
  groups: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ organisation: string; org_id: string }>`
    select organisation, org_id from org_identifier
    where ${among(dialect, sql.ref('organisation'), groups)} order by org_id`.execute(db)
  const found = new Map<string, string[]>()
  for (const { organisation, org_id } of rows)
    found.set(organisation, [...(found.get(organisation) ?? []), org_id])
  return found
}

export async function hearing({ db, dialect }: Reading, groups: readonly string[]): Promise<Hears[]> {
  const { rows } = await sql<{ id: string; group_id: string; status: string }>`
    select listing.id, listing.group_id, listing.status from listing
    where ${HEARS} and ${among(dialect, sql.ref('listing.group_id'), groups)} order by listing.no`.execute(db)
  return rows.map(({ id, group_id, status }) => ({ id, group: group_id, isDraft: status === 'draft' }))
}

export async function heard(
  { db, dialect }: Reading,
  listings: readonly string[],
): Promise<{ signals: HeardSignal[]; matters: HeardMatter[] }> {
  const { rows } = await sql<{ id: string; listing: string; kind: string; cleared_at: string | null }>`
    select signal.id, listing.id as listing, signal.kind, signal.cleared_at
    from signal join listing on listing.no = signal.listing
    where signal.id like ${`${REGISTER_SIGNAL}%`} and ${among(dialect, sql.ref('listing.id'), listings)}
    order by signal.at, signal.id`.execute(db)
  const matters = await sql<{ id: string; listing: string; state: string }>`
    select id, listing, state from matter
    where kind = 'signal' and id like ${`signal:${REGISTER_SIGNAL}%`}
      and ${among(dialect, sql.ref('listing'), listings)}`.execute(db)
  return {
    signals: rows.map(({ id, listing, kind, cleared_at }) => ({
      id,
      listing,
      kind: kind as Signal['kind'],
      clearedAt: cleared_at,
    })),
    matters: matters.rows.map(({ id, listing, state }) => ({ id, listing, state: state as Matter['state'] })),
  }
}

export async function tell(
  tx: Writing,
  run: string | null,
  signals: readonly Signal[],
  matters: Parameters<typeof open>[1][],
): Promise<void> {
  if (signals.length > 0) await addSignals(tx, signals, run)
  for (const matter of matters) await open(tx, matter, run)
}

export async function clear(
  tx: Writing,
  run: string | null,
  given: readonly { id: string; listing: string }[],
  at: string,
): Promise<void> {
  if (given.length === 0) return
  const ids = given.map(({ id }) => id)
  const { rows } = await sql<{
    id: string
    listing: string
    kind: string
    at: string
    source: string | null
  }>`
    select signal.id, listing.id as listing, signal.kind, signal.at, signal.source
    from signal join listing on listing.no = signal.listing
    where signal.cleared_at is null and ${among(tx.dialect, sql.ref('signal.id'), ids)}`.execute(tx.db)
  await addSignals(
    tx,
    rows.map((row) => ({ ...row, kind: row.kind as Signal['kind'], clearedAt: at })),
    run,
  )
  await sql`update signal set closed_run = ${run} where ${among(tx.dialect, sql.ref('id'), ids)}`.execute(
    tx.db,
  )
  await sql`update matter set state = 'withdrawn', decision = 'right', decided_at = ${at}, closed_run = ${run}
    where state = 'open' and ${among(
      tx.dialect,
      sql.ref('id'),
      ids.map((id) => `signal:${id}`),
    )}`.execute(tx.db)
}
