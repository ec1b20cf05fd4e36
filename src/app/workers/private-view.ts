/** The page of a listing for link workers, in one language. */
import { capacityMain } from '../../capacity/capacity.ts'
import { intakeSaid } from '../../capacity/intake.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { seePrivate, type Private } from '../../workers/see.ts'
import { trust } from '../find/result.ts'
import { moneyView, type MoneyView } from '../funding/money-view.ts'
import type { House } from '../house.ts'
import { provenanceOf } from '../listing-view.ts'
import type { ListingView } from '../views.ts'
import { phonesOf, type Phone } from './phones.ts'

/** Words about room shown at most. */
const HISTORY = 12

export type PrivateView = Pick<Private, 'known' | 'notes' | 'group' | 'pointed' | 'mayNote'> &
  Pick<ReturnType<typeof trust>, 'standing' | 'standingSaid' | 'capacity' | 'capacitySaid'> & {
    /** Numbers to ring, the hidden ones too. */
    phones: Phone[]
    /** "They can take about 4 new people a month. 5 were pointed here this month." */
    intake: string | null
    money: MoneyView
    /** Newest first: what was said, by whom, when. */
    history: { main: string; by: string; at: string }[]
    /** Who said each field, and when. */
    provenance: ListingView['provenance']
  }

export type PrivatePage = { is: 'seen'; view: PrivateView } | { is: 'refused' } | { is: 'unknown' }

export async function privatePage(
  house: House,
  who: SignedIn | null,
  listing: string,
  lang: Lang,
): Promise<PrivatePage> {
  const seen = await seePrivate(who, listing, house)
  if (seen.is !== 'seen') return seen
  const { known, intake, capacities, ...rest } = seen.private
  const text = texts(lang)
  const now = house.now()
  const { standing, standingSaid, capacity, capacitySaid } = trust(house, known, now, text)
  return {
    is: 'seen',
    view: {
      known,
      ...rest,
      ...{ standing, standingSaid, capacity, capacitySaid },
      phones: phonesOf(known),
      intake: intake === null ? null : intakeSaid(intake, text),
      money: await moneyView(house, known, lang),
      history: capacities.slice(0, HISTORY).map(({ state, weeks, until, saidAt, by }) => ({
        main: capacityMain({ state, weeks, until, saidAt, by }, now, text),
        by: text.workers.room.by(text.workers.room.who[by], longDay(saidAt, text)),
        at: saidAt,
      })),
      provenance: await provenanceOf(house, known),
    },
  }
}
