/** Listings that a source still tells of and of which people said something too. */
import { sql } from 'kysely'
import type { Statement } from '../../listings/claims.ts'
import { among, type Reading } from '../bulk.ts'
import { statementsOf } from '../statements.ts'
import { rulings, type Ruling } from './conflicts.ts'

export type ToldOtherwise = {
  /** To go on after it. */
  no: number
  listing: string
  /** What the source knows it by. */
  key: string
  /** All there are of the listing. */
  statements: Statement[]
  rulings: Ruling[]
}

/** In the order in which they came; `after`: the number of the last one read before. */
export async function toldOtherwise(
  reading: Reading,
  source: string,
  { after = 0, limit = 200 }: { after?: number; limit?: number } = {},
): Promise<ToldOtherwise[]> {
  const { db } = reading
  const { rows } = await sql<{ no: number; id: string; key: string }>`
    select listing.no, listing.id, statement.key from statement
    join listing on listing.no = statement.listing
    where statement.source = ${source} and statement.key is not null and statement.fields is not null
      and statement.missing_run is null and listing.status <> 'erased' and listing.no > ${after}
      and exists (select 1 from statement as person where person.listing = statement.listing
        and person.key is null and person.fields is not null)
    order by listing.no limit ${limit}`.execute(db)
  const statements = await statementsOf(reading, rows)
  const found: ToldOtherwise[] = []
  for (const { no, id, key } of rows)
    found.push({
      no,
      listing: id,
      key,
      statements: statements.get(no) ?? [],
      rulings: (await ruledOn(reading, no)) ? await rulings(reading, id) : [],
    })
  return found
}

async function ruledOn({ db, dialect }: Reading, no: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from ruling where ${among(dialect, sql.ref('listing'), [no])} limit 1`.execute(db)
  return rows.length > 0
}
