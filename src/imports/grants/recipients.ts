/** Who received the grants of a file, each once, and whom of those here each may be. */
import type { Award } from '../../funding/award.ts'
import { registered } from '../../listings/organisation.ts'
import { nameKey } from '../matching/identity.ts'

export type Recipient = {
  /** Those of registers first: the first one is what it is called by. */
  ids: readonly string[]
  name: string
  postcode: string | null
  grants: number
  funders: string[]
  /** Of all its grants together; null: none says. */
  pence: number | null
  /** The latest end; null: none is known. */
  endsOn: string | null
}
type Told = Pick<Award, 'recipient' | 'funder' | 'amountPence' | 'endsOn'>

/** Funders named beside one recipient. */
const MOST_FUNDERS = 5

/** Found by any of their numbers, else by name; give `recipientsOf` what was gathered. */
export type Gathered = Map<string, Recipient>
export const recipientsOf = (all: Gathered): Recipient[] => [...new Set(all.values())]

/** Two numbers that stand side by side once are one recipient wherever either stands. */
export function addGrant(all: Gathered, { recipient, funder, amountPence, endsOn }: Told): void {
  const { name, ids, postcode } = recipient
  const keys = ids.length > 0 ? ids : [`name:${nameKey(name)}`]
  const before = keys.map((key) => all.get(key)).find((it) => it !== undefined)
  const one = before ?? { name, ids: [], postcode, grants: 0, funders: [], pence: null, endsOn: null }
  for (const key of keys) if (!all.has(key)) all.set(key, one)
  one.ids = [...new Set([...one.ids, ...ids])]
  one.postcode ??= postcode
  one.grants++
  if (one.funders.length < MOST_FUNDERS && !one.funders.includes(funder)) one.funders.push(funder)
  if (amountPence !== null) one.pence = (one.pence ?? 0) + amountPence
  if (endsOn !== null && endsOn > (one.endsOn ?? '')) one.endsOn = endsOn
}

/** A group with what it runs, or a listing that nobody runs yet. */
export type Side = {
  group: { id: string; name: string; ids: readonly string[] } | null
  listings: readonly { id: string; name: string; postcodes: readonly string[] }[]
}

/** Words that many names share: they tell nobody apart. */
const COMMON = new Set(
  (
    'a an and at for from in of on s the to with our all ' +
    'association band care centre charity choir church club college community company council fc foundation friends ' +
    'fund group groups hall help house hub library local network organisation parish park partnership project ' +
    'residents school service services social society sports sport support team trust uk village voluntary volunteer ' +
    'women men young youth children family families people action'
  ).split(' '),
)
/** Letters and digits of a name without its common words. */
const DISTINCT_LETTERS = 4

export function isDistinctive(key: string): boolean {
  const rare = key.split(' ').filter((word) => !COMMON.has(word))
  return rare.join('').length >= DISTINCT_LETTERS
}

/**
 * Those of one name that the desk is asked about. With a postcode on both sides it must be one of theirs, or, where the
 * name is distinctive and only one has it, of their district: a grant often goes to the treasurer's house. Without, the
 * name must be distinctive and only one may have it. One with another number in the same register is asked about only at
 * the same postcode: charities begin again under a new number.
 */
export function mayBe({ name, postcode, ids }: Recipient, named: readonly Side[]): Side[] {
  const placed = (side: Side) => side.listings.flatMap(({ postcodes }) => postcodes)
  if (postcode !== null) {
    const there = named.filter((side) => placed(side).includes(postcode))
    if (there.length > 0) return there
  }
  const [only] = named
  if (only === undefined || named.length > 1 || !isDistinctive(nameKey(name))) return []
  if (registeredOtherwise(ids, only.group?.ids ?? [])) return []
  const known = placed(only)
  return postcode === null || known.length === 0 || known.some((it) => district(it) === district(postcode))
    ? [only]
    : []
}

function registeredOtherwise(one: readonly string[], other: readonly string[]): boolean {
  const registers = new Set(one.map((id) => registered(id).register).filter((it) => it !== ''))
  return other.some((id) => registers.has(registered(id).register))
}

const district = (postcode: string): string => postcode.split(' ')[0] ?? ''
