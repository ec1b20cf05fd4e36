/**
 * What registers hold against groups is told to their listings: a signal, and a matter for the desk. It may be called at any
 * time and any number of times, whichever of register and listing came first: it says only what is not said yet, and takes
 * back what no longer holds. What the desk has answered is not asked again.
 */
import { targetDay } from '../../desk/target.ts'
import type { AboutOf } from '../../desk/kinds.ts'
import type { Signal } from '../../freshness/evidence.ts'
import type { KeptEntry } from '../../freshness/register-entry.ts'
import { signalsFor, type RegisterFlag } from '../../freshness/register-signals.ts'
import type { NewMatter } from '../../store/matters/matter.ts'
import type { HeardMatter, HeardSignal, Hears, RegistersIn } from '../../store/registers/register-store.ts'

/** Groups told at a time. */
const BATCH = 500

type Telling = Pick<RegistersIn, 'entriesOf' | 'numbersOf' | 'hearing' | 'heard' | 'tell' | 'clear'>
/** Signals raised, and cleared. */
export type ToldOf = { raised: number; cleared: number }

/** For whoever gives a group a number, inside the same act: `tellGroup(act.registers, group, now)`. */
export const tellGroup = (registers: Telling, group: string, now: Date): Promise<ToldOf> =>
  tellGroups(registers, [group], now)

/** For whoever imports listings: groups it named that a register holds something against. */
export async function tellTouched(
  registers: Telling & Pick<RegistersIn, 'touched'>,
  now: Date,
): Promise<ToldOf> {
  return tellGroups(registers, await registers.touched(), now)
}

export async function tellGroups(registers: Telling, groups: readonly string[], now: Date): Promise<ToldOf> {
  const told: ToldOf = { raised: 0, cleared: 0 }
  for (let at = 0; at < groups.length; at += BATCH) {
    const { raised, cleared } = await tellSome(registers, groups.slice(at, at + BATCH), now)
    told.raised += raised
    told.cleared += cleared
  }
  return told
}

async function tellSome(registers: Telling, groups: readonly string[], now: Date): Promise<ToldOf> {
  const listings = await registers.hearing(groups)
  if (listings.length === 0) return { raised: 0, cleared: 0 }
  const flags = await flagsOf(registers, [...new Set(listings.map(({ group }) => group))], now)
  const heard = await registers.heard(listings.map(({ id }) => id))
  const signalsBy = Map.groupBy(heard.signals, ({ listing }) => listing)
  const mattersBy = Map.groupBy(heard.matters, ({ listing }) => listing)
  const raise: Signal[] = []
  const open: NewMatter[] = []
  const clear: HeardSignal[] = []
  for (const listing of listings) {
    const past = { signals: signalsBy.get(listing.id) ?? [], matters: mattersBy.get(listing.id) ?? [] }
    const next = toSay(listing, flags.get(listing.group) ?? [], past, now)
    raise.push(...next.raise)
    open.push(...next.open)
    clear.push(...next.clear)
  }
  await registers.clear(clear, now.toISOString())
  await registers.tell(raise, open)
  return { raised: raise.length, cleared: clear.length }
}

/** By group. */
async function flagsOf(
  registers: Telling,
  groups: readonly string[],
  now: Date,
): Promise<Map<string, RegisterFlag[]>> {
  const numbers = await registers.numbersOf(groups)
  const own = await registers.entriesOf([...new Set([...numbers.values()].flat())])
  const later = [...new Set(own.flatMap(({ successor }) => successor ?? []))]
  const all = [...own, ...(later.length > 0 ? await registers.entriesOf(later) : [])]
  const byNumber = Map.groupBy(all, ({ org_id }) => org_id)
  return new Map(
    [...numbers].map(([group, ids]) => {
      const entries = ids.flatMap((id) => byNumber.get(id) ?? [])
      const successors = entries.flatMap(({ successor }) =>
        successor === null ? [] : (byNumber.get(successor) ?? []),
      )
      return [group, signalsFor(unique([...entries, ...successors]), ids, now)]
    }),
  )
}

const unique = (entries: readonly KeptEntry[]): KeptEntry[] => [
  ...new Map(entries.map((one) => [`${one.source} ${one.org_id}`, one])).values(),
]

type Past = { signals: readonly HeardSignal[]; matters: readonly HeardMatter[] }
type Next = { raise: Signal[]; open: NewMatter[]; clear: HeardSignal[] }

/** Pure: what must be said now of one listing, given all that was ever said of it. */
export function toSay(listing: Hears, flags: readonly RegisterFlag[], past: Past, now: Date): Next {
  const next: Next = { raise: [], open: [], clear: [] }
  const wanted = new Set<string>()
  for (const flag of flags) {
    const base = `register:${flag.kind}:${listing.id}:${flag.org_id}:${flag.on ?? flag.successor?.org_id ?? ''}`
    wanted.add(base)
    const same = past.signals.filter(({ id }) => baseOf(id) === base)
    const standing = same.find(({ clearedAt }) => clearedAt === null)
    const id = standing?.id ?? newId(base, same, past.matters)
    if (id === null) continue
    if (standing === undefined)
      next.raise.push({
        id,
        listing: listing.id,
        kind: flag.kind,
        at: now.toISOString(),
        source: flag.source,
        clearedAt: null,
      })
    if (!listing.isDraft && !past.matters.some((matter) => matter.id === `signal:${id}`))
      next.open.push(matterOf(id, listing, flag, now))
  }
  next.clear = past.signals.filter(({ id, clearedAt }) => clearedAt === null && !wanted.has(baseOf(id)))
  return next
}

const baseOf = (id: string): string => id.replace(/~\d+$/, '')

/** null: the desk has answered this. Said, taken back and said again it is a new signal. */
function newId(base: string, same: readonly HeardSignal[], matters: readonly HeardMatter[]): string | null {
  const about = matters.filter(({ id }) => baseOf(id) === `signal:${base}`)
  if (about.some(({ state }) => state !== 'withdrawn')) return null
  const times = Math.max(same.length, about.length)
  return times === 0 ? base : `${base}~${times + 1}`
}

function matterOf(id: string, listing: Hears, flag: RegisterFlag, now: Date): NewMatter {
  const { kind, org_id, name, on, successor, source } = flag
  const about: AboutOf<'signal'> = {
    signal: id,
    kind,
    words: '',
    register: { source, org_id, name, on, successor },
  }
  return {
    id: `signal:${id}`,
    kind: 'signal',
    listing: listing.id,
    group: listing.group,
    person: null,
    openedAt: now.toISOString(),
    targetOn: targetDay('signal', now),
    about,
  }
}
