/** Conflicts wait for the desk: one matter a listing and source, said anew when the source changes its mind. */
import type { AboutOf } from '../desk/kinds.ts'
import { targetDay } from '../desk/target.ts'
import { sameValue } from '../listings/same-value.ts'
import { settle, type Ranks } from '../listings/settle.ts'
import type { ImportTransaction } from '../store/import-store.ts'
import type { Matter } from '../store/matters/matter.ts'
import { conflictId } from '../store/runs/conflicts.ts'
import { conflictsOf, unanswered, type Conflict } from './conflicts.ts'
import { lineChange, type Lines } from './difference.ts'

export type Clashing = { listing: string; name: string; group: string | null; conflicts: Conflict[] }

/** What is known of conflicts in the course of one run. */
export type Conflicting = {
  source: string
  sourceName: string
  run: string
  at: string
  ranks: Ranks
  lines: Lines
  /** Open when the run began, by listing. Those left at its end were not looked at. */
  open: Map<string, Matter>
}

/** Opens what nobody has answered, and says anew what is open. */
export async function sayConflicts(
  tx: ImportTransaction,
  given: readonly Clashing[],
  how: Conflicting,
): Promise<void> {
  if (given.length === 0) return
  const kept = await tx.conflicts.kept(given.map(({ listing }) => listing))
  for (const one of given) {
    const conflicts = unanswered(one.conflicts, kept.get(one.listing))
    const before = how.open.get(one.listing)
    how.open.delete(one.listing)
    await say(tx, { ...one, conflicts }, before, how)
  }
}

async function say(
  tx: ImportTransaction,
  { listing, name, group, conflicts }: Clashing,
  before: Matter | undefined,
  { source, sourceName, run, at, lines }: Conflicting,
): Promise<void> {
  if (conflicts.length === 0) {
    if (before !== undefined) await tx.conflicts.withdraw(before.id, at)
    return
  }
  const about: AboutOf<'conflict'> = { source, name: sourceName, fields: conflicts }
  const news =
    before === undefined || !sameValue(before.about['fields'], JSON.parse(JSON.stringify(conflicts)))
  if (!news) return
  lines.add('conflict', { listing, name, changes: conflicts.map(asLine) })
  if (before !== undefined) return tx.conflicts.restate(before.id, about)
  await tx.openMatters([
    {
      id: `${conflictId(source)}${listing}:${run}`,
      kind: 'conflict',
      listing,
      group,
      person: null,
      openedAt: at,
      targetOn: targetDay('conflict', new Date(at)),
      about,
    },
  ])
}

const asLine = ({ field, shown, offered, by, said_at }: Conflict) =>
  lineChange(field, shown, offered, { source: by, by, at: said_at, how: 'form' })

/** Listings looked at together. */
const BATCH = 200

/** What was open and of which this run said nothing new: they may agree since, or somebody spoke anew. */
export async function lookAgain(tx: ImportTransaction, how: Conflicting): Promise<void> {
  const left = [...how.open.keys()]
  for (let i = 0; i < left.length; i += BATCH) {
    const known = await tx.listings(left.slice(i, i + BATCH))
    const clashing: Clashing[] = []
    for (const id of left.slice(i, i + BATCH))
      // Merged away, or erased: there is nothing left to decide.
      if (!known.has(id)) clashing.push({ listing: id, name: '', group: null, conflicts: [] })
    for (const [id, { listing, statements }] of known) {
      const settled = settle(statements, how.ranks)
      const conflicts = settled.is === 'settled' ? conflictsOf(how.source, statements, settled) : []
      clashing.push({ listing: id, name: listing.name, group: listing.group?.id ?? null, conflicts })
    }
    await sayConflicts(tx, clashing, how)
  }
}
