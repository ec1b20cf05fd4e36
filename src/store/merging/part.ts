/** What was made one is two again: the other listing comes back with its addresses, or a new one is made. */
import { insertMany } from '../bulk.ts'
import { REVISION_COLUMNS } from '../add.ts'
import type { Writing } from '../database.ts'
import { OVER_STATEMENT, writeNext } from '../edit.ts'
import { writeFields } from '../fields-text.ts'
import { headsByNumber, listingsOf, type Head } from '../known.ts'
import { A_PERSON, STATEMENT_COLUMNS, statementRow } from '../statements.ts'
import { BY_SOURCE, halfOf } from './merge.ts'
import type { Parted, Parting } from './merging.ts'

export async function part(tx: Writing, parting: Parting): Promise<Parted> {
  const kept = await halfOf(tx, parting.kept)
  if (kept === 'unknown' || kept === 'stale') return { is: kept }
  const back = parting.to.is === 'back' ? await goneOf(tx, kept.no, parting.to.gone) : null
  if (parting.to.is === 'back' && back === null) return { is: 'unknown' }
  const no = back === null ? await made(tx, parting, kept) : back.no
  for (const table of BY_SOURCE)
    await tx.db
      .updateTable(table)
      .set({ listing: no })
      .where('listing', '=', kept.no)
      .where('source', 'in', parting.sources)
      .execute()
  await sayAgain(tx, parting, kept.no, no)
  await writeBoth(tx, parting, kept, back)
  if (back !== null) await comeBack(tx, parting, kept.no, back)
  await remember(tx, parting)
  const [head] = await headsByNumber(tx, [no])
  return { is: 'parted', listing: head?.id ?? '' }
}

/** The listing that went into this one, by its own id. */
async function goneOf(tx: Writing, kept: number, id: string): Promise<Head | null> {
  const row = await tx.db
    .selectFrom('listing')
    .select('no')
    .where('id', '=', id)
    .where('merged_into', '=', kept)
    .executeTakeFirst()
  const [head] = row === undefined ? [] : await headsByNumber(tx, [row.no])
  return head ?? null
}

async function made(tx: Writing, { to, settled, author, at }: Parting, kept: Head): Promise<number> {
  if (to.is !== 'new') throw new Error('Nothing new was asked for.')
  const no = tx.nextListing()
  await tx.db
    .insertInto('listing')
    .values({
      no,
      id: to.listing,
      slug: to.slug,
      group_id: kept.group_id,
      revision: 1,
      change: tx.nextChange(),
      status: settled.gone.status,
      edited_at: at,
      fields: writeFields(settled.gone),
      merged_into: null,
    })
    .execute()
  await tx.db.insertInto('slug').values({ slug: to.slug, listing: no }).execute()
  await insertMany(tx, 'revision', REVISION_COLUMNS, [[no, 1, at, author, author, null, '[]']])
  return no
}

async function sayAgain(tx: Writing, { people }: Parting, kept: number, gone: number): Promise<void> {
  for (const { source, kept: here, gone: there } of people) {
    for (const [no, fields] of [
      [kept, here],
      [gone, there],
    ] as const) {
      if (fields === null) {
        await tx.db.deleteFrom('statement').where('listing', '=', no).where('source', '=', source).execute()
        continue
      }
      const row = statementRow(no, { listing: '', source, fields }, A_PERSON)
      await insertMany(tx, 'statement', STATEMENT_COLUMNS, [row], OVER_STATEMENT)
    }
  }
}

async function writeBoth(
  tx: Writing,
  { settled, author, at }: Parting,
  kept: Head,
  back: Head | null,
): Promise<void> {
  const halves = back === null ? [kept] : [kept, back]
  const before = await listingsOf(tx, halves)
  await writeNext(
    tx,
    halves.flatMap((head) => {
      const old = before.get(head.no)
      if (old === undefined) return []
      const next = head === kept ? settled.kept : settled.gone
      const { no, revision, edited_at: editedAt } = head
      return [
        {
          no,
          revision,
          before: old,
          settled: next,
          editedAt,
          group: null,
          author,
          source: author,
          run: null,
          at,
        },
      ]
    }),
  )
}

async function comeBack({ db }: Writing, { at }: Parting, kept: number, back: Head): Promise<void> {
  const row = await db
    .selectFrom('merge')
    .select(['slugs', 'at'])
    .where('gone', '=', back.no)
    .where('parted_at', 'is', null)
    .executeTakeFirst()
  const slugs: string[] = row === undefined ? [back.slug] : JSON.parse(row.slugs)
  await db
    .updateTable('slug')
    .set({ listing: back.no })
    .where('listing', '=', kept)
    .where('slug', 'in', slugs)
    .execute()
  await db.updateTable('listing').set({ merged_into: null }).where('no', '=', back.no).execute()
  await db
    .updateTable('merge')
    .set({ parted_at: at })
    .where('gone', '=', back.no)
    .where('parted_at', 'is', null)
    .execute()
}

/** The next import must not make them one again. */
async function remember({ db }: Writing, { matter, kept, at, by }: Parting): Promise<void> {
  const decided = { state: 'decided', decision: 'different', decided_by: by, decided_at: at }
  await db
    .insertInto('matter')
    .values({
      id: matter.id,
      kind: 'match',
      listing: kept.listing,
      group_id: null,
      person: null,
      opened_at: at,
      target_on: matter.targetOn,
      assigned_to: null,
      about: JSON.stringify(matter.about),
      reason: null,
      run: null,
      ...decided,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(decided))
    .execute()
}
