/** Listings that may be the same thing: by name, full postcode, telephone or website as imports/matching writes them. */
import { sql } from 'kysely'
import { among, type Reading } from '../bulk.ts'
import { bare } from '../plain-text.ts'
import type { Identity } from '../store.ts'

/** Rows looked at: a building may hold many groups. */
const MOST = 40

export type Alike = { listing: string } & Identity

/** By anything in common; who calls decides how much is enough. Erased listings are left out. */
export async function alikeListings({ db, dialect }: Reading, identity: Identity): Promise<Alike[]> {
  const keys = (['name', 'postcode', 'phone', 'host'] as const).flatMap((key) => {
    const value = bare(identity[key])
    return value === null || value === '' ? [] : [{ key, value }]
  })
  const found = new Map<string, Alike>()
  for (const { key, value } of keys) {
    const { rows } = await sql<Alike>`
      select listing.id as listing, statement.name, statement.postcode, statement.phone, statement.host
      from statement join listing on listing.no = statement.listing
      where ${among(dialect, sql.ref(`statement.${key}`), [value])} and statement.fields is not null
        and listing.status <> 'erased' and listing.status <> 'draft'
      order by listing.no limit ${MOST}`.execute(db)
    for (const row of rows) found.set(row.listing, { ...row, ...kept(found.get(row.listing)) })
  }
  return [...found.values()]
}

/** What another statement of the listing said already. */
function kept(before: Alike | undefined): Partial<Alike> {
  return Object.fromEntries(Object.entries(before ?? {}).filter(([, value]) => value !== null))
}
