/** Notices about many listings at once: added, and ended once; never changed. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { Notice, NoticeWhat } from './notice.ts'

const read = (row: Tables['notice']): Notice => ({
  id: row.id,
  what: row.what as NoticeWhat,
  areas: JSON.parse(row.areas),
  kinds: JSON.parse(row.kinds),
  groups: JSON.parse(row.groups),
  words: row.words,
  until: row.until_day,
  saidAt: row.said_at,
  saidBy: row.said_by,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
})

/** Newest first. `from`: only those that were not ended and hold on this day or later. */
export async function notices(
  { db }: Reading,
  { from, limit = 200 }: { from?: string; limit?: number } = {},
): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where('ended_at', 'is', null).where('until_day', '>=', from ?? ''),
    )
    .orderBy('said_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(read)
}

export async function addNotice({ db }: Writing, it: Notice): Promise<void> {
  await db
    .insertInto('notice')
    .values({
      id: it.id,
      what: it.what,
      areas: JSON.stringify(it.areas),
      kinds: JSON.stringify(it.kinds),
      groups: JSON.stringify(it.groups),
      words: it.words,
      until_day: it.until,
      said_at: it.saidAt,
      said_by: it.saidBy,
      ended_at: it.endedAt,
      ended_by: it.endedBy,
    })
    .execute()
}

/** False where it had been ended before, or is not there. */
export async function endNotice({ db }: Writing, id: string, by: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
