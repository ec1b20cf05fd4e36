/** Whether and when a source had a row, as it stood before a run only saw it again, missed it, or found it back. */
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../database.ts'
import type { RunOf } from '../import-write.ts'
import type { SeenBeforeTable } from '../tables/runs.ts'

/** `which`: of the statements of this source, those that the run is about to mark. The first time in a run counts. */
export async function noteSeen(
  { db }: Writing,
  { run, source }: RunOf,
  which: RawBuilder<unknown>,
): Promise<void> {
  await sql`insert into seen_before (run, listing, source, seen_at, missing_run)
    select ${sql`${run}`}, listing, source, seen_at, missing_run from statement
    where source = ${source} and fields is not null and run is distinct from ${run} and ${which}
    on conflict (run, listing, source) do nothing`.execute(db)
}

/** The next run kept after this one that named all that the source has: whatever it says of a row counts. */
async function nextWhole({ db }: Writing, { run, source }: RunOf): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from run where source = ${source} and state = 'applied' and complete = 1
      and nth > (select coalesce(nth, 0) from run where id = ${run}) order by nth limit 1`.execute(db)
  return rows[0]?.id ?? null
}

async function laterNote({ db }: Writing, note: SeenBeforeTable): Promise<string | null> {
  const { rows } = await sql<{ run: string }>`
    select seen_before.run from seen_before join run on run.id = seen_before.run
    where listing = ${note.listing} and seen_before.source = ${note.source} and seen_before.run <> ${note.run}
      and run.nth > (select coalesce(nth, 0) from run where id = ${note.run}) order by run.nth limit 1`.execute(
    db,
  )
  return rows[0]?.run ?? null
}

/** What later runs found stands: the marks of this one alone go back. */
export async function unsee(tx: Writing, of: RunOf): Promise<void> {
  const next = await nextWhole(tx, of)
  const notes = await tx.db.selectFrom('seen_before').selectAll().where('run', '=', of.run).execute()
  for (const note of notes) {
    const { listing, source, seen_at, missing_run } = note
    const ofListing = (table: 'statement' | 'seen_before') =>
      sql`${sql.ref(`${table}.listing`)} = ${listing} and ${sql.ref(`${table}.source`)} = ${source}`
    const later = await laterNote(tx, note)
    if (later !== null)
      await sql`update seen_before set seen_at = ${seen_at}, missing_run = ${missing_run}
        where run = ${later} and ${ofListing('seen_before')}`.execute(tx.db)
    else if (next !== null)
      await tx.db
        .insertInto('seen_before')
        .values({ ...note, run: next })
        .execute()
    else
      await sql`update statement set seen_at = ${seen_at}, missing_run = ${missing_run}
        where ${ofListing('statement')}`.execute(tx.db)
    // Missed before this run and after it: it was missed all along.
    if (missing_run !== null && next !== null)
      await sql`update statement set missing_run = ${missing_run}
        where ${ofListing('statement')} and missing_run = ${next}`.execute(tx.db)
  }
  await tx.db.deleteFrom('seen_before').where('run', '=', of.run).execute()
  await lastSeenBefore(tx, of)
  // A row that this run missed first, and the next one too, is missing since the next one.
  for (const table of ['statement', 'replaced'] as const)
    await sql`update ${sql.table(table)} set missing_run = ${next}
      where source = ${of.source} and missing_run = ${of.run}`.execute(tx.db)
}

/** Rows that were last seen in this run were last seen before it. */
async function lastSeenBefore({ db }: Writing, { run, source }: RunOf): Promise<void> {
  const { rows } = await sql<{ at: string; earlier: string | null }>`
    select started_at as at, (select earlier.started_at from run as earlier where earlier.source = ${source}
      and earlier.state = 'applied' and earlier.complete = 1 and earlier.nth < run.nth
      order by earlier.nth desc limit 1) as earlier
    from run where id = ${run}`.execute(db)
  const [seen] = rows
  if (seen === undefined) return
  const itsWord = sql`from replaced where replaced.replaced_by = ${run}
    and replaced.listing = seen_before.listing and replaced.source = seen_before.source`
  await sql`update seen_before set seen_at = (select replaced.seen_at ${itsWord})
    where source = ${source} and seen_at = ${seen.at} and exists (select 1 ${itsWord})`.execute(db)
  if (seen.earlier === null) return
  await sql`update seen_before set seen_at = ${seen.earlier}
    where source = ${source} and seen_at = ${seen.at}`.execute(db)
  await sql`update statement set seen_at = ${seen.earlier}
    where source = ${source} and seen_at = ${seen.at} and missing_run is not null`.execute(db)
}

/** Called once a run is kept. */
export async function noteOrder({ db }: Writing, run: string): Promise<void> {
  await sql`update run set nth = (select coalesce(max(nth), 0) + 1 from run) where id = ${run}`.execute(db)
}
