/**
 * A source that tells of a listing no more, again and again, is a signal: where nobody else tells of it and no person
 * confirmed it since. Read against the clock at each run, so that no timer can be missed.
 */
import type { AboutOf } from '../desk/kinds.ts'
import { targetDay } from '../desk/target.ts'
import { instantOf } from '../listings/clock.ts'
import { dayOf } from '../listings/heard.ts'
import type { ImportTransaction } from '../store/import-store.ts'

/** From data/site.json: in so many whole runs in a row, and for so many days in London. */
export type MissingLimits = { runs: number; days: number }

export async function raiseMissing(
  tx: ImportTransaction,
  { source, run, now }: { source: string; run: string; now: Date },
  { runs, days }: MissingLimits,
): Promise<void> {
  const before = instantOf(dayOf(now.getTime()) - days + 1, 0).toISOString()
  const at = now.toISOString()
  for (const { listing, group } of await tx.missing.silent({ runs, before })) {
    const id = `missing:${source}:${listing}:${run}`
    await tx.raise([{ id, listing, kind: 'missing-from-source', at, source, clearedAt: null }])
    const about: AboutOf<'signal'> = { signal: id, kind: 'missing-from-source', words: '' }
    await tx.openMatters([
      {
        id: `signal:${id}`,
        kind: 'signal',
        listing,
        group,
        person: null,
        openedAt: at,
        targetOn: targetDay('signal', now),
        about,
      },
    ])
  }
}
