/** How long the money lasts, as the public page and the API say it. */
import { fundingAt, fundingSaid, tellsOfFunding } from '../../funding/funding.ts'
import type { Known } from '../../store/store.ts'
import { ago, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import type { ListingView } from '../views.ts'

/** null: nobody said anything that still holds. */
export function fundingView(
  { site, now }: Pick<House, 'site' | 'now'>,
  known: Pick<Known, 'funding'>,
  lang: Lang,
): ListingView['funding'] {
  const text = texts(lang)
  const at = now()
  const funding = fundingAt(known.funding, at, site.funding)
  const sentence = fundingSaid(funding, at, text)
  if (sentence === null || funding.by === null || funding.saidAt === null) return null
  return {
    funding,
    sentence,
    said: text.funding.said[funding.by](ago(funding.saidAt, at, text)),
    notice: tellsOfFunding(funding, at, site.funding),
  }
}
