/** Points of postcodes that a run learned from its rows: they go with it. A postcode table's own rows stay as they are. */
import { sql } from 'kysely'
import type { PostcodeRow } from '../../places/gazetteer.ts'
import { among, insertMany } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { bare } from '../plain-text.ts'
import type { Tables } from '../tables.ts'
import { goBack, noteBefore } from './before.ts'

type Row = Tables['postcode']
type Was = Pick<Row, 'lat' | 'lng' | 'area_codes' | 'run'>

/** Rows compared at a time. */
const BATCH = 2_000

export async function learn(tx: Writing, run: string, rows: readonly PostcodeRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await learnSome(tx, run, rows.slice(i, i + BATCH))
}

async function learnSome(tx: Writing, run: string, given: readonly PostcodeRow[]): Promise<void> {
  const rows = new Map(
    given.map(({ postcode, lat, lng, areaCodes }) => [
      bare(postcode),
      { lat, lng, area_codes: areaCodes.join(' ') },
    ]),
  )
  const { rows: known } = await sql<Row>`select * from postcode
    where ${among(tx.dialect, sql.ref('postcode'), [...rows.keys()])}`.execute(tx.db)
  const taught = []
  for (const { postcode, learned, lat, lng, area_codes, run: by } of known) {
    const next = rows.get(postcode)
    const same = next?.lat === lat && next.lng === lng && next.area_codes === area_codes
    if (learned === 0 || same) rows.delete(postcode)
    else if (by !== run)
      taught.push({
        id: postcode,
        before: JSON.stringify({ lat, lng, area_codes, run: by } satisfies Was),
        after: null,
      })
  }
  await noteBefore(tx, run, 'postcode', taught)
  await insertMany(
    tx,
    'postcode',
    [
      ['postcode', 'text'],
      ['lat', 'double precision'],
      ['lng', 'double precision'],
      ['area_codes', 'text'],
      ['learned', 'integer'],
      ['run', 'text'],
    ],
    [...rows].map(([postcode, { lat, lng, area_codes }]) => [postcode, lat, lng, area_codes, 1, run]),
    '(postcode) do update set lat = excluded.lat, lng = excluded.lng, area_codes = excluded.area_codes, run = excluded.run',
  )
}

export async function unlearn(tx: Writing, run: string): Promise<void> {
  // Where a later run wrote over what only this one had taught, nothing stood before that one.
  await sql`update run_before set before = null where what = 'postcode' and run <> ${run}
    and before like ${`%"run":${JSON.stringify(run)}%`}
    and not exists (select 1 from run_before as mine where mine.what = 'postcode' and mine.run = ${run}
      and mine.id = run_before.id)`.execute(tx.db)
  await goBack(tx, run, 'postcode', async ({ id, before }) => {
    if (before === null) return
    const was: Was = JSON.parse(before)
    await tx.db
      .updateTable('postcode')
      .set(was)
      .where('postcode', '=', id)
      .where('learned', '=', 1)
      .where('run', '=', run)
      .execute()
  })
  await sql`delete from postcode where run = ${run} and learned = 1`.execute(tx.db)
}
