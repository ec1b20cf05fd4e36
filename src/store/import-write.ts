/** The rows of an import: each a listing, a statement and a revision, many at a time. */
import { sql } from 'kysely'
import type { Author } from '../listings/claims.ts'
import { insertListings } from './add.ts'
import { among, insertMany } from './bulk.ts'
import type { Writing } from './database.ts'
import { OVER_STATEMENT, writeNext, type Next } from './edit.ts'
import { putGroups } from './groups.ts'
import type { RowWrite } from './import-store.ts'
import { headsById, listingsOf, type Head } from './known.ts'
import { refuseNul } from './plain-text.ts'
import { noteBefore } from './runs/before.ts'
import { noteSeen } from './runs/seen-before.ts'
import { STATEMENT_COLUMNS, STATEMENT_NAMES, statementRow } from './statements.ts'

export type RunOf = { run: string; source: string }
type KnownWrite = Extract<RowWrite, { is: 'known' }>

export async function writeRows(
  tx: Writing,
  { run, source }: RunOf,
  rows: readonly RowWrite[],
  author: Author,
  at: string,
): Promise<void> {
  const added: Extract<RowWrite, { is: 'new' }>[] = []
  const known: KnownWrite[] = []
  for (const row of rows) {
    if (row.statement.source !== source)
      throw new Error(`A run of "${source}" cannot speak for "${row.statement.source}".`)
    refuseNul('the key of a row', [row.key, row.hash])
    if (row.is === 'new') added.push(row)
    else known.push(row)
  }
  await putGroups(
    tx,
    rows.flatMap(({ group }) => (group === null ? [] : [group])),
  )
  const origin = ({ key, hash }: RowWrite) => ({ key, hash, run, seenAt: at })
  await insertListings(
    tx,
    added.map((row) => ({
      id: row.statement.listing,
      slug: row.slug,
      group: row.group?.id ?? null,
      statement: row.statement,
      settled: row.settled,
      author,
      at,
      origin: origin(row),
      identity: row.identity,
    })),
  )
  if (known.length > 0) await changeListings(tx, { run, source }, known, author, at)
}

async function changeListings(
  tx: Writing,
  { run, source }: RunOf,
  rows: readonly KnownWrite[],
  author: Author,
  at: string,
): Promise<void> {
  const all = await headsById(
    tx,
    rows.map(({ statement }) => statement.listing),
  )
  const heads = new Map(all.map((head) => [head.id, head]))
  const before = await listingsOf(tx, all)
  const statements: ReturnType<typeof statementRow>[] = []
  const next: Next[] = []
  for (const row of rows) {
    const { key, hash, statement, settled, identity, group } = row
    const head = heads.get(statement.listing)
    if (head === undefined) throw new Error(`There is no listing "${statement.listing}".`)
    const old = before.get(head.no)
    if (old === undefined) continue // erased: it stays so
    if (head.revision !== row.revision)
      throw new Error(`"${old.name}" (${head.id}) was changed by another row of the same run.`)
    head.revision += 1
    statements.push(statementRow(head.no, statement, { key, hash, run, seenAt: at }, identity))
    next.push({
      no: head.no,
      revision: row.revision,
      before: old,
      settled,
      editedAt: head.edited_at,
      group: group?.id ?? null,
      author,
      source,
      run,
      at,
    })
  }
  await noteGroups(tx, run, all, rows)
  const numbers = next.map(({ no }) => no)
  const back = sql`missing_run is not null and ${among(tx.dialect, sql.ref('listing'), numbers)}`
  await noteSeen(tx, { run, source }, back)
  await keepReplaced(tx, { run, source }, numbers)
  await insertMany(tx, 'statement', STATEMENT_COLUMNS, statements, OVER_STATEMENT)
  await writeNext(tx, next)
}

/** Whose a listing was, where the row says whose it is. */
async function noteGroups(
  tx: Writing,
  run: string,
  heads: readonly Head[],
  rows: readonly KnownWrite[],
): Promise<void> {
  const groups = new Map(rows.map(({ statement, group }) => [statement.listing, group?.id ?? null]))
  const moved = heads.filter(({ id, group_id }) => {
    const next = groups.get(id) ?? null
    return next !== null && next !== group_id
  })
  await noteBefore(
    tx,
    run,
    'group',
    moved.map(({ id, group_id }) => ({ id, before: group_id, after: groups.get(id) ?? null })),
  )
}

/** What the source said before this run, once a run: see undo.ts. */
async function keepReplaced(tx: Writing, { run, source }: RunOf, numbers: readonly number[]): Promise<void> {
  const names = sql.raw(STATEMENT_NAMES.join(', '))
  await sql`insert into replaced (replaced_by, ${names})
    select ${sql`${run}`}, ${names} from statement
    where source = ${source} and run is distinct from ${run}
      and ${among(tx.dialect, sql.ref('listing'), numbers)}
    on conflict (listing, source, replaced_by) do nothing`.execute(tx.db)
}
