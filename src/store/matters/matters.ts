/** What waits for the desk, and what the desk decided. */
import { sql } from 'kysely'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { Matter, NewMatter, WhichMatters } from './matter.ts'

const read = (row: Omit<Tables['matter'], 'run' | 'closed_run'>): Matter => ({
  id: row.id,
  kind: row.kind,
  listing: row.listing,
  group: row.group_id,
  person: row.person,
  openedAt: row.opened_at,
  targetOn: row.target_on,
  assignedTo: row.assigned_to,
  about: JSON.parse(row.about),
  state: row.state as Matter['state'],
  decision: row.decision,
  reason: row.reason,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
})

export async function matter({ db }: Reading, id: string): Promise<Matter | null> {
  // An address may hold anything; PostgreSQL takes no such text at all.
  if (id.includes('\0')) return null
  const row = await db.selectFrom('matter').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : read(row)
}

/** Oldest first. */
export async function matters(
  { db }: Reading,
  which: WhichMatters,
  { limit = 500, newestFirst = false }: { limit?: number; newestFirst?: boolean } = {},
): Promise<Matter[]> {
  const { state, kind, listing, group, assignedTo } = which
  const rows = await db
    .selectFrom('matter')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(listing !== undefined, (query) => query.where('listing', '=', listing ?? ''))
    .$if(group !== undefined, (query) => query.where('group_id', '=', group ?? ''))
    .$if(assignedTo === null, (query) => query.where('assigned_to', 'is', null))
    .$if(typeof assignedTo === 'string', (query) => query.where('assigned_to', '=', assignedTo ?? ''))
    .orderBy('opened_at', newestFirst ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/**
 * Opened again by the same id it stays as it is, unless the run that had opened it was taken back: then it is open again.
 * `run`: the import run that opens it.
 */
export async function open({ db }: Writing, given: NewMatter, run: string | null = null): Promise<void> {
  await db
    .insertInto('matter')
    .values({
      id: given.id,
      kind: given.kind,
      listing: given.listing,
      group_id: given.group,
      person: given.person,
      opened_at: given.openedAt,
      target_on: given.targetOn,
      assigned_to: null,
      about: JSON.stringify(given.about),
      state: 'open',
      decision: null,
      reason: null,
      decided_by: null,
      decided_at: null,
      run,
      closed_run: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({
          state: 'open',
          decided_at: null,
          opened_at: given.openedAt,
          target_on: given.targetOn,
          about: JSON.stringify(given.about),
          run,
        })
        .where('matter.state', '=', 'withdrawn')
        .where('matter.decision', 'is', null)
        .where('matter.closed_run', 'is', null)
        .where('matter.run', 'is not', null),
    )
    .execute()
}

/** Of these, by their ids, those decided as "different". */
export async function toldApart({ db, dialect }: Writing, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from matter
    where decision = 'different' and state = 'decided' and ${among(dialect, sql.ref('id'), ids)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** null: free again. False where it is not open any more. */
export async function assign({ db }: Writing, id: string, person: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matter')
    .set({ assigned_to: person })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What it is about, said anew while it is open (three alike reports become one matter). False where it is not open. */
export async function restate({ db }: Writing, id: string, about: Matter['about']): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matter')
    .set({ about: JSON.stringify(about) })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Decision = {
  id: string
  /** "withdrawn": whoever brought it took it back. */
  state: 'decided' | 'withdrawn'
  decision: string
  reason: string | null
  by: string | null
  at: string
}

/** False where somebody decided it before: then nothing is written. */
export async function decide(
  { db }: Writing,
  { id, state, decision, reason, by, at }: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matter')
    .set({ state, decision, reason, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many are open, by kind. */
export async function openByKind({ db }: Reading): Promise<{ [kind: string]: number }> {
  const rows = await db
    .selectFrom('matter')
    .select(['kind', ({ fn }) => fn.countAll().as('n')])
    .where('state', '=', 'open')
    .groupBy('kind')
    .execute()
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]))
}
