/** People sent to listings, by the day: never who they were, who sent them or what they needed. Old days are forgotten. */
import { sql } from 'kysely'
import { among, type Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { numbersOf } from './listing-numbers.ts'

/** pointed: a link worker pointed somebody there. shared: somebody followed a link that was shared. */
export type How = 'pointed' | 'shared'
/** `day`: "2026-11-22" in London. `count` below 0: it was pressed by mistake. */
export type Sent = { listing: string; day: string; how: How; count: number }
/** People sent in some days; nobody: 0. */
export type SentTo = { listing: string; group: string | null; count: number }

/** Of one day and listing at most so many are added; absent: no limit. */
export type Limit = number | null

/**
 * Adds to what is there; `most`: what a day's count of a listing may reach. What is of days before `keepFrom` is
 * forgotten. Throws where a listing is not known.
 */
export async function addSent(
  tx: Writing,
  sent: readonly Sent[],
  { keepFrom, most }: { keepFrom: string; most: Limit },
): Promise<void> {
  const numbers = await numbersOf(tx, sent)
  const limit = most ?? 2 ** 31 - 1
  for (const one of sent)
    await sql`
      insert into sent (day, listing, how, count)
      values (${one.day}, ${numbers.of(one)}, ${one.how}, ${Math.min(one.count, limit)})
      on conflict (day, listing, how) do update set count =
        case when sent.count + ${one.count} > ${limit} then ${limit} else sent.count + ${one.count} end`.execute(
      tx.db,
    )
  await tx.db.deleteFrom('sent').where('day', '<', keepFrom).execute()
}

/** `sharedMost`: followed shared links count so often for all listings of a group together, or for a listing without one. */
export type Days = { from: string; before: string; sharedMost: number }

type Row = { listing: string; group_id: string | null; pointed: number | string; shared: number | string }

/**
 * People sent from the day `from` on and before the day `before`, with all that can be found of the groups somebody was
 * sent to: their other listings too, with 0.
 */
export async function sentTo(
  { db, dialect }: Reading,
  { from, before, sharedMost }: Days,
): Promise<SentTo[]> {
  const { rows } = await sql<Row>`
    select kept.id as listing, kept.group_id,
      sum(case when sent.how = 'shared' then 0 else sent.count end) as pointed,
      sum(case when sent.how = 'shared' then sent.count else 0 end) as shared
    from sent join listing on listing.no = sent.listing
    join listing as kept on kept.no = coalesce(listing.merged_into, listing.no)
    where sent.day >= ${from} and sent.day < ${before} and kept.status <> 'erased'
    group by kept.id, kept.group_id order by kept.id`.execute(db)
  const left = new Map<string, number>()
  const counted = rows.map(({ listing, group_id, pointed, shared }) => {
    const whose = group_id === null ? `listing ${listing}` : `group ${group_id}`
    const may = left.get(whose) ?? sharedMost
    const counts = Math.min(may, Math.max(0, Number(shared)))
    left.set(whose, may - counts)
    return { listing, group: group_id, count: Math.max(0, Number(pointed)) + counts }
  })
  const groups = [...new Set(counted.flatMap(({ group }) => (group === null ? [] : [group])))]
  if (groups.length === 0) return counted
  const known = new Set(counted.map(({ listing }) => listing))
  const { rows: others } = await sql<{ listing: string; group: string }>`
    select id as listing, group_id as "group" from listing
    where status in ('published', 'paused') and merged_into is null
      and ${among(dialect, sql.ref('group_id'), groups)} order by id`.execute(db)
  return [
    ...counted,
    ...others.filter(({ listing }) => !known.has(listing)).map((it) => ({ ...it, count: 0 })),
  ]
}
