/** A change of one listing: one source's whole statement, and what all its statements settle to now. */
import { sql } from 'kysely'
import { changes } from '../listings/changes.ts'
import type { Author } from '../listings/claims.ts'
import type { ListingFields } from '../listings/listing.ts'
import { REVISION_COLUMNS } from './add.ts'
import { insertMany, setAll } from './bulk.ts'
import type { Writing } from './database.ts'
import { writeFields } from './fields-text.ts'
import { putGroups } from './groups.ts'
import { headsById, knownOf } from './known.ts'
import { refuseNul } from './plain-text.ts'
import { A_PERSON, STATEMENT_COLUMNS, statementRow } from './statements.ts'
import type { Edit, EditOutcome } from './store.ts'

/** A listing's next revision: what it says now, what it said before, and who changed it. */
export type Next = {
  no: number
  /** The one it had. */
  revision: number
  before: ListingFields
  settled: ListingFields
  editedAt: string
  /** null: stays as it is. */
  group: string | null
  author: Author
  source: string
  run: string | null
  at: string
}

/** Writes listings and revisions. `editedAt` moves only where a value changed; the revision always does. */
export async function writeNext(tx: Writing, all: readonly Next[]): Promise<void> {
  const rows: (string | number | null)[][] = []
  const history: (string | number | null)[][] = []
  for (const { no, revision, before, settled, editedAt, group, author, source, run, at } of all) {
    const differences = changes(before, settled)
    const edited = differences.length > 0 ? at : editedAt
    const fields = writeFields(settled)
    rows.push([no, group, revision + 1, tx.nextChange(), settled.status, edited, fields])
    history.push([no, revision + 1, at, author, source, run, JSON.stringify(differences)])
  }
  if (tx.sqlite !== null) {
    const update = tx.sqlite.prepare(
      `update listing set group_id = coalesce(?2, group_id), revision = ?3, change = ?4, status = ?5,
        edited_at = ?6, fields = ?7 where no = ?1`,
    )
    for (const row of rows) update.run(...row)
  } else {
    const column = (at: number) => rows.map((row) => row[at])
    await sql`update listing set group_id = coalesce(g.group_id, listing.group_id), revision = g.revision,
        change = g.change, status = g.status, edited_at = g.edited_at, fields = g.fields
      from unnest(${column(0)}::integer[], ${column(1)}::text[], ${column(2)}::integer[],
        ${column(3)}::integer[], ${column(4)}::text[], ${column(5)}::text[], ${column(6)}::text[])
        as g (no, group_id, revision, change, status, edited_at, fields)
      where listing.no = g.no`.execute(tx.db)
  }
  await insertMany(tx, 'revision', REVISION_COLUMNS, history)
}

/** Writes over what the same source said of the same listing before. */
export const OVER_STATEMENT = `(listing, source) do update set ${setAll(
  STATEMENT_COLUMNS.map(([name]) => name).filter((name) => name !== 'listing' && name !== 'source'),
)}`
/** People's words replace what the source said; the key a file knows it by stays. */
const OVER_WORDS = `(listing, source) do update set ${setAll(['hash', 'run', 'lat', 'lng', 'fields'])},
  name = coalesce(excluded.name, statement.name), postcode = coalesce(excluded.postcode, statement.postcode),
  phone = coalesce(excluded.phone, statement.phone), host = coalesce(excluded.host, statement.host)`

export async function editListing(tx: Writing, edit: Edit): Promise<EditOutcome> {
  refuseNul('the source of a statement', [edit.statement.source])
  const read = async () => {
    const heads = await headsById(tx, [edit.listing])
    const [known] = await knownOf(tx, heads)
    return { head: heads[0], known }
  }
  const { head, known } = await read()
  if (head === undefined || known === undefined) return { is: 'unknown' }
  if (head.revision !== edit.revision) return { is: 'stale', known }
  if (edit.group !== undefined) await putGroups(tx, [edit.group])
  const row = statementRow(head.no, edit.statement, A_PERSON, edit.identity)
  await insertMany(tx, 'statement', STATEMENT_COLUMNS, [row], OVER_WORDS)
  await writeNext(tx, [
    {
      no: head.no,
      revision: head.revision,
      before: known.listing,
      settled: edit.settled,
      editedAt: head.edited_at,
      group: edit.group?.id ?? null,
      author: edit.author,
      source: edit.statement.source,
      run: null,
      at: edit.at,
    },
  ])
  const { known: saved } = await read()
  return saved === undefined ? { is: 'unknown' } : { is: 'saved', known: saved }
}
