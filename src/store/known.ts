/** Listings with what is known about them now: one query a kind of record, however many listings. */
import { sql, type RawBuilder } from 'kysely'
import type { Listing } from '../listings/listing.ts'
import { among, type Reading } from './bulk.ts'
import { readFields } from './fields-text.ts'
import { fundingsOf, readFunding } from './answers/funding.ts'
import { readCapacity, readConfirmation, readSignal } from './events.ts'
import { fieldsOfStatement } from './statement-text.ts'
import type { Known } from './store.ts'

export type Head = {
  no: number
  id: string
  slug: string
  group_id: string | null
  group_name: string | null
  revision: number
  change: number
  status: string
  edited_at: string
  fields: string | null
  /** Where `fields` is null: the one statement that says it all, read in the same moment. */
  said: string | null
}

/** Rows of listings, erased ones included, by a condition on "listing". */
function heads({ db }: Reading, where: RawBuilder<unknown>): Promise<{ rows: Head[] }> {
  return sql<Head>`
    select listing.no, listing.id, listing.slug, listing.group_id, organisation.name as group_name,
      listing.revision, listing.change, listing.status, listing.edited_at, listing.fields,
      case when listing.fields is null then (select statement.fields from statement
        where statement.listing = listing.no and statement.fields is not null limit 1) end as said
    from listing left join organisation on organisation.id = listing.group_id
    where ${where}`.execute(db)
}

/** One that became part of another is given as that one, under its id. */
export async function headsById(reading: Reading, ids: readonly string[]): Promise<Head[]> {
  const asked = sql`select coalesce(one.merged_into, one.no) from listing as one
    where ${among(reading.dialect, sql.ref('one.id'), ids)}`
  return (await heads(reading, sql`listing.no in (${asked})`)).rows
}
export async function headsByNumber(reading: Reading, numbers: readonly number[]): Promise<Head[]> {
  return (await heads(reading, among(reading.dialect, sql.ref('listing.no'), numbers))).rows
}
export async function headsOfGroup(reading: Reading, group: string): Promise<Head[]> {
  const own = among(reading.dialect, sql.ref('listing.group_id'), [group])
  return (await heads(reading, sql`${own} and listing.merged_into is null`)).rows
}
export async function headsAfter(reading: Reading, change: number, limit: number): Promise<Head[]> {
  return (await heads(reading, sql`listing.change > ${change} order by listing.change limit ${limit}`)).rows
}

type Said = { listing: number; source: string; imported_at: string | null }

/** Who stands behind each listing, and when a file last said so. */
async function saidOf({ db, dialect }: Reading, numbers: readonly number[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select statement.listing, statement.source,
      case when statement.key is null then null
        when statement.missing_run is null and source.complete_at > statement.seen_at then source.complete_at
        else statement.seen_at end as imported_at
    from statement left join source on source.id = statement.source
    where statement.fields is not null and ${among(dialect, sql.ref('statement.listing'), numbers)}
    order by statement.source`.execute(db)
  return rows
}

async function confirmationsOf({ db, dialect }: Reading, numbers: readonly number[]) {
  const { rows } = await sql<Parameters<typeof readConfirmation>[0] & { no: number }>`
    select listing as no, id, at, author, source, how, revision from (
      select *, row_number() over (partition by listing order by at desc, id desc) as nth from confirmation
      where ${among(dialect, sql.ref('listing'), numbers)}
    ) as ranked where nth = 1`.execute(db)
  return rows
}
async function capacitiesOf({ db, dialect }: Reading, numbers: readonly number[]) {
  const { rows } = await sql<Parameters<typeof readCapacity>[0] & { no: number }>`
    select listing as no, id, session, state, weeks, until, said_at, author from (
      select *, row_number() over (partition by listing, session order by said_at desc, id desc) as nth
      from capacity_event where ${among(dialect, sql.ref('listing'), numbers)}
    ) as ranked where nth = 1`.execute(db)
  return rows
}
async function signalsOf({ db, dialect }: Reading, numbers: readonly number[]) {
  const { rows } = await sql<Parameters<typeof readSignal>[0] & { no: number }>`
    select listing as no, id, kind, at, source, cleared_at from signal
    where cleared_at is null and ${among(dialect, sql.ref('listing'), numbers)}
    order by at desc, id`.execute(db)
  return rows
}

function listingOf(head: Head, said: readonly Said[]): Listing {
  const fields = head.fields === null ? fieldsOfStatement(head.said ?? '[]') : readFields(head.fields)
  let importedAt: string | null = null
  for (const { imported_at } of said)
    if (imported_at !== null && (importedAt === null || imported_at > importedAt)) importedAt = imported_at
  return {
    ...fields,
    id: head.id,
    slug: head.slug,
    revision: head.revision,
    change: head.change,
    group: head.group_id === null ? null : { id: head.group_id, name: head.group_name ?? '' },
    editedAt: head.edited_at,
    importedAt,
  }
}

/** Listings alone, by their short numbers; erased ones are left out. */
export async function listingsOf(reading: Reading, all: readonly Head[]): Promise<Map<number, Listing>> {
  const present = all.filter((head) => head.status !== 'erased')
  const said = Map.groupBy(
    await saidOf(
      reading,
      present.map((head) => head.no),
    ),
    (row) => row.listing,
  )
  return new Map(present.map((head) => [head.no, listingOf(head, said.get(head.no) ?? [])]))
}

/** Fills rows in, in their order. Erased ones are left out. */
export async function knownOf(reading: Reading, all: readonly Head[]): Promise<Known[]> {
  const present = all.filter((head) => head.status !== 'erased')
  if (present.length === 0) return []
  const numbers = present.map((head) => head.no)
  const [said, confirmations, capacities, signals, fundings] = await Promise.all([
    saidOf(reading, numbers),
    confirmationsOf(reading, numbers),
    capacitiesOf(reading, numbers),
    signalsOf(reading, numbers),
    fundingsOf(reading, numbers),
  ])
  const saidBy = Map.groupBy(said, (row) => row.listing)
  const confirmationBy = new Map(confirmations.map((row) => [row.no, row]))
  const capacitiesBy = Map.groupBy(capacities, (row) => row.no)
  const fundingsBy = Map.groupBy(fundings, (row) => row.no)
  const signalsBy = Map.groupBy(signals, (row) => row.no)
  return present.map((head) => {
    const own = saidBy.get(head.no) ?? []
    const confirmation = confirmationBy.get(head.no)
    const rooms = (capacitiesBy.get(head.no) ?? []).map((row) => readCapacity(row, head.id))
    const words = (fundingsBy.get(head.no) ?? []).map((row) => readFunding(row, head.id))
    return {
      listing: listingOf(head, own),
      confirmation: confirmation === undefined ? null : readConfirmation(confirmation, head.id),
      capacity: rooms.find(({ session }) => session === null) ?? null,
      capacities: rooms.filter(({ session }) => session !== null),
      funding: words.find(({ by }) => by !== 'source') ?? null,
      fundingTold: words.find(({ by }) => by === 'source') ?? null,
      signals: (signalsBy.get(head.no) ?? []).map((row) => readSignal(row, head.id)),
      sources: own.map((row) => row.source),
    }
  })
}
