/** Finding listings by id, by address and by their place in the change feed. */
import { sql } from 'kysely'
import { among, type Reading } from './bulk.ts'
import { headsAfter, headsById, headsByNumber, headsOfGroup, knownOf, type Head } from './known.ts'
import type { Changes, Found, Known } from './store.ts'

/** In the order asked, each id once for each time it is asked; unknown and erased ones are left out. */
export async function listings(reading: Reading, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  const found = await knownOf(reading, await headsById(reading, ids))
  const byId = new Map(found.map((known) => [known.listing.id, known]))
  const lost = ids.filter((id) => !byId.has(id))
  const now = lost.length > 0 ? await mergedInto(reading, lost) : new Map<string, string>()
  return ids.flatMap((id) => byId.get(now.get(id) ?? id) ?? [])
}

/** Id of what turned out to be another → id of that one. */
async function mergedInto({ db, dialect }: Reading, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ gone: string; kept: string }>`
    select gone.id as gone, kept.id as kept from listing as gone join listing as kept on kept.no = gone.merged_into
    where ${among(dialect, sql.ref('gone.id'), ids)}`.execute(db)
  return new Map(rows.map(({ gone, kept }) => [gone, kept]))
}

async function foundAs(reading: Reading, head: Head | undefined): Promise<Found> {
  if (head === undefined) return { is: 'unknown' }
  if (head.status === 'erased') return { is: 'erased' }
  const [known] = await knownOf(reading, [head])
  return known === undefined ? { is: 'unknown' } : { is: 'listing', known }
}

/** Everything a group runs, by name. */
export async function ofGroup(reading: Reading, group: string): Promise<Known[]> {
  const found = await knownOf(reading, await headsOfGroup(reading, group))
  return found.sort((a, b) => a.listing.name.localeCompare(b.listing.name, 'en'))
}

export async function byId(reading: Reading, id: string): Promise<Found> {
  const [head] = await headsById(reading, [id])
  return foundAs(reading, head)
}

/** An address the listing had before says where it is now. */
export async function bySlug(reading: Reading, slug: string): Promise<Found> {
  if (slug.includes('\0')) return { is: 'unknown' }
  const { rows } = await sql<{ listing: number }>`select listing from slug where slug = ${slug}`.execute(
    reading.db,
  )
  const [head] = rows[0] === undefined ? [] : await headsByNumber(reading, [rows[0].listing])
  const found = await foundAs(reading, head)
  if (found.is === 'listing' && found.known.listing.slug !== slug)
    return { is: 'moved', slug: found.known.listing.slug }
  return found
}

export async function lastChange({ db }: Reading): Promise<number> {
  const row = await db.selectFrom('counter').select('value').where('name', '=', 'change').executeTakeFirst()
  return row?.value ?? 0
}

/** Listings that changed, in the order of their last change, at most `limit` of them; erased ones are `removed`. */
export async function changesSince(reading: Reading, change: number, limit: number): Promise<Changes> {
  const heads = await headsAfter(reading, change, limit + 1)
  const page = heads.slice(0, limit)
  return {
    known: await knownOf(reading, page),
    removed: page.filter((head) => head.status === 'erased').map((head) => head.id),
    upTo: page.at(-1)?.change ?? change,
    more: heads.length > page.length,
  }
}

export async function count({ db }: Reading): Promise<{ all: number; published: number }> {
  const { rows } = await sql<{ status: string; n: number }>`
    select status, count(*) as n from listing where status <> 'erased' and merged_into is null group by status`.execute(
    db,
  )
  return {
    all: rows.reduce((sum, { n }) => sum + n, 0),
    published: rows.find(({ status }) => status === 'published')?.n ?? 0,
  }
}
