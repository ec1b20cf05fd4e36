/** Whom it would ask now, in words a person can check. Nothing is written here. */
import { planAsks, roomFor, type Ask, type Sent } from '../freshness/review-plan.ts'
import type { Assumptions } from '../freshness/review/assumptions.ts'
import type { FreshnessThresholds } from '../freshness/evidence.ts'
import type { FundingAsks } from '../funding/event.ts'
import { instantOf, londonMoment } from '../listings/clock.ts'
import type { Store } from '../store/store.ts'
import type { Asked } from '../store/reviews/asks.ts'
import { gather, type Gathered, type Settings } from './gather.ts'

export type ReviewSettings = Settings & { freshness: FreshnessThresholds; funding: FundingAsks }
export type Planned = { asks: Ask[]; gathered: Gathered }

const DAY_MS = 86_400_000
/** The job runs once a day: see app/job-list.ts. */
const EVERY_DAYS = 1

/** What was sent today, in London, in the last 28 and the last 365 days: a run made twice has nothing left to send. */
export function sentSoFar(asked: readonly Asked[], now: Date): Sent {
  const today = instantOf(londonMoment(now).epochDay, 0).toISOString()
  const month = new Date(now.getTime() - 28 * DAY_MS).toISOString()
  const letters = (some: readonly Asked[]) =>
    new Set(
      some
        .filter(({ rung }) => rung !== 'link-workers' && rung !== 'desk')
        .map((it) => `${it.person} ${it.at}`),
    ).size
  // A clock that was wrong may have written a time ahead of us: that was sent, too.
  const now24 = asked.filter(({ at }) => at >= today)
  const of = (rung: string) => now24.filter((it) => it.rung === rung).length
  return {
    lettersToday: letters(now24),
    lettersLastMonth: letters(asked.filter(({ at }) => at >= month)),
    lettersLastYear: letters(asked),
    ringsToday: of('link-workers'),
    deskToday: of('desk'),
  }
}

export async function planReviews(
  store: Store,
  now: Date,
  assumptions: Assumptions,
  settings: ReviewSettings,
): Promise<Planned> {
  const gathered = await gather(store, now, assumptions, settings)
  const asked = await store.asked(new Date(now.getTime() - 365 * DAY_MS).toISOString())
  const budget = roomFor(sentSoFar(asked, now), gathered.reviewed.length, assumptions)
  const money = { ...settings.funding, every_days: EVERY_DAYS }
  const rules = { assumptions, thresholds: settings.freshness, money }
  const asks = planAsks(gathered.reviewed, now, budget, rules)
  return { asks, gathered }
}
