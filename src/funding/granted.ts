/** What the grants of a group say of its money: the last day that any of them pays for. */
import type { ToldAward } from './award.ts'
import type { FundingEvent } from './event.ts'

/**
 * The grant that pays longest; null: no end of any is known. Those not yet awarded are left out. One that its publisher's
 * file no longer has was given all the same: many funders publish a year at a time.
 */
export function lastingAward(awards: readonly ToldAward[], day: string): ToldAward | null {
  return awards
    .filter(({ awardedOn, endsOn }) => endsOn !== null && awardedOn <= day)
    .reduce<ToldAward | null>((last, it) => ((it.endsOn ?? '') > (last?.endsOn ?? '') ? it : last), null)
}

/**
 * The same as a word on funding: "unknown" from its end on, because a grant never says what comes after it. `source`: the
 * public name of whoever told of it.
 */
export function grantSays(award: ToldAward, listing: string, source: string): FundingEvent {
  return {
    id: `award:${award.id}`,
    listing,
    says: 'unknown',
    until: award.endsOn,
    saidAt: `${award.awardedOn}T00:00:00.000Z`,
    by: 'source',
    source,
    funder: award.funder,
  }
}

/** Of two things that sources tell, the one that reaches further. */
export function reachesFurther(one: FundingEvent | null, other: FundingEvent | null): FundingEvent | null {
  if (one === null || other === null) return one ?? other
  return (other.until ?? '') >= (one.until ?? '') ? other : one
}
