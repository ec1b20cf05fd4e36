/** What waits for the desk, as far as somebody may see it: oldest first, whose it is, by when it should be decided. */
import type { SignedIn } from '../people/signed-in.ts'
import { mayHere } from '../people/roles.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { KINDS } from './kinds.ts'
import { decidesAs } from './reach.ts'
import { daysLeft } from './target.ts'

/**
 * Matters of one kind read at most: a desk that is further behind sees its oldest ones. Of each kind for itself, because
 * one run can open thousands of conflicts, and what people report must not wait behind them.
 */
const READ_MAX = 5000

export const WHOSE = ['all', 'mine', 'free'] as const
export type Whose = (typeof WHOSE)[number]

export type Waits = { matter: Matter; known: Known | null; daysLeft: number }
export type Queue = { kind: string; waiting: number; late: number; mine: number; free: number }
export type Queues = { is: 'queues'; rows: Waits[]; queues: Queue[] } | { is: 'refused' }

/** `kind`: only rows of that kind; the counts of every queue are given all the same. */
export async function queues(
  who: SignedIn | null,
  { whose, kind }: { whose: Whose; kind?: string },
  { store, now }: Workshop,
): Promise<Queues> {
  if (who === null || mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const matters = await openOf(store)
  const ids = [...new Set(matters.flatMap(({ listing }) => listing ?? []))]
  const known = new Map((await store.listings(ids)).map((it) => [it.listing.id, it]))
  const at = now()
  const seen: Waits[] = []
  for (const matter of matters) {
    const about = (matter.listing !== null && known.get(matter.listing)) || null
    if ((await decidesAs(store, who, about)) === null) continue
    seen.push({ matter, known: about, daysLeft: daysLeft(matter.targetOn, at) })
  }
  const isWhose = ({ matter: { assignedTo } }: Waits) =>
    whose === 'all' || assignedTo === (whose === 'mine' ? who.person : null)
  const rows = seen.filter((it) => isWhose(it) && (kind === undefined || it.matter.kind === kind))
  return { is: 'queues', rows, queues: counted(seen, who.person) }
}

/** All kinds together, oldest first. */
async function openOf({ matters }: Workshop['store']): Promise<Matter[]> {
  const found = await Promise.all(
    Object.keys(KINDS).map((kind) => matters.list({ state: 'open', kind }, { limit: READ_MAX })),
  )
  return found
    .flat()
    .sort((a, b) => (a.openedAt === b.openedAt ? (a.id < b.id ? -1 : 1) : a.openedAt < b.openedAt ? -1 : 1))
}

function counted(seen: readonly Waits[], person: string): Queue[] {
  return [...Map.groupBy(seen, ({ matter }) => matter.kind)].map(([kind, all]) => ({
    kind,
    waiting: all.length,
    late: all.filter((it) => it.daysLeft < 0).length,
    mine: all.filter(({ matter }) => matter.assignedTo === person).length,
    free: all.filter(({ matter }) => matter.assignedTo === null).length,
  }))
}

/** Whom to take next after one was decided: the oldest of the same kind that no colleague has taken. */
export async function nextAfter(
  who: SignedIn | null,
  kind: string,
  workshop: Workshop,
): Promise<string | null> {
  const found = await queues(who, { whose: 'all', kind }, workshop)
  if (found.is !== 'queues' || who === null) return null
  const mine = ({ matter: { assignedTo } }: Waits) => assignedTo === null || assignedTo === who.person
  return found.rows.find(mine)?.matter.id ?? null
}
