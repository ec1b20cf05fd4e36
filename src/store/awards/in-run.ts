/** What a run of grants asks and writes. A run adds rows of its own and changes none: taken back, they go. */
import { sql } from 'kysely'
import type { Award } from '../../funding/award.ts'
import { publisherOf } from '../../funding/award.ts'
import { among, insertMany, type Columns } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { RunOf } from '../import-write.ts'
import { bump } from '../listing-numbers.ts'
import { bare, refuseNul } from '../plain-text.ts'

export type KnownAward = { hash: string; gone: boolean; nth: number }
export type AwardWrite = { award: Omit<Award, 'source'>; hash: string; known: KnownAward | undefined }

export type AwardsInRun = {
  /** Of this source, by their ids. */
  known(ids: readonly string[]): Promise<Map<string, KnownAward>>
  write(rows: readonly AwardWrite[]): Promise<void>
  /**
   * Grants of these publishers that this run has not seen are gone: kept and marked. How many are gone now, and how
   * many of them were not before.
   */
  markGone(publishers: readonly string[]): Promise<{ now: number; newly: number }>
  /** Those that this run no longer found, the first so many of them. */
  lost(limit: number): Promise<{ title: string; recipient: string }[]>
}

export const awardsInRun = (tx: Writing, of: RunOf): AwardsInRun => ({
  known: (ids) => known(tx, of, ids),
  write: (rows) => write(tx, of, rows),
  markGone: (publishers) => markGone(tx, of, publishers),
  lost: (limit) => lost(tx, of, limit),
})

async function known(
  { db, dialect }: Writing,
  { source }: RunOf,
  ids: readonly string[],
): Promise<Map<string, KnownAward>> {
  const { rows } = await sql<{ id: string; hash: string; gone: number; nth: number }>`
    select id, hash, gone, nth from award
    where source = ${source} and current = 1 and ${among(dialect, sql.ref('id'), ids)}`.execute(db)
  return new Map(rows.map(({ id, hash, gone, nth }) => [id, { hash, gone: gone === 1, nth }]))
}

const COLUMNS: Columns<'award'> = [
  ['source', 'text'],
  ['id', 'text'],
  ['nth', 'integer'],
  ['current', 'integer'],
  ['run', 'text'],
  ['gone', 'integer'],
  ['publisher', 'text'],
  ['hash', 'text'],
  ['title', 'text'],
  ['funder', 'text'],
  ['funder_id', 'text'],
  ['amount_pence', 'double precision'],
  ['awarded_on', 'text'],
  ['starts_on', 'text'],
  ['ends_on', 'text'],
  ['recipient', 'text'],
  ['postcode', 'text'],
  ['org_ids', 'text'],
]
const ORG_COLUMNS: Columns<'award_org'> = [
  ['org_id', 'text'],
  ['source', 'text'],
  ['award', 'text'],
  ['nth', 'integer'],
]

async function write(tx: Writing, { run, source }: RunOf, rows: readonly AwardWrite[]): Promise<void> {
  refuseNul(
    'the id of a grant',
    rows.map(({ award }) => award.id),
  )
  await sql`update award set current = 0 where source = ${source} and current = 1
    and ${among(
      tx.dialect,
      sql.ref('id'),
      rows.flatMap((row) => (row.known === undefined ? [] : [row.award.id])),
    )}`.execute(tx.db)
  const nth = (row: AwardWrite): number => (row.known?.nth ?? 0) + 1
  await insertMany(
    tx,
    'award',
    COLUMNS,
    rows.map((row) => {
      const { id, title, funder, funderId, amountPence, awardedOn, startsOn, endsOn, recipient } = row.award
      const { name, postcode, ids } = recipient
      return [
        ...[source, id, nth(row), 1, run, 0, publisherOf(id), row.hash, bare(title), bare(funder)],
        ...[bare(funderId), amountPence, awardedOn, startsOn, endsOn],
        ...[bare(name), postcode, JSON.stringify(ids.map(bare))],
      ]
    }),
  )
  await insertMany(
    tx,
    'award_org',
    ORG_COLUMNS,
    rows.flatMap((row) =>
      [...new Set(row.award.recipient.ids.map(bare))].map((id) => [id, source, row.award.id, nth(row)]),
    ),
  )
  await bumpListings(
    tx,
    rows.flatMap(({ award }) => award.recipient.ids),
  )
}

