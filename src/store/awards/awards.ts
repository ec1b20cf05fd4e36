/** Grants of groups, found by the numbers both have: a group that gets a number has its grants at once. */
import { sql, type RawBuilder } from 'kysely'
import type { ToldAward } from '../../funding/award.ts'
import { among, type Reading } from '../bulk.ts'
import type { AwardTable } from '../tables/awards.ts'

export type GroupAward = { group: string; award: ToldAward }

export type AwardsRead = {
  /** By group, the latest award first; a group that has none is not in it. One told of by two sources is given once. */
  ofGroups(groups: readonly string[]): Promise<Map<string, ToldAward[]>>
  /** Of groups known here, that end on these days or between them ("2026-11-22"), soonest first; not those gone. */
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

/** Awards of groups by a condition on "award" and "org_identifier"; one that two sources tell of, as the last run did. */
async function ofGroupsWhere({ db }: Reading, where: RawBuilder<unknown>): Promise<GroupAward[]> {
  const { rows } = await sql<Row & { organisation: string }>`
    select distinct org_identifier.organisation, award.source, award.id, award.run, award.gone, award.title,
      award.funder, award.funder_id, award.amount_pence, award.awarded_on, award.starts_on, award.ends_on,
      award.recipient, award.postcode, award.org_ids
    from org_identifier
      join award_org on award_org.org_id = org_identifier.org_id
      join award on award.source = award_org.source and award.id = award_org.award
        and award.nth = award_org.nth and award.current = 1
    where ${where}
    order by award.awarded_on desc, award.id, award.gone, award.run desc`.execute(db)
  const seen = new Set<string>()
  return rows.flatMap(({ organisation: group, ...row }) => {
    const key = JSON.stringify([group, row.id])
    if (seen.has(key)) return []
    seen.add(key)
    return [{ group, award: readAward(row) }]
  })
}

export async function awardsOfGroups(
  reading: Reading,
  groups: readonly string[],
): Promise<Map<string, ToldAward[]>> {
  const found = await ofGroupsWhere(
    reading,
    among(reading.dialect, sql.ref('org_identifier.organisation'), groups),
  )
  const by = Map.groupBy(found, ({ group }) => group)
  return new Map([...by].map(([group, all]) => [group, all.map(({ award }) => award)]))
}

async function awardsEnding(reading: Reading, from: string, to: string): Promise<GroupAward[]> {
  const found = await ofGroupsWhere(reading, sql`award.ends_on between ${from} and ${to} and award.gone = 0`)
  const end = ({ award }: GroupAward): string => award.endsOn ?? ''
  return found.sort((a, b) => (end(a) === end(b) ? 0 : end(a) < end(b) ? -1 : 1))
}
