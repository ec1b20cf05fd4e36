/** How long the money lasts, at a time. Read against now: after the end it says so. Sentences: see said.ts. */
import type { Knower } from '../listings/claims.ts'
import { epochDay, isoDay, londonMoment } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import type { FundingEvent, FundingThresholds, FundingTold } from './event.ts'

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
  /** Who gave the grant that tells it; null: no grant does. */
  funder: string | null
}
const NONE: Funding = { state: 'none', until: null, saidAt: null, by: null, source: null, funder: null }

/** "It goes on until a day" is an end that is known, as in any other word: from then on nothing says that it goes on. */
export function fundingAt(event: FundingEvent | null, now: Date, thresholds: FundingThresholds): Funding {
  const said = event === null ? null : heardAt(event.saidAt, now)
  if (event === null || said === null) return NONE
  const { says, until, by, source, funder = null } = event
  const about = { until, saidAt: new Date(said).toISOString(), by, source, funder }
  const today = londonMoment(now).epochDay
  if (until !== null) return { ...about, state: today > epochDay(until) ? 'ended' : says }
  if (says === 'ends' || today - dayOf(said) > thresholds.goes_on_days) return NONE
  return { ...about, state: says }
}

/**
 * Which word counts. A person's, as they know; a source's where no person said anything that still holds, or where it
 * tells of money beyond what they said. "It goes on", without a day, silences every source while it holds.
 */
export function wordOn(
  { person, source }: FundingTold,
  now: Date,
  thresholds: FundingThresholds,
): FundingEvent | null {
  if (source === null || source.until === null || heardAt(source.saidAt, now) === null)
    return person ?? source
  const said = person === null ? null : heardAt(person.saidAt, now)
  if (person === null || said === null) return source
  if (person.until !== null) {
    const newer = person.says === 'goes-on' || source.saidAt > person.saidAt
    return newer && source.until > person.until ? source : person
  }
  const holds = person.says === 'goes-on' && fundingAt(person, now, thresholds).state === 'goes-on'
  return !holds && epochDay(source.until) >= dayOf(said) ? source : person
}

/** Of a listing: what counts of all that was told, at a time. */
export const fundingOf = (told: FundingTold, now: Date, thresholds: FundingThresholds): Funding =>
  fundingAt(wordOn(told, now, thresholds), now, thresholds)

/** Whether the public is told: an end that is near, or one that is over with no word of what came then. */
export function tellsOfFunding({ state, until }: Funding, now: Date, thresholds: FundingThresholds): boolean {
  if (until === null || state === 'none') return false
  const ahead = epochDay(until) - londonMoment(now).epochDay
  return ahead >= 0 ? ahead <= thresholds.notice_days : -ahead <= thresholds.goes_on_days
}

/** The end the group is asked about: "Your funding ends on 31 March. Will you go on?"; null: "What happens with it?" */
export function fundingEnd({ state, until }: Funding): string | null {
  return state === 'none' ? null : until
}

/**
 * The first day on which to ask about funding again; null: nothing was said, so ask with everything else. Some weeks
 * before the end that is known; where that is past already, some weeks after the last word.
 */
export function askAgain(event: FundingEvent | null, thresholds: FundingThresholds): string | null {
  if (event === null || Number.isNaN(Date.parse(event.saidAt))) return null
  const { says, until } = event
  const said = dayOf(Date.parse(event.saidAt))
  if (until === null && says !== 'goes-on') return isoDay(said + PATIENCE_DAYS.withoutEnd)
  const end = until === null ? said + thresholds.goes_on_days : epochDay(until)
  return isoDay(Math.max(end - thresholds.ask_days, said + PATIENCE_DAYS.atLeast))
}
