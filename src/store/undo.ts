/** Taking one import run back. */
import { sql } from 'kysely'
import { among } from './bulk.ts'
import type { Writing } from './database.ts'
import { writeNext, type Next } from './edit.ts'
import type { Settle } from './import-store.ts'
import type { RunOf } from './import-write.ts'
import { bump } from './listing-numbers.ts'
import { headsByNumber, listingsOf } from './known.ts'
import { STATEMENT_NAMES, statementsOf } from './statements.ts'
import { undoRegisters } from './registers/undo.ts'
import { forgetAwards } from './awards/in-run.ts'
import { goBack } from './runs/before.ts'
import { unrestate } from './runs/conflicts.ts'
import { unlearn } from './runs/learned.ts'
import { unsee } from './runs/seen-before.ts'
import { keptOf, type Undone } from './runs/undone.ts'
import { forgetSaid } from './undo-events.ts'

/** Listings settled again in one go. */
const BATCH = 200

const WORDS = STATEMENT_NAMES.filter((name) => name !== 'listing' && name !== 'source')
/** Nothing is said any more; the key stays, so that the same row imported again finds its listing. */
const TAKEN_BACK = sql.raw(
  `hash = '', fields = null, run = null, seen_at = null, missing_run = null, name = null, postcode = null,
  phone = null, host = null, lat = null, lng = null`,
)

export async function undo(tx: Writing, run: string, at: string, settle: Settle): Promise<Undone> {
  const found = run.includes('\0')
    ? undefined
    : await tx.db.selectFrom('run').select(['source', 'state']).where('id', '=', run).executeTakeFirst()
  if (found === undefined) throw new Error(`There is no run "${run}".`)
  if (found.state !== 'applied')
    throw new Error(`Run "${run}" is ${found.state}: there is nothing to take back.`)
  const of = { run, source: found.source }
  const kept = await keptOf(tx, run)
  await passOver(tx, of)
  const numbers = await numbersOf(tx, of)
  for (let i = 0; i < numbers.length; i += BATCH) {
    await takeBack(tx, of, numbers.slice(i, i + BATCH), at, settle)
    // The desk takes runs back while the site is open: between two batches pages are answered.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await unsee(tx, of)
  await sql`delete from replaced where replaced_by = ${run}`.execute(tx.db)
  await giveGroupsBack(tx, run)
  await unlearn(tx, run)
  await unrestate(tx, run)
  await tx.db.updateTable('run').set({ state: 'undone' }).where('id', '=', run).execute()
  await sql`update source set complete_at = (select max(started_at) from run
    where run.source = source.id and state = 'applied' and complete = 1) where id = ${of.source}`.execute(
    tx.db,
  )
  await forgetSaid(tx, run, at)
  await forgetAwards(tx, run)
  await undoRegisters(tx, run)
  return { changed: numbers.length, kept }
}

/** Whoever ran a listing before runs it again, unless somebody gave it away since. */
async function giveGroupsBack(tx: Writing, run: string): Promise<void> {
  await goBack(tx, run, 'group', async ({ id, before, after }) => {
    const { rows } = await sql<{ no: number }>`update listing set group_id = ${before}
      where id = ${id} and group_id = ${after} returning no`.execute(tx.db)
    await bump(
      tx,
      rows.map(({ no }) => no),
    )
  })
}

/** Listings where the run's word is the source's last. */
async function numbersOf({ db }: Writing, { run, source }: RunOf): Promise<number[]> {
  const { rows } = await sql<{ listing: number }>`
    select listing from statement where source = ${source} and run = ${run} and fields is not null
    order by listing`.execute(db)
  return rows.map(({ listing }) => listing)
}

/** Where a later run replaced what this one said, undoing that one must now lead to what was said before this one. */
async function passOver({ db }: Writing, { run, source }: RunOf): Promise<void> {
  const restored = sql.raw(
    WORDS.map(
      (name) => `${name} = (select earlier.${name} from replaced as earlier
        where earlier.listing = replaced.listing and earlier.source = replaced.source
          and earlier.replaced_by = replaced.run)`,
    ).join(', '),
  )
  const later = sql`replaced.source = ${source} and replaced.run = ${run}`
  const hasEarlier = sql`exists (select 1 from replaced as earlier where earlier.listing = replaced.listing
    and earlier.source = replaced.source and earlier.replaced_by = replaced.run)`
  await sql`update replaced set ${TAKEN_BACK} where ${later} and not ${hasEarlier}`.execute(db)
  await sql`update replaced set ${restored} where ${later} and ${hasEarlier}`.execute(db)
}

async function takeBack(
  tx: Writing,
  of: RunOf,
  numbers: readonly number[],
  at: string,
  settle: Settle,
): Promise<void> {
  const heads = await headsByNumber(tx, numbers)
  const before = await listingsOf(tx, heads)
  await restoreStatements(tx, of, numbers)
  const statements = await statementsOf(tx, heads)
  const next: Next[] = []
  for (const head of heads) {
    const old = before.get(head.no)
    if (old === undefined) continue
    const settled = settle(statements.get(head.no) ?? []) ?? { ...old, status: 'draft' as const }
    next.push({
      no: head.no,
      revision: head.revision,
      before: old,
      settled,
      editedAt: head.edited_at,
      group: null,
      author: 'desk',
      source: of.source,
      run: of.run,
      at,
    })
  }
  await writeNext(tx, next)
}

async function restoreStatements(
  tx: Writing,
  { run, source }: RunOf,
  numbers: readonly number[],
): Promise<void> {
  const ours = sql`source = ${source} and run = ${run} and ${among(tx.dialect, sql.ref('listing'), numbers)}`
  // Whether it is missing now is what the latest whole run says: see runs/seen-before.ts.
  const words = WORDS.filter((name) => name !== 'missing_run')
  const names = sql.raw(words.join(', '))
  const old = sql.raw(words.map((name) => `r.${name}`).join(', '))
  await sql`update statement set ${TAKEN_BACK} where ${ours} and not exists (
    select 1 from replaced as r where r.listing = statement.listing and r.source = statement.source
      and r.replaced_by = ${run})`.execute(tx.db)
  await sql`update statement set (${names}) = (select ${old} from replaced as r
    where r.listing = statement.listing and r.source = statement.source and r.replaced_by = ${run})
    where ${ours}`.execute(tx.db)
}
