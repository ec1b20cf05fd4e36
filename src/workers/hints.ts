/** Small facts beside each result for somebody who works with them: counts and an end, nothing anybody wrote. */
import { fundingEnd } from '../funding/funding.ts'
import type { FundingThresholds } from '../funding/event.ts'
import { intakeHint, type IntakeHint } from '../capacity/intake.ts'
import { londonMoment } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Known } from '../store/store.ts'
import { moneyOf } from '../upkeep/money.ts'
import { ringing } from '../upkeep/ringer.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { NOBODY, pointedTo } from './pointed.ts'

export type Hints = {
  listing: string
  pointedWeek: number
  notes: number
  /** The last funded day, where one was named. */
  fundingEnds: string | null
  intake: IntakeHint | null
}

/** By the id of the listing; those that are not theirs to see are left out. */
export async function hintsFor(
  who: SignedIn | null,
  all: readonly Known[],
  thresholds: FundingThresholds,
  workshop: Workshop,
): Promise<Map<string, Hints>> {
  const { store } = workshop
  const now = workshop.now()
  const may = await Promise.all(all.map((it) => allowed(store, ringing(who), 'see-private', it.listing)))
  const theirs = all.filter((_, at) => may[at] !== null)
  const ids = theirs.map(({ listing }) => listing.id)
  if (ids.length === 0) return new Map()
  const [notes, pointed, intakes, money] = await Promise.all([
    store.workers.notes(ids, londonMoment(now).day),
    pointedTo(workshop, ids),
    store.intakes(ids),
    moneyOf(theirs, { store, now, thresholds }),
  ])
  return new Map(
    theirs.map(({ listing: { id } }) => {
      const funding = money.get(id)?.funding
      const here = pointed.get(id) ?? NOBODY
      const intake = intakes.find(({ listing }) => listing === id)
      const hints: Hints = {
        listing: id,
        pointedWeek: here.week,
        notes: notes.filter(({ listing }) => listing === id).length,
        fundingEnds: funding === undefined ? null : fundingEnd(funding),
        intake:
          intake === undefined ? null : intakeHint({ perMonth: intake.perMonth, pointed: here.counted }),
      }
      return [id, hints]
    }),
  )
}
