/** Groups to invite: found by the same search as everything else, by name, by what they do and where. */
import type { SignedIn } from '../../people/signed-in.ts'
import { bodyGroups, type BodyGroups } from '../../people/umbrellas/bodies.ts'
import type { Tie } from '../../store/umbrellas/umbrella.ts'
import type { Lang } from '../../text/format.ts'
import { choicesOf } from '../../search/query.ts'
import { readQuery } from '../../search/read-query.ts'
import { find } from '../find/find.ts'
import type { House } from '../house.ts'

/** Listings looked through for their groups. */
const LOOKED_AT = 100

export type GroupFound = {
  id: string
  name: string
  listings: string[]
  /** What a body and the group have agreed, by the id of the body. */
  ties: { [umbrella: string]: Tie['state'] }
  /** False: nobody of the group would get the letter. */
  kept: boolean
}
export type GroupsFound = { bodies: BodyGroups[]; asked: boolean; groups: GroupFound[]; where: string | null }

/** Best match first. Without words and place nothing is looked for. */
export async function findGroups(
  house: House,
  who: SignedIn | null,
  asked: { what: string; where: string },
  lang: Lang,
): Promise<GroupsFound> {
  const bodies = await bodyGroups(who, house.store)
  const { what, where } = asked
  if (what === '' && where === '') return { bodies, asked: false, groups: [], where: null }
  const params = new URLSearchParams({ what, where, size: String(LOOKED_AT) })
  const read = readQuery(params, { choices: choicesOf(house.taxonomy.lists), extra: [] })
  // Too long a question finds nothing.
  if (!read.ok) return { bodies, asked: true, groups: [], where: null }
  const found = await find(house, read.query, lang)
  const groups = new Map<string, { name: string; listings: string[] }>()
  for (const { listing } of found.results)
    if (listing.group !== null) {
      const { id, name } = listing.group
      groups.set(id, { name, listings: [...(groups.get(id)?.listings ?? []), listing.name] })
    }
  const all = [...groups].map(async ([id, group]): Promise<GroupFound> => {
    const [ties, keepers] = await Promise.all([
      house.store.umbrellas.ties({ group: id }),
      house.store.grants.holders('group', id),
    ])
    const states = ties.filter(({ state }) => state !== 'ended').map((tie) => [tie.umbrella, tie.state])
    return { id, ...group, ties: Object.fromEntries(states), kept: keepers.length > 0 }
  })
  return { bodies, asked: true, groups: await Promise.all(all), where: found.where?.label ?? null }
}
