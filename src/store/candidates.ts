/**
 * Listings that may be the same thing, by whatever two sources can have in common. Every block is cut: a chain of
 * hundreds of branches or a building of sixty groups costs no more than a handful of rows.
 */
import { sql, type RawBuilder } from 'kysely'
import { boxAround, type Box } from '../places/geo.ts'
import type { LatLng } from '../listings/listing.ts'
import type { SQLInputValue } from 'node:sqlite'
import type { Writing } from './database.ts'
import type { Alikes, Candidate, Sought } from './import-store.ts'
import { refuseNul } from './plain-text.ts'
import type { Connection } from './sqlite.ts'

type Row = Omit<Candidate, 'point' | 'orgIds' | 'key'> & {
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
export function candidates(tx: Writing, sought: Sought): Promise<Alikes> {
  for (const key of KEYS) refuseNul('what is looked for', sought[key])
  return tx.sqlite === null ? asOneEach(tx, sought) : inTwoSteps(tx, tx.sqlite, sought)
}

export const pointKey = ({ lat, lng }: LatLng): string => `${lat},${lng}`

const boxes = ({ points, near }: Sought): [key: string, box: Box][] => [
  ...new Map(points.map((point) => [pointKey(point), boxAround(point, near)])),
]

/**
 * SQLite: numbers of rows first, which the indexes alone give, then each row once. Most rows are found by their name, their
 * postcode and their telephone alike.
 */
async function inTwoSteps({ db }: Writing, sqlite: Connection, sought: Sought): Promise<Alikes> {
  const numbers: { [K in keyof Alikes]?: [string, number[]][] } = {}
  const look = (from: string, where: string) => {
    const statement = sqlite.prepare(
      `select statement.rowid from ${from} where ${where} order by statement.listing limit ?`,
    )
    return (given: SQLInputValue[]): number[] => statement.all(...given).map((row) => Number(row['rowid']))
  }
  for (const key of KEYS) {
    const { from, where } = BLOCKS[key]
    const values = [...new Set(sought[key])]
    const found = values.length > 0 ? look(from, where) : () => []
    numbers[key] = values.map((value) => [value, found([value, sought.most[key]])])
  }
  const near = look('statement', NEAR)
  numbers.points = boxes(sought).map(([key, [west, south, east, north]]) => [
    key,
    near([south, north, west, east, sought.most.points]),
  ])
  const all = [...new Set(Object.values(numbers).flatMap((block) => block.flatMap(([, found]) => found)))]
  const { rows } = await sql<Row & { no: number }>`select statement.rowid as no, ${sql.raw(COLUMNS)}
    from json_each(${JSON.stringify(all)}) as wanted join statement on statement.rowid = wanted.value
    ${sql.raw(JOINED)} where statement.fields is not null`.execute(db)
  const byNumber = new Map(rows.map((row) => [row.no, candidate(row)]))
  const block = (of: [string, number[]][] = []) =>
    new Map(
      of.flatMap(([value, found]): [string, Candidate[]][] => {
        const there = found.flatMap((number) => byNumber.get(number) ?? [])
        return there.length === 0 ? [] : [[value, there]]
      }),
    )
  const { names, postcodes, phones, hosts, orgIds, points } = numbers
  return {
    names: block(names),
    postcodes: block(postcodes),
    phones: block(phones),
    hosts: block(hosts),
    orgIds: block(orgIds),
    points: block(points),
  }
}

/** PostgreSQL: one question a kind of value, each value cut on its own. */
async function asOneEach(tx: Writing, sought: Sought): Promise<Alikes> {
  const block = (key: Block): Promise<Map<string, Candidate[]>> => {
    const values = [...new Set(sought[key])]
    if (values.length === 0) return Promise.resolve(new Map())
    const given = sql`unnest(${values}::text[]) as sought (value)`
    const where = sql.raw(BLOCKS[key].where.replace('?', 'sought.value'))
    return lateral(tx, given, BLOCKS[key].from, where, sought.most[key])
  }
  return {
    names: await block('names'),
    postcodes: await block('postcodes'),
    phones: await block('phones'),
    hosts: await block('hosts'),
    orgIds: await block('orgIds'),
    points: await nearBy(tx, sought),
  }
}

async function nearBy(tx: Writing, sought: Sought): Promise<Map<string, Candidate[]>> {
  const all = boxes(sought)
  if (all.length === 0) return new Map()
  const side = (at: 0 | 1 | 2 | 3) => all.map(([, box]) => box[at])
  const given = sql`unnest(${all.map(([key]) => key)}::text[], ${side(0)}::double precision[],
    ${side(1)}::double precision[], ${side(2)}::double precision[], ${side(3)}::double precision[])
    as sought (value, west, south, east, north)`
  const where = sql`statement.lat between sought.south and sought.north
    and statement.lng between sought.west and sought.east`
  return lateral(tx, given, 'statement', where, sought.most.points)
}

async function lateral(
  { db }: Writing,
  given: RawBuilder<unknown>,
  from: string,
  where: RawBuilder<unknown>,
  most: number,
): Promise<Map<string, Candidate[]>> {
  const { rows } = await sql<Row & { sought: string }>`
    select sought.value as sought, found.* from ${given} cross join lateral (
      select ${sql.raw(COLUMNS)} from ${sql.raw(from)} ${sql.raw(JOINED)}
      where ${where} and statement.fields is not null order by statement.listing limit ${most}
    ) as found`.execute(db)
  const found = new Map<string, Candidate[]>()
  for (const row of rows) {
    const list = found.get(row.sought) ?? []
    list.push(candidate(row))
    found.set(row.sought, list)
  }
  return found
}

function candidate({ key, source, listing, name, postcode, phone, host, lat, lng, org_ids }: Row): Candidate {
  const point = lat === null || lng === null ? null : { lat, lng }
  const orgIds: string[] = org_ids === null ? [] : JSON.parse(org_ids)
  return { key: key ?? '', source, listing, name, postcode, point, phone, host, orgIds }
}