async function markGone(
  tx: Writing,
  { run, source }: RunOf,
  publishers: readonly string[],
): Promise<{ now: number; newly: number }> {
  const { db, dialect } = tx
  const theirs = sql`source = ${source} and ${among(dialect, sql.ref('publisher'), publishers)}`
  // 2: about to be followed by the row that says it is gone.
  const { numAffectedRows } =
    await sql`update award set current = 2 where current = 1 and gone = 0 and ${theirs}
    and not exists (select 1 from seen where seen.key = award.id)`.execute(db)
  const { rows: orgs } = await sql<{ org_id: string }>`select distinct org_id from award_org
    where exists (select 1 from award where award.source = award_org.source and award.id = award_org.award
      and award.nth = award_org.nth and award.current = 2)`.execute(db)
  await sql`insert into award_org (org_id, source, award, nth)
    select award_org.org_id, award_org.source, award_org.award, award_org.nth + 1 from award_org
    join award on award.source = award_org.source and award.id = award_org.award
      and award.nth = award_org.nth and award.current = 2`.execute(db)
  const same = sql.raw(
    'publisher, hash, title, funder, funder_id, amount_pence, awarded_on, starts_on, ends_on',
  )
  await sql`insert into award (source, id, nth, current, run, gone, ${same}, recipient, postcode, org_ids)
    select source, id, nth + 1, 1, ${sql`${run}`}, 1, ${same}, recipient, postcode, org_ids
    from award where current = 2`.execute(db)
  await sql`update award set current = 0 where current = 2`.execute(db)
  await bumpListings(
    tx,
    orgs.map(({ org_id }) => org_id),
  )
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from award where current = 1 and gone = 1 and ${theirs}`.execute(db)
  return { now: Number(rows[0]?.n ?? 0), newly: Number(numAffectedRows ?? 0) }
}

const lost = ({ db }: Writing, { run }: RunOf, limit: number) =>
  db
    .selectFrom('award')
    .select(['title', 'recipient'])
    .where('run', '=', run)
    .where('gone', '=', 1)
    .orderBy('id')
    .limit(limit)
    .execute()

/** Listings of groups with these numbers: what is said of their money may be another thing now. */
async function bumpListings(tx: Writing, orgIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ no: number }>`
    select distinct listing.no from org_identifier join listing on listing.group_id = org_identifier.organisation
    where listing.status <> 'erased' and ${among(tx.dialect, sql.ref('org_identifier.org_id'), [...new Set(orgIds)])}
    order by listing.no`.execute(tx.db)
  await bump(
    tx,
    rows.map(({ no }) => no),
  )
}

/** What a run that is taken back told of grants goes; what was told before it is current again. */
export async function forgetAwards(tx: Writing, run: string): Promise<void> {
  const { db } = tx
  const { rows } = await sql<{ source: string; id: string; org_ids: string }>`
    select source, id, org_ids from award where run = ${run}`.execute(db)
  if (rows.length === 0) return
  await sql`delete from award_org where exists (select 1 from award where award.run = ${run}
    and award.source = award_org.source and award.id = award_org.award and award.nth = award_org.nth)`.execute(
    db,
  )
  await sql`delete from award where run = ${run}`.execute(db)
  await sql`update award set current = 1 where source = ${rows[0]?.source ?? ''}
    and ${among(
      tx.dialect,
      sql.ref('id'),
      rows.map(({ id }) => id),
    )} and nth = (select max(nth) from award as one where one.source = award.source and one.id = award.id)`.execute(
    db,
  )
  await bumpListings(
    tx,
    rows.flatMap(({ org_ids }) => JSON.parse(org_ids)),
  )
}
