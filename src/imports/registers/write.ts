/** What a register says anew is written: its entries, and the groups it makes or gives a number to. */
import type { RegisterEntry } from '../../freshness/register-entry.ts'
import type { Organisation } from '../../listings/organisation.ts'
import type { GroupMet, NewEntry, RegistersIn } from '../../store/registers/register-store.ts'
import { nameKey } from '../matching/identity.ts'
import type { Spill, Spilled } from './spill.ts'

/** Numbers a group has at most: see listings/organisation.ts. */
const MOST_NUMBERS = 10

export type Writing = {
  registers: RegistersIn
  source: string
  newId: () => string
  /** Told of each entry that is the second of two of one name and postcode. */
  twice: (row: number, entry: RegisterEntry, first: string) => void
}
type Fresh = { row: number; entry: RegisterEntry; hash: string; twin: string | null }

const isFresh = ({ row, entry, hash }: Spilled): Fresh[] =>
  entry === undefined || hash === undefined ? [] : [{ row, entry, hash, twin: null }]

export async function writeFresh(spill: Spill, gone: readonly string[], how: Writing): Promise<void> {
  for await (const rows of spill.read()) {
    const fresh = rows.flatMap(isFresh)
    if (fresh.length === 0) continue
    await findTwins(fresh, how)
    await writeGroups(fresh, how)
    await how.registers.putEntries(fresh.map(({ entry, hash, twin }): NewEntry => ({ ...entry, hash, twin })))
  }
  if (gone.length > 0) await how.registers.markMissing(gone)
}

const likeness = (name: string, postcode: string): string => `${nameKey(name)} ${postcode}`

/** Of one name and postcode under two numbers they are the same people: a charity that became a company or a CIO. */
async function findTwins(fresh: Fresh[], { registers, twice }: Writing): Promise<void> {
  const postcodes = fresh.flatMap(({ entry: { postcode } }) => postcode ?? [])
  const here = new Set(fresh.map(({ entry }) => entry.org_id))
  const firsts = new Map<string, string>()
  for (const { org_id, name, postcode, twin } of await registers.atPostcodes([...new Set(postcodes)]))
    if (twin === null && !here.has(org_id)) firsts.set(likeness(name, postcode), org_id)
  for (const one of fresh) {
    const { name, postcode, org_id } = one.entry
    if (postcode === null) continue
    const first = firsts.get(likeness(name, postcode))
    if (first === undefined) firsts.set(likeness(name, postcode), org_id)
    else {
      one.twin = first
      twice(one.row, one.entry, first)
    }
  }
}

async function writeGroups(fresh: readonly Fresh[], { registers, source, newId }: Writing): Promise<void> {
  const asked = fresh.flatMap(({ entry: { org_id, company }, twin }) =>
    [org_id, company ?? [], twin ?? []].flat(),
  )
  const byNumber = new Map<string, GroupMet>()
  // Of two with one number, the one that runs listings comes first.
  for (const met of await registers.groupsOf(asked))
    for (const number of met.group.org_ids) if (!byNumber.has(number)) byNumber.set(number, met)
  const changed = new Map<string, { after: Organisation; before: Organisation | null }>()
  for (const { entry, twin } of fresh) {
    const numbers = [entry.org_id, entry.company, twin].filter((it) => typeof it === 'string')
    const met = numbers.map((number) => byNumber.get(number)).find((it) => it !== undefined)
    const after = met === undefined ? madeOf(entry, newId) : changedBy(entry, met, source)
    if (after === null) continue
    const before = met === undefined ? null : met.group
    // Changed twice in one batch: what it was before the batch is what counts.
    changed.set(after.id, {
      after,
      before: changed.has(after.id) ? (changed.get(after.id)?.before ?? null) : before,
    })
    const now: GroupMet =
      met === undefined ? { group: after, register: source, runs: false } : { ...met, group: after }
    for (const number of after.org_ids)
      if (byNumber.get(number)?.group.id === after.id || !byNumber.has(number)) byNumber.set(number, now)
  }
  await registers.putGroups([...changed.values()])
}

/** Only a charity that is registered becomes a group: nobody looks for one that is gone. */
function madeOf(
  { state, org_id, company, name, website }: RegisterEntry,
  newId: () => string,
): Organisation | null {
  if (state !== 'registered') return null
  const org_ids = company === null ? [org_id] : [org_id, company]
  return { id: newId(), name, org_ids, ...(website === null ? {} : { website }) }
}

/** null: there is nothing to change. A group that runs listings keeps the name people know it by. */
function changedBy(
  entry: RegisterEntry,
  { group, register, runs }: GroupMet,
  source: string,
): Organisation | null {
  const isOurs = register === source && !runs && entry.state === 'registered'
  const again = entry.state === 're-registered' ? entry.successor : null
  const more = [...(entry.state === 'merged' ? [] : [entry.org_id, entry.company]), again]
    .filter((it) => typeof it === 'string')
    .filter((number) => !group.org_ids.includes(number))
  const name = isOurs ? entry.name : group.name
  const website = group.website ?? (entry.state === 'registered' ? (entry.website ?? undefined) : undefined)
  if (more.length === 0 && name === group.name && website === group.website) return null
  const org_ids = [...group.org_ids, ...more].slice(0, MOST_NUMBERS)
  return { id: group.id, name, org_ids, ...(website === undefined ? {} : { website }) }
}
