/** The end of a run: what is gone, whether it must stop and ask, and what is left for the desk. */
import type { ImportTransaction, RunOutcome } from '../store/import-store.ts'
import { brake } from './brake.ts'
import { lookAgain, type Conflicting } from './conflict-matters.ts'
import { MOST_OF_A_KIND } from './difference.ts'
import { raiseMissing } from './missing.ts'
import type { Report } from './report.ts'
import { reportOf, type Tally } from './tally.ts'
import type { Begun } from './run.ts'

/** `whole`: what was not in the input is gone. */
export async function end(
  tx: ImportTransaction,
  tally: Tally,
  begun: Begun,
  how: Conflicting & { whole: boolean },
): Promise<RunOutcome<Report>> {
  const { workshop, source, run, now } = begun
  const { now: missing, newly } = how.whole ? await tx.markMissing() : { now: 0, newly: 0 }
  if (newly > 0) {
    for (const lost of await tx.missing.lost(MOST_OF_A_KIND)) how.lines.add('missing', lost)
    how.lines.count('missing', Math.max(0, newly - MOST_OF_A_KIND))
  }
  const { read, listings, foundAgain } = tally
  const toll = { had: foundAgain + newly, lost: newly, read, refused: listings.refused }
  const why = begun.acceptLoss ? null : brake(toll, workshop)
  if (why === null) {
    await lookAgain(tx, how)
    if (how.whole) await raiseMissing(tx, { source: source.id, run, now }, workshop.missing)
  }
  const state = why !== null ? 'refused' : begun.dryRun ? 'planned' : 'applied'
  const report = reportOf(tally, { source: source.id, run, state, why, missing })
  const difference = how.lines.done()
  begun.difference?.(difference)
  return {
    keep: why === null,
    state: why === null ? 'applied' : 'refused',
    report: JSON.stringify(report),
    value: report,
    difference,
  }
}
