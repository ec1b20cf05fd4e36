/** What the public page and the API say of money: that it may change, where it may. Facts are for insiders. */
import { publicFunding } from '../../funding/said.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { moneyOfOne } from '../../upkeep/money.ts'
import type { House } from '../house.ts'
import type { ListingView } from '../views.ts'

/** null: there is nothing to say, or it has ended, which says more. */
export async function fundingView(
  { store, site, now }: Pick<House, 'store' | 'site' | 'now'>,
  known: Pick<Known, 'listing' | 'funding' | 'fundingTold'>,
  lang: Lang,
): Promise<ListingView['funding']> {
  if (known.listing.status === 'ended') return null
  const at = now()
  const { funding } = await moneyOfOne(known, { store, now: at, thresholds: site.funding })
  const sentence = publicFunding(funding, at, site.funding, texts(lang))
  if (sentence === null) return null
  return { sentence, over: funding.state === 'ended' }
}
