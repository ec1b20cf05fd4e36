/** Who decided or read what, and when: added to, never changed. */
import type { Reading } from './bulk.ts'
import type { Writing } from './database.ts'

export type AuditEntry = {
  id: string
  at: string
  /** Id of the person; null: the program or the command line. */
  person: string | null
  /** The role they acted in. */
  role: string | null
  /** What was done, as a word of text/en/desk.ts: "read-private", "accepted", "gave-role"… */
  did: string
  listing: string | null
  group: string | null
  /** What else a reader needs: the id of a matter, a role, an area. Never what was written in a field. */
  about: string | null
}

export async function note({ db }: Writing, { group, ...entry }: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({ ...entry, group_id: group })
    .execute()
}

/** Newest first; `before`: only entries older than this instant. */
export async function auditLog(
  { db }: Reading,
  { limit, before, listing }: { limit: number; before?: string; listing?: string },
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? ''))
    .$if(listing !== undefined, (query) => query.where('listing', '=', listing ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ group_id, ...row }) => ({ ...row, group: group_id }))
}
