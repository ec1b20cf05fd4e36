/**
 * Listings that may be the same thing, by whatever two sources can have in common. Every block is cut: a chain of
 * hundreds of branches or a building of sixty groups costs no more than a handful of rows.
 */
import { sql, type RawBuilder } from 'kysely'
import { boxAround } from '../places/geo.ts'
import type { LatLng } from '../listings/listing.ts'
import type { SQLInputValue } from 'node:sqlite'
import type { Writing } from './database.ts'
import type { Alikes, Candidate, Sought } from './import-store.ts'
import { refuseNul } from './plain-text.ts'

type Row = Omit<Candidate, 'point' | 'orgIds' | 'key'> & {
  sought: string
  key: string | null
  lat: number | null
  lng: number | null
  org_ids: string | null
}

const COLUMNS = `statement.key, statement.source, listing.id as listing, statement.name, statement.postcode,
  statement.phone, statement.host, statement.lat, statement.lng, organisation.org_ids`
const JOINED = `join listing on listing.no = statement.listing and listing.status not in ('erased', 'draft')
  left join organisation on organisation.id = listing.group_id`
const BY_ORG_ID = `org_identifier join listing as own on own.group_id = org_identifier.organisation
  join statement on statement.listing = own.no`

/** What is looked up, and the condition for one value. `?` stands for the value. */
const BLOCKS = {
  names: { from: 'statement', where: 'statement.name = ?' },
  postcodes: { from: 'statement', where: 'statement.postcode = ?' },
  phones: { from: 'statement', where: 'statement.phone = ?' },
  hosts: { from: 'statement', where: 'statement.host = ?' },
  orgIds: { from: BY_ORG_ID, where: 'org_identifier.org_id = ?' },
} as const
export type Block = keyof typeof BLOCKS
const KEYS = Object.keys(BLOCKS) as Block[]
const NEAR = 'statement.lat between ? and ? and statement.lng between ? and ?'

/** Own statements of the asking source are among them: they tell how many share a telephone. */
export async function candidates(tx: Writing, sought: Sought): Promise<Alikes> {
  const found: Partial<Record<Block, Map<string, Candidate[]>>> = {}
  for (const key of KEYS) {
    const values = [...new Set(sought[key])]
    refuseNul('what is looked for', values)
    found[key] = values.length === 0 ? new Map() : await block(tx, key, values, sought.most[key])
  }
  const points = new Map(sought.points.map((point) => [pointKey(point), point]))
  return { ...(found as Record<Block, Map<string, Candidate[]>>), points: await nearBy(tx, points, sought) }
}

export const pointKey = ({ lat, lng }: LatLng): string => `${lat},${lng}`

async function block(
  tx: Writing,
  key: Block,
  values: readonly string[],
  most: number,
): Promise<Map<string, Candidate[]>> {
  const { from, where } = BLOCKS[key]
  if (tx.sqlite !== null) {
    const look = tx.sqlite.prepare(`select ${COLUMNS} from ${from} ${JOINED}
      where ${where} and statement.fields is not null order by statement.listing limit ?`)
    return grouped(values.map((value) => [value, look.all(value, most) as unknown as Row[]]))
  }
  const given = sql`unnest(${values}::text[]) as sought (value)`
  return lateral(tx, given, sql`sought.value`, from, sql.raw(where.replace('?', 'sought.value')), most)
}

async function nearBy(
  tx: Writing,
  points: ReadonlyMap<string, LatLng>,
  { near, most }: Sought,
): Promise<Map<string, Candidate[]>> {
  if (points.size === 0) return new Map()
  const boxes = [...points].map(([key, point]) => [key, boxAround(point, near)] as const)
  if (tx.sqlite !== null) {
    const look = tx.sqlite.prepare(`select ${COLUMNS} from statement ${JOINED}
      where ${NEAR} and statement.fields is not null order by statement.listing limit ?`)
    return grouped(
      boxes.map(([key, [west, south, east, north]]) => {
        const given: SQLInputValue[] = [south, north, west, east, most.points]
        return [key, look.all(...given) as unknown as Row[]]
      }),
    )
  }
  const side = (at: 0 | 1 | 2 | 3) => boxes.map(([, box]) => box[at])
  const given = sql`unnest(${boxes.map(([key]) => key)}::text[], ${side(0)}::double precision[],
    ${side(1)}::double precision[], ${side(2)}::double precision[], ${side(3)}::double precision[])
    as sought (value, west, south, east, north)`
  const where = sql`statement.lat between sought.south and sought.north
    and statement.lng between sought.west and sought.east`
  return lateral(tx, given, sql`sought.value`, 'statement', where, most.points)
}

/** PostgreSQL looks up all values in one question, each cut on its own. */
async function lateral(
  { db }: Writing,
  given: RawBuilder<unknown>,
  value: RawBuilder<unknown>,
  from: string,
  where: RawBuilder<unknown>,
  most: number,
): Promise<Map<string, Candidate[]>> {
  const { rows } = await sql<Row>`select ${value} as sought, found.* from ${given} cross join lateral (
      select ${sql.raw(COLUMNS)} from ${sql.raw(from)} ${sql.raw(JOINED)}
      where ${where} and statement.fields is not null order by statement.listing limit ${most}
    ) as found`.execute(db)
  return grouped([...Map.groupBy(rows, ({ sought }) => sought)])
}

function grouped(found: readonly (readonly [string, readonly Row[]])[]): Map<string, Candidate[]> {
  return new Map(found.flatMap(([key, rows]) => (rows.length === 0 ? [] : [[key, rows.map(candidate)]])))
}

function candidate({ key, source, listing, name, postcode, phone, host, lat, lng, org_ids }: Row): Candidate {
  const point = lat === null || lng === null ? null : { lat, lng }
  const orgIds: string[] = org_ids === null ? [] : JSON.parse(org_ids)
  return { key: key ?? '', source, listing, name, postcode, point, phone, host, orgIds }
}
