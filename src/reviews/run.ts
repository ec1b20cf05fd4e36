/** `npm run review`: asks who is due to be asked. Made twice, late or never, nobody is asked twice and nothing is lost. */
import type { Assumptions } from '../freshness/review/assumptions.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { nudgesNow, sendNudges } from './nudge.ts'
import { planReviews, type Planned, type ReviewSettings } from './plan.ts'
import { send, tellLinkWorkers } from './send.ts'

/** What was done, or would be. A run that is stopped half-way is taken up by the next one. */
export async function runReviews(
  workshop: Workshop,
  assumptions: Assumptions,
  settings: ReviewSettings,
  { now, dryRun }: { now: Date; dryRun: boolean },
): Promise<Planned> {
  const planned = await planReviews(workshop.store, now, assumptions, settings)
  if (dryRun) return planned
  for (const ask of planned.asks) await send(ask, now, planned.gathered, workshop)
  await tellLinkWorkers(planned.asks, now, planned.gathered, workshop)
  const byLetter = planned.asks.filter(({ person }) => person !== null)
  const asked = new Set(byLetter.flatMap(({ listings }) => listings.map(({ id }) => id)))
  const nudges = nudgesNow(planned.gathered, now, settings, asked)
  await sendNudges(nudges, now, planned.gathered, workshop)
  return planned
}
