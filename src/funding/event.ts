/** Somebody said, at a time, how long the money lasts and what comes after it. */
import type { Knower } from '../listings/claims.ts'

/** goes-on: it is funded on. ends: it ends on a day. unknown: nobody knows yet whether it goes on. */
export const FUNDING_SAYINGS = ['goes-on', 'ends', 'unknown'] as const

export type FundingEvent = {
  id: string
  listing: string
  says: (typeof FUNDING_SAYINGS)[number]
  /** Last funded day, "2027-03-31", as far as it is known; "ends" always has one. */
  until: string | null
  saidAt: string
  by: Knower
  /** Public name of the source where `by` is "source". */
  source: string | null
  /** Who gave the grant it was read from, where it was. Never stored here: see funding/granted.ts. */
  funder?: string
}

/** The last word of a person, and what a source or a grant tells. Neither overwrites the other: see `wordOn`. */
export type FundingTold = { person: FundingEvent | null; source: FundingEvent | null }

/** Days, from data/site.json. */
export type FundingThresholds = {
  /** "It goes on" without a day holds so long. */
  goes_on_days: number
  /** The public page tells of an end so long before it, and so long after it. */
  notice_days: number
  /** The group is asked so long before the end whether it goes on. */
  ask_days: number
}

/** When a listing whose funding ends is asked about for certain. Days, from data/site.json. */
export type FundingAsks = Pick<FundingThresholds, 'ask_days'> & {
  /** Asked again so long after the end where nobody has said how it went on. */
  ask_after_days: number
  /** Where many end on one day the asks before it are spread over so many days either side. */
  spread_days: number
  /** And those after it. */
  spread_after_days: number
}
