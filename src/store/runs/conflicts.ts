/** What waits for the desk of one source, and what the desk ruled before. */
import { sql } from 'kysely'
import type { FieldName } from '../../listings/listing.ts'
import { among, type Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { RunOf } from '../import-write.ts'
import { ofListing } from '../listing-numbers.ts'
import type { Matter } from '../matters/matter.ts'
import { matter, restate } from '../matters/matters.ts'
import { bare } from '../plain-text.ts'
import { goBack, noteBefore } from './before.ts'

/** What the desk answered to one field of a conflict. `offered`: as listings/says-same.ts compares it. */
export type Ruling = {
  listing: string
  source: string
  field: FieldName
  offered: string
  ruling: 'keep' | 'take' | 'always'
  at: string
  person: string | null
  matter: string | null
}

/** Matters of one source begin so: the rest of the id is the affair of whoever opens them. */
export const conflictId = (source: string): string => `conflict:${source}:`

/** Those open, by listing: there is one a listing and source at most. */
export async function openConflicts(tx: Writing, { source }: RunOf): Promise<Map<string, Matter>> {
  const begins = conflictId(source)
  const { rows } = await sql<{ id: string; listing: string }>`
    select id, listing from matter where kind = 'conflict' and state = 'open' and listing is not null
      and substr(id, 1, ${sql.lit(begins.length)}) = ${begins} order by opened_at, id`.execute(tx.db)
  const found = new Map<string, Matter>()
  for (const { id, listing } of rows) {
    const one = await matter(tx, id)
    if (one !== null) found.set(listing, one)
  }
  return found
}

/** Oldest first. */
export async function rulings({ db, dialect }: Reading, listing: string): Promise<Ruling[]> {
  const { rows } = await sql<Omit<Ruling, 'listing'>>`
    select source, field, offered, ruling, at, person, matter from ruling
    where ${ofListing(dialect, listing)} order by at, field`.execute(db)
  return rows.map((row) => ({ ...row, listing }))
}

/** Of each listing, "field offered" of what the desk keeps against this source. */
export async function keptAgainst(
  tx: Writing,
  { source }: RunOf,
  listings: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ listing: string; field: string; offered: string }>`
    select listing.id as listing, ruling.field, ruling.offered
    from ruling join listing on listing.no = ruling.listing
    where ruling.source = ${source} and ruling.ruling = 'keep'
      and ${among(tx.dialect, sql.ref('listing.id'), listings)}`.execute(tx.db)
  const kept = new Map<string, Set<string>>()
  for (const { listing, field, offered } of rows)
    kept.set(listing, (kept.get(listing) ?? new Set()).add(`${field} ${offered}`))
  return kept
}

export async function addRulings(tx: Writing, given: readonly Ruling[]): Promise<void> {
  for (const { listing, ...one } of given)
    await sql`insert into ruling (listing, source, field, offered, ruling, at, person, matter)
      select no, ${one.source}, ${one.field}, ${bare(one.offered)}, ${one.ruling}, ${one.at}, ${one.person},
        ${one.matter} from listing where id = ${listing}`.execute(tx.db)
}

export async function restateConflict(
  tx: Writing,
  { run }: RunOf,
  id: string,
  about: Matter['about'],
): Promise<void> {
  const before = await matter(tx, id)
  if (before === null || before.state !== 'open') return
  await noteBefore(tx, run, 'matter', [
    { id, before: JSON.stringify(before.about), after: JSON.stringify(about) },
  ])
  await restate(tx, id, about)
}

/** They say the same again: nobody need look. `closed_run`: taken back, the matter is open again. */
export async function withdrawConflict(tx: Writing, { run }: RunOf, id: string, at: string): Promise<void> {
  await sql`update matter set state = 'withdrawn', decision = 'agreed', decided_at = ${at}, closed_run = ${run}
    where id = ${id} and state = 'open'`.execute(tx.db)
}

/** Matters that a run restated say what they said before. What was decided meanwhile stays decided. */
export async function unrestate(tx: Writing, run: string): Promise<void> {
  await goBack(tx, run, 'matter', async ({ id, before }) => {
    if (before !== null) await restate(tx, id, JSON.parse(before))
  })
}
