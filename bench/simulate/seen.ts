/** What a directory knows: all that a policy is given. Nothing of the lives is in it but what somebody said. */
import { lapsesAt } from '../../src/capacity/capacity.ts'
import type { CapacityEvent, CapacityThresholds } from '../../src/capacity/event.ts'
import type { FundingEvent } from '../../src/funding/event.ts'
import type { KindClass } from '../../src/freshness/review/reviewed.ts'
import type { Knower } from '../../src/listings/claims.ts'

export type Seen = {
  kind: KindClass
  group: number
  /** People of its group who can be written to. */
  people: readonly number[]
  /** First day in the directory. */
  from: number
  confirmed: { day: number; by: Knower }
  /** Somebody said that it has ended: it is no longer shown. */
  ended: boolean
  room: Pick<CapacityEvent, 'state' | 'saidAt'> | null
  funding: FundingEvent | null
  /** Times its page was opened in a week, of the last half year. */
  looked: number
}

/** To whom a letter goes, and about what; a call, and a look-up by the desk, about one listing. */
export type Ask =
  { is: 'letter'; person: number; listings: readonly number[] } | { is: 'call' | 'look-up'; listing: number }

/** Tells how the last asks went, as a mail server and a link worker would. */
export type Told = {
  /** Somebody who knows said how it stands: `seen` says what. */
  heard: (listing: number, day: number) => void
  answered: (person: number, day: number) => void
  bounced: (person: number, day: number) => void
  siteGone: (listing: number, day: number) => void
  nobodyAnswered: (listing: number, day: number) => void
}

/** A policy, at work in one directory. It is made from what is seen and never given the lives. */
export type Running = {
  /** Whom to ask on this day, a Monday. */
  asks: (day: number) => Ask[]
  /** Whether a listing is shown with a doubt: "Ring first", demoted, without its badge. */
  doubts: (listing: number, day: number) => boolean
  /** What is shown of room. */
  room: (listing: number, day: number) => 'open' | 'full' | 'unknown'
} & Partial<Told>

export type Policy = {
  /** Asks about money, keeps what link workers hear, looks whether websites are there. */
  keeps: { funding: boolean; calls: boolean; links: boolean }
  start: (seen: readonly Seen[], people: number) => Running
}

/** A word on room that stands until the next one, as where it has no end. */
export const lastWord = ({ room }: Seen): 'open' | 'full' | 'unknown' =>
  room === null ? 'unknown' : room.state === 'open' ? 'open' : 'full'

/** The epoch millisecond at which a word on room stops holding by the site's own rule; 0: there is none. */
export const roomLapses = ({ room }: Seen, thresholds: CapacityThresholds): number =>
  room === null ? 0 : lapsesAt({ ...WORD, ...room }, thresholds)
const WORD = { id: '', listing: '', session: null, weeks: null, until: null, by: 'group' } as const
