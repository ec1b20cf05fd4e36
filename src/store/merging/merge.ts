/** Two listings become one, in the act of whoever decides. */
import { sql } from 'kysely'
import type { Writing } from '../database.ts'
import { insertMany } from '../bulk.ts'
import { OVER_STATEMENT, writeNext } from '../edit.ts'
import { headsById, listingsOf, type Head } from '../known.ts'
import { STATEMENT_COLUMNS, statementRow, A_PERSON } from '../statements.ts'
import type { Half, Merged, Merging } from './merging.ts'

type Row = { listing: number; source: string; key: string | null; fields: string | null }

/** A half as it stands; "stale" where it is not the revision that was read. */
export async function halfOf(tx: Writing, { listing, revision }: Half): Promise<Head | 'stale' | 'unknown'> {
  const [head] = await headsById(tx, [listing])
  if (head === undefined || head.status === 'erased') return 'unknown'
  return head.revision === revision ? head : 'stale'
}

export async function merge(tx: Writing, merging: Merging): Promise<Merged> {
  const [kept, gone] = [await halfOf(tx, merging.kept), await halfOf(tx, merging.gone)]
  if (kept === 'unknown' || gone === 'unknown') return { is: 'unknown' }
  if (kept === 'stale' || gone === 'stale') return { is: 'stale' }
  if (kept.no === gone.no) return { is: 'unknown' }
  const rows = await rowsOf(tx, [kept.no, gone.no])
  const of = (no: number) => rows.filter(({ listing }) => listing === no)
  const onBoth = of(gone.no).filter(({ source }) => of(kept.no).some((it) => it.source === source))
  const keyed = (source: string) => rows.some((it) => it.source === source && it.key !== null)
  const joined = (source: string) => merging.people.some((it) => it.source === source)
  const clash = onBoth.map(({ source }) => source).filter((source) => keyed(source) || !joined(source))
  if (clash.length > 0) return { is: 'told-apart', sources: clash }
  const before = await listingsOf(tx, [kept, gone])
  const slugs = await slugsOf(tx, gone.no)
  const together = new Set(onBoth.map(({ source }) => source))
  const said = (no: number) =>
    Object.fromEntries(of(no).flatMap(({ source, fields }) => (keyed(source) ? [] : [[source, fields]])))
  await tx.db
    .insertInto('merge')
    .values({
      gone: gone.no,
      kept: kept.no,
      at: merging.at,
      slugs: JSON.stringify(slugs),
      sources: JSON.stringify(of(gone.no).map(({ source }) => source)),
      gone_said: JSON.stringify(said(gone.no)),
      kept_said: JSON.stringify(said(kept.no)),
      parted_at: null,
    })
    .execute()
  await moveStatements(tx, kept.no, gone.no, together)
  await insertMany(
    tx,
    'statement',
    STATEMENT_COLUMNS,
    merging.people.map((statement) => statementRow(kept.no, statement, A_PERSON)),
    OVER_STATEMENT,
  )
  await writeBoth(tx, merging, [kept, gone], before)
  await leadHere(tx, kept, gone)
  return { is: 'merged' }
}

async function rowsOf({ db }: Writing, numbers: readonly number[]): Promise<Row[]> {
  return db
    .selectFrom('statement')
    .select(['listing', 'source', 'key', 'fields'])
    .where('listing', 'in', [...numbers])
    .orderBy('source')
    .execute()
}

async function slugsOf({ db }: Writing, no: number): Promise<string[]> {
  const rows = await db.selectFrom('slug').select('slug').where('listing', '=', no).orderBy('slug').execute()
  return rows.map(({ slug }) => slug)
}

/** What is said of a listing by source, and goes where the source's word goes: the runs that wrote it can still be taken back, and what the desk ruled holds. */
export const BY_SOURCE = ['statement', 'replaced', 'seen_before', 'ruling'] as const

/** With all that hangs on them. */
async function moveStatements(
  { db }: Writing,
  kept: number,
  gone: number,
  together: ReadonlySet<string>,
): Promise<void> {
  if (together.size > 0)
    await db
      .deleteFrom('statement')
      .where('listing', '=', gone)
      .where('source', 'in', [...together])
      .execute()
  for (const table of BY_SOURCE)
    await sql`update ${sql.table(table)} set listing = ${kept} where listing = ${gone}`.execute(db)
}

async function writeBoth(
  tx: Writing,
  { settled, group, author, at }: Merging,
  [kept, gone]: readonly [Head, Head],
  before: Awaited<ReturnType<typeof listingsOf>>,
): Promise<void> {
  const [old, went] = [before.get(kept.no), before.get(gone.no)]
  if (old === undefined || went === undefined) throw new Error('A listing went while it was merged.')
  const common = { author, source: author, run: null, at }
  await writeNext(tx, [
    {
      ...common,
      no: kept.no,
      revision: kept.revision,
      before: old,
      settled,
      editedAt: kept.edited_at,
      group,
    },
    {
      ...common,
      no: gone.no,
      revision: gone.revision,
      before: went,
      // Out of the index and off every list; its words stay, for the day somebody parts them.
      settled: { ...went, status: 'draft' },
      editedAt: gone.edited_at,
      group: null,
    },
  ])
}

/** Its addresses and its id lead to the one kept; what waits for the desk, and colleagues' notes, wait there. */
async function leadHere({ db }: Writing, kept: Head, gone: Head): Promise<void> {
  await db
    .updateTable('listing')
    .set({ merged_into: kept.no })
    .where((it) => it.or([it('no', '=', gone.no), it('merged_into', '=', gone.no)]))
    .execute()
  await db
    .updateTable('merge')
    .set({ kept: kept.no })
    .where('kept', '=', gone.no)
    .where('parted_at', 'is', null)
    .execute()
  await db.updateTable('slug').set({ listing: kept.no }).where('listing', '=', gone.no).execute()
  await db.updateTable('note').set({ listing: kept.id }).where('listing', '=', gone.id).execute()
  await db
    .updateTable('matter')
    .set({ listing: kept.id })
    .where('listing', '=', gone.id)
    .where('state', '=', 'open')
    .where('kind', '<>', 'match')
    .execute()
}
