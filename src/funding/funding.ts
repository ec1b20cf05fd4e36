/** How long the money lasts, at a time, and the sentences that say it. Read against now: after the end it says so. */
import type { Knower } from '../listings/claims.ts'
import { epochDay, isoDay, londonMoment } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import type { Text } from '../text/en.ts'
import { comingDay, longDay } from '../text/format.ts'
import type { FundingEvent, FundingThresholds } from './event.ts'

/** Whom nobody could say an end to is asked again after so long; whoever said "not yet" is not asked sooner. Days. */
const PATIENCE_DAYS = { withoutEnd: 90, atLeast: 28 }

export type Funding = {
  /** none: nobody said, or it was said too long ago. ended: the day named is over, and nobody said what came then. */
  state: 'none' | 'goes-on' | 'ends' | 'unknown' | 'ended'
  /** Last funded day, where one is known. */
  until: string | null
  saidAt: string | null
  by: Knower | null
  source: string | null
}
const NONE: Funding = { state: 'none', until: null, saidAt: null, by: null, source: null }

/** A day named in a word that it goes on is when to ask again; one in any other word is when the money ends. */
export function fundingAt(event: FundingEvent | null, now: Date, thresholds: FundingThresholds): Funding {
  const said = event === null ? null : heardAt(event.saidAt, now)
  if (event === null || said === null) return NONE
  const { says, until, by, source } = event
  const about = { until, saidAt: new Date(said).toISOString(), by, source }
  const today = londonMoment(now).epochDay
  if (says === 'goes-on')
    return today > goesOnUntil(event, thresholds) ? NONE : { ...about, state: 'goes-on' }
  if (until === null)
    return today - dayOf(said) > thresholds.goes_on_days ? NONE : { ...about, state: 'unknown' }
  return { ...about, state: today > epochDay(until) ? 'ended' : says }
}

/** Last day on which "it goes on" holds: the day named, or the usual number of days. Days since 1970. */
function goesOnUntil({ until, saidAt }: FundingEvent, { goes_on_days }: FundingThresholds): number {
  return until === null ? dayOf(Date.parse(saidAt)) + goes_on_days : epochDay(until)
}

/** "Funded until 31 March. Whether it goes on is not known yet."; null where there is nothing to say. */
export function fundingSaid({ state, until }: Funding, now: Date, text: Text): string | null {
  const words = text.funding
  if (state === 'none') return null
  if (state === 'goes-on')
    return until === null ? words.goesOn : words.goesOnUntil(comingDay(until, now, text))
  if (until === null) return words.unknown
  if (state === 'ended') return words.ended(longDay(until, text))
  return words[state === 'ends' ? 'endsOn' : 'unknownUntil'](comingDay(until, now, text))
}

/** Whether the public page tells of it: an end that is near, or one that is over with no word of what came then. */
export function tellsOfFunding({ state, until }: Funding, now: Date, thresholds: FundingThresholds): boolean {
  if (until === null || state === 'none' || state === 'goes-on') return false
  const ahead = epochDay(until) - londonMoment(now).epochDay
  return ahead >= 0 ? ahead <= thresholds.notice_days : -ahead <= thresholds.goes_on_days
}

/** The end the group is asked about: "Your funding ends on 31 March. Will you go on?"; null: "What happens with it?" */
export function fundingEnd({ state, until }: Funding): string | null {
  return state === 'ends' || state === 'unknown' || state === 'ended' ? until : null
}

/**
 * The first day on which to ask about funding again; null: nothing was said, so ask with everything else. Some weeks
 * before the end that is known; where that is past already, some weeks after the last word.
 */
export function askAgain(event: FundingEvent | null, thresholds: FundingThresholds): string | null {
  if (event === null || Number.isNaN(Date.parse(event.saidAt))) return null
  const said = dayOf(Date.parse(event.saidAt))
  const end = event.says === 'goes-on' ? goesOnUntil(event, thresholds) : endOf(event)
  if (end === null) return isoDay(said + PATIENCE_DAYS.withoutEnd)
  return isoDay(Math.max(end - thresholds.ask_days, said + PATIENCE_DAYS.atLeast))
}

const endOf = ({ until }: FundingEvent): number | null => (until === null ? null : epochDay(until))
