/** Sentences about a listing that end by themselves: read against a day, never cleared by a timer. */
import { sql } from 'kysely'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Role } from '../people/grant.ts'
import type { NoteTable } from '../tables/workers.ts'

export type Note = {
  id: string
  listing: string
  /** "colleague": for other link workers. "group": what the group wants link workers to know. */
  kind: 'colleague' | 'group'
  words: string
  /** Who wrote it: to end it, and for nobody to read. */
  person: string
  role: Role
  at: string
  /** Last day it is shown. */
  until: string
}

const read = ({ ended_at, kind, role, ...row }: NoteTable): Note => ({
  ...row,
  kind: kind as Note['kind'],
  role: role as Role,
})

/** Those that hold on `day`, newest first. */
export async function notesOf(
  { db, dialect }: Reading,
  listings: readonly string[],
  day: string,
): Promise<Note[]> {
  const { rows } = await sql<NoteTable>`
    select * from note where ended_at is null and until >= ${day}
      and ${among(dialect, sql.ref('listing'), listings)}
    order by at desc, id`.execute(db)
  return rows.map(read)
}

export async function note({ db }: Reading, id: string): Promise<Note | null> {
  const row = await db
    .selectFrom('note')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : read(row)
}

export async function addNote({ db }: Writing, given: Note): Promise<void> {
  await db
    .insertInto('note')
    .values({ ...given, ended_at: null })
    .execute()
}

/** False where it had ended before. */
export async function endNote({ db }: Writing, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('note')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
