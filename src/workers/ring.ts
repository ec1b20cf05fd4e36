/** Whom link workers ring next: those in whom a call keeps most people from being misled, by the review plan's measure. */
import type { FreshnessThresholds, Signal } from '../freshness/evidence.ts'
import type { Assumptions } from '../freshness/review/assumptions.ts'
import { chanceRight } from '../freshness/review/chance.ts'
import { reasonsFor, type Reason } from '../freshness/review/reasons.ts'
import type { Reviewed } from '../freshness/review/reviewed.ts'
import { worthAsking } from '../freshness/review/worth.ts'
import { londonMoment } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { ringing } from '../upkeep/ringer.ts'
import type { Workshop } from '../upkeep/workshop.ts'

const DAY_MS = 86_400_000
/** Whoever did not answer is rung again after so many days: they may be away for a few. */
const RING_AGAIN_DAYS = 3
/** How long a call that somebody took is theirs. Minutes. */
export const TURN_MINUTES = 120

export type ToRing = { id: string; why: Reason[]; worth: number }

/**
 * Due for a call at `now`, best worth first; those the ladder of letters has handed to link workers before all others.
 * Who was rung in vain a moment ago, is on a break, or has no number is left out.
 */
export function ringOrder(
  reviewed: readonly Reviewed[],
  now: Date,
  { assumptions, thresholds }: { assumptions: Assumptions; thresholds: FreshnessThresholds },
): ToRing[] {
  const soon = new Date(now.getTime() + assumptions.lead_days * DAY_MS)
  const { day } = londonMoment(now)
  return reviewed
    .filter((it) => it.canRing && !(it.restsUntil !== null && it.restsUntil >= day))
    .filter((it) => !rungInVain(it.signals, now))
    .filter((it) => isHanded(it) || chanceRight(it, soon, assumptions) < assumptions.ask_below)
    .map((it) => ({ it, worth: worthAsking(it, assumptions.ring_answers, now, assumptions, thresholds) }))
    .sort(
      (a, b) =>
        Number(isHanded(b.it)) - Number(isHanded(a.it)) || b.worth - a.worth || (a.it.id < b.it.id ? -1 : 1),
    )
    .map(({ it, worth }) => ({ id: it.id, worth, why: reasonsFor(it, now, assumptions, thresholds) }))
}

/** Letters found nobody, and nobody has confirmed it since. */
const isHanded = ({ ladder, confirmed }: Reviewed): boolean =>
  ladder?.rung === 'link-workers' && (confirmed === null || confirmed.at < ladder.askedAt)

const rungInVain = (signals: readonly Pick<Signal, 'kind' | 'at'>[], now: Date): boolean =>
  signals.some(
    ({ kind, at }) => kind === 'rang-no-answer' && now.getTime() - Date.parse(at) < RING_AGAIN_DAYS * DAY_MS,
  )

export type TurnOutcome =
  { is: 'taken' } | { is: 'freed' } | { is: 'somebody-else' } | { is: 'refused' } | { is: 'unknown' }

/** `free`: somebody else may ring it after all. */
export async function takeTurn(
  who: SignedIn | null,
  { listing, free }: { listing: string; free: boolean },
  { store, now }: Workshop,
): Promise<TurnOutcome> {
  const at = now()
  return store.act(async (act): Promise<TurnOutcome> => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const role = await allowed(act, ringing(who), 'confirm', found.known.listing)
    if (who === null || role === null) return { is: 'refused' }
    if (free) {
      await act.workers.freeTurn(listing, who.person)
      return { is: 'freed' }
    }
    const until = new Date(at.getTime() + TURN_MINUTES * 60_000).toISOString()
    const taken = await act.workers.takeTurn({ listing, person: who.person, until }, at)
    return { is: taken ? 'taken' : 'somebody-else' }
  })
}
