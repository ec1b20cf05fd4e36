/** What is known of the money of listings: the words of people, of sources, and the grants of their groups. For insiders. */
import type { ToldAward } from '../funding/award.ts'
import type { FundingThresholds, FundingTold } from '../funding/event.ts'
import { fundingOf, type Funding } from '../funding/funding.ts'
import { grantSays, lastingAward, reachesFurther } from '../funding/granted.ts'
import { londonMoment } from '../listings/clock.ts'
import type { Known, Store } from '../store/store.ts'

export type Money = FundingTold & {
  /** What counts of it now. */
  funding: Funding
  /** Of its group, the latest first; those taken back are not among them. */
  awards: ToldAward[]
}
type Asking = { store: Pick<Store, 'awards' | 'sources'>; now: Date; thresholds: FundingThresholds }

/** By the id of the listing; each of those given has an entry. */
export async function moneyOf(
  all: readonly Pick<Known, 'listing' | 'funding' | 'fundingTold'>[],
  { store, now, thresholds }: Asking,
): Promise<Map<string, Money>> {
  const groups = [...new Set(all.flatMap(({ listing }) => listing.group?.id ?? []))]
  const awards = groups.length === 0 ? new Map<string, ToldAward[]>() : await store.awards.ofGroups(groups)
  const names =
    awards.size === 0 ? new Map() : new Map((await store.sources()).map(({ id, name }) => [id, name]))
  const { day } = londonMoment(now)
  return new Map(
    all.map(({ listing, funding: person, fundingTold }) => {
      const theirs = awards.get(listing.group?.id ?? '') ?? []
      const lasting = lastingAward(theirs, day)
      const granted =
        lasting === null ? null : grantSays(lasting, listing.id, names.get(lasting.source) ?? lasting.source)
      const told = { person, source: reachesFurther(fundingTold, granted) }
      return [listing.id, { ...told, funding: fundingOf(told, now, thresholds), awards: theirs }]
    }),
  )
}

/** Of one listing. */
export async function moneyOfOne(
  known: Pick<Known, 'listing' | 'funding' | 'fundingTold'>,
  asking: Asking,
): Promise<Money> {
  const found = (await moneyOf([known], asking)).get(known.listing.id)
  if (found === undefined) throw new Error(`Nothing was found out about ${known.listing.id}`)
  return found
}
