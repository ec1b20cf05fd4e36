/** Drafts of changes and of new listings: one a person and listing, kept until sent or long forgotten. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { DraftTable } from '../tables/editing.ts'
import { forgottenBefore, type Draft } from './draft.ts'

const read = (row: DraftTable): Draft => ({
  id: row.id,
  person: row.person,
  listing: row.listing,
  group: row.group_id,
  groupName: row.group_name,
  revision: row.revision,
  fields: JSON.parse(row.fields),
  tasks: JSON.parse(row.tasks),
  madeAt: row.made_at,
  updatedAt: row.updated_at,
})

/** A person's own drafts, last written first; `listing`: the one of that listing. */
export async function draftsOf(
  { db }: Reading,
  person: string,
  now: Date,
  which: { id?: string; listing?: string } = {},
): Promise<Draft[]> {
  const { id, listing } = which
  if (`${id}${listing}`.includes('\0')) return []
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('person', '=', person)
    .where('updated_at', '>=', forgottenBefore(now))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(listing !== undefined, (query) => query.where('listing', '=', listing ?? ''))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** Writes over the draft of this id; those long forgotten go at the same time. */
export async function putDraft({ db }: Writing, draft: Draft): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('updated_at', '<', forgottenBefore(new Date(draft.updatedAt)))
    .execute()
  const said = {
    group_id: draft.group,
    group_name: draft.groupName,
    revision: draft.revision,
    fields: JSON.stringify(draft.fields),
    tasks: JSON.stringify(draft.tasks),
    updated_at: draft.updatedAt,
  }
  await db
    .insertInto('draft')
    .values({ id: draft.id, person: draft.person, listing: draft.listing, made_at: draft.madeAt, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
}

export async function dropDraft({ db }: Writing, id: string): Promise<void> {
  await db.deleteFrom('draft').where('id', '=', id).execute()
}
