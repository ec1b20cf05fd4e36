/** What the pages of groups ask of the house. */
import { wholeHistory } from '../../capacity/by-session.ts'
import { intakeHint, type IntakeHint } from '../../capacity/intake.ts'
import type { CapacityState } from '../../capacity/event.ts'
import { daysToReopen, trend, type Trend } from '../../capacity/trend.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { answer, type Answered, type Answerer } from '../../upkeep/answer.ts'
import { NOTHING } from '../../upkeep/answer-shape.ts'
import { takeBack } from '../../upkeep/take-back.ts'
import type { House } from '../house.ts'
import { linked, send, shown } from './answering.ts'
import { myListings } from './mine.ts'
import type { Filled } from './read-answer.ts'
import { countedThisMonth, screenOf, type Screen } from './screen.ts'

/** Whole months that a trend looks back over. */
const TREND_MONTHS = 6

export type RoomTrend = Trend & { months: number; reopenDays: number | null }

export const groupsDoors = (house: House) => ({
  mine: (who: SignedIn, lang: Lang) => myListings(house, who, lang),
  shown: (who: SignedIn, listing: string, lang: Lang) => shown(house, who, listing, lang),
  linked: (token: string, lang: Lang) => linked(house, token, lang),
  send: (answerer: Answerer, screen: Screen, form: Filled, lang: Lang) =>
    send(house, answerer, screen, form, lang),
  screen: (known: Known, lang: Lang) => screenOf(house, known, lang),
  /** One press: the whole listing, from now on. */
  tap: (who: SignedIn, listing: string, state: CapacityState): Promise<Answered> =>
    answer(
      { is: 'person', who },
      { ...NOTHING, listing, revision: 0, room: [{ session: null, state, weeks: null, until: null }] },
      house,
    ),
  takeBack: (who: SignedIn, listing: string, event: string) =>
    takeBack(who, { listing, event }, house, house.site.capacity),
  /** Id of the word on the whole listing that stands: what taking back refers to. */
  latestWord: async (listing: string): Promise<string | null> => {
    const [known] = await house.store.listings([listing])
    return known?.capacity?.id ?? null
  },
  /** How often it was full, and how soon it had room again: for the group, link workers and the desk. */
  trend: async (listing: string): Promise<RoomTrend | null> => {
    const found = await house.store.byId(listing)
    if (found.is !== 'listing') return null
    const events = await house.store.capacities(listing)
    const whole = wholeHistory(found.known.listing, events, house.site.capacity)
    return {
      ...trend(whole, house.now(), TREND_MONTHS, house.site.capacity),
      months: TREND_MONTHS,
      reopenDays: daysToReopen(whole, house.now()),
    }
  },
  /** What link workers are told where a group named how many it can take; null: it named no number. */
  intake: async (listing: string): Promise<IntakeHint | null> => {
    const [intake] = await house.store.intakes([listing])
    const perMonth = intake?.perMonth ?? null
    if (perMonth === null) return null
    const pointed = await countedThisMonth(house, listing, ['pointed', 'shortlisted'])
    return intakeHint({ perMonth, pointed })
  },
})
