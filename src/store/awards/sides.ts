/** Those here that may have received a grant: groups that run something, and listings that nobody runs yet. */
import { sql } from 'kysely'
import { among, type Reading } from '../bulk.ts'

/** `ids`: the numbers it has. */
export type NamedGroup = { id: string; name: string; ids: string[] }
/** `key`: its name as it is compared across sources. */
export type NamedListing = { key: string; listing: string; group: NamedGroup | null }

export type Sides = {
  /** Groups with a listing that is published or paused. */
  groups(): Promise<NamedGroup[]>
  /** Listings that somebody knows by one of these names. */
  listingsNamed(keys: readonly string[]): Promise<NamedListing[]>
  /** By group. */
  listingsOf(groups: readonly string[]): Promise<Map<string, string[]>>
  /** Of these matters, those that the desk answered with "different". */
  answeredNo(matters: readonly string[]): Promise<Set<string>>
}

const RUNNING = sql`listing.status in ('published', 'paused')`

export const sides = (reading: Reading): Sides => ({
  async groups() {
    const { rows } = await sql<{ id: string; name: string; org_ids: string }>`
      select id, name, org_ids from organisation where exists (
        select 1 from listing where listing.group_id = organisation.id and ${RUNNING}) order by id`.execute(
      reading.db,
    )
    return rows.map(({ id, name, org_ids }) => ({ id, name, ids: JSON.parse(org_ids) }))
  },
  async listingsNamed(keys) {
    const { rows } = await sql<{
      key: string
      listing: string
      group_id: string | null
      group_name: string | null
      org_ids: string | null
    }>`
      select distinct statement.name as key, listing.no, listing.id as listing, organisation.id as group_id,
        organisation.name as group_name, organisation.org_ids
      from statement join listing on listing.no = statement.listing
        left join organisation on organisation.id = listing.group_id
      where statement.fields is not null and ${RUNNING}
        and ${among(reading.dialect, sql.ref('statement.name'), keys)} order by listing.no`.execute(
      reading.db,
    )
    return rows.map(({ key, listing, group_id: id, group_name: name, org_ids }) => ({
      key,
      listing,
      group: id === null ? null : { id, name: name ?? '', ids: JSON.parse(org_ids ?? '[]') },
    }))
  },
  async listingsOf(groups) {
    const { rows } = await sql<{ id: string; group_id: string }>`
      select id, group_id from listing where ${RUNNING}
        and ${among(reading.dialect, sql.ref('group_id'), groups)} order by no`.execute(reading.db)
    const by = Map.groupBy(rows, ({ group_id }) => group_id)
    return new Map([...by].map(([group, all]) => [group, all.map(({ id }) => id)]))
  },
  async answeredNo(matters) {
    const { rows } = await sql<{ id: string }>`select id from matter
      where decision = 'different' and ${among(reading.dialect, sql.ref('id'), matters)}`.execute(reading.db)
    return new Set(rows.map(({ id }) => id))
  },
})
