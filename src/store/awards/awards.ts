/** Grants of groups, found by the numbers both have: a group that gets a number has its grants at once. */
import { sql, type RawBuilder } from 'kysely'
import type { ToldAward } from '../../funding/award.ts'
import { among, type Reading } from '../bulk.ts'
import type { AwardTable } from '../tables/awards.ts'

export type GroupAward = { group: string; award: ToldAward }

export type AwardsRead = {
  /** By group, the latest award first; a group that has none is not in it. One told of by two sources is given once. */
  ofGroups(groups: readonly string[]): Promise<Map<string, ToldAward[]>>
  /** Of groups known here, that end on these days or between them ("2026-11-22"), soonest first. */
  ending(from: string, to: string): Promise<GroupAward[]>
}

export const awardsRead = (reading: Reading): AwardsRead => ({
  ofGroups: (groups) => awardsOfGroups(reading, groups),
  ending: (from, to) => awardsEnding(reading, from, to),
})

type Row = Omit<AwardTable, 'nth' | 'current' | 'publisher' | 'hash'>

export function readAward(row: Row): ToldAward {
  const { id, source, title, funder, run } = row
  return {
    id,
    source,
    title,
    funder,
    funderId: row.funder_id,
    amountPence: row.amount_pence,
    awardedOn: row.awarded_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    recipient: { name: row.recipient, ids: JSON.parse(row.org_ids), postcode: row.postcode },
    run,
    gone: row.gone === 1,
  }
}

export async function awardsOfGroups(
  reading: Reading,
  groups: readonly string[],
): Promise<Map<string, ToldAward[]>> {
  const { db, dialect } = reading
  const numbers = await numbersWhere(db, among(dialect, sql.ref('org_identifier.organisation'), groups))
  const by = among(
    dialect,
    sql.ref('award_org.org_id'),
    numbers.map(({ org_id }) => org_id),
  )
  const found = joined(await awardsWhere(db, by), numbers)
  const all = Map.groupBy(found, ({ group }) => group)
  return new Map([...all].map(([group, theirs]) => [group, theirs.map(({ award }) => award)]))
}

async function awardsEnding(reading: Reading, from: string, to: string): Promise<GroupAward[]> {
  const { db, dialect } = reading
  const awards = await awardsWhere(db, sql`award.ends_on between ${from} and ${to}`)
  const ids = [...new Set(awards.map(({ org_id }) => org_id))]
  const own = await numbersWhere(db, among(dialect, sql.ref('number.org_id'), ids))
  const end = ({ award }: GroupAward): string => award.endsOn ?? ''
  return joined(awards, own).sort((a, b) => (end(a) === end(b) ? 0 : end(a) < end(b) ? -1 : 1))
}

/** A number of a group, or one of a charity that became it: the register says so. */
type Number = { org_id: string; organisation: string }

/** By a condition on "org_identifier" or "number", which is what an award has. */
async function numbersWhere(db: Reading['db'], where: RawBuilder<unknown>): Promise<Number[]> {
  const { rows } = await sql<Number>`
    select number.org_id, org_identifier.organisation from org_identifier
      join org_identifier as number on number.org_id = org_identifier.org_id
        and number.organisation = org_identifier.organisation
    where ${where}
    union select number.org_id, org_identifier.organisation from register_entry as number
      join org_identifier on org_identifier.org_id = number.successor
    where number.successor is not null and ${where}`.execute(db)
  return rows
}

type Told = Row & { org_id: string }

/** Current ones, one row for each number of the recipient; the latest award first, and of one that two sources tell of the last run's. */
async function awardsWhere(db: Reading['db'], where: RawBuilder<unknown>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select award_org.org_id, award.source, award.id, award.run, award.gone, award.title, award.funder,
      award.funder_id, award.amount_pence, award.awarded_on, award.starts_on, award.ends_on, award.recipient,
      award.postcode, award.org_ids
    from award join award_org on award_org.source = award.source and award_org.award = award.id
      and award_org.nth = award.nth
    where award.current = 1 and ${where}
    order by award.awarded_on desc, award.id, award.gone, award.run desc`.execute(db)
  return rows
}

function joined(awards: readonly Told[], numbers: readonly Number[]): GroupAward[] {
  const groups = Map.groupBy(numbers, ({ org_id }) => org_id)
  const seen = new Set<string>()
  return awards.flatMap(({ org_id, ...row }) =>
    (groups.get(org_id) ?? []).flatMap(({ organisation: group }) => {
      const key = JSON.stringify([group, row.id])
      if (seen.has(key)) return []
      seen.add(key)
      return [{ group, award: readAward(row) }]
    }),
  )
}
