/** "Are you still full?": whom to ask before a word on room lapses. Pure: whoever sends keeps no state but the letter's key. */
import { isoDay, londonMoment } from '../listings/clock.ts'
import { dayOf } from '../listings/heard.ts'
import { standing, type Rooms } from './by-session.ts'
import { lapsesAt } from './capacity.ts'
import type { CapacityEvent, CapacityThresholds } from './event.ts'

/** Days before its last day on which the group is asked. */
export const NUDGE_DAYS = 5
/** A run that was missed asks so long after it lapsed; later it is asked with everything else. Days. */
const LATE_DAYS = 7
/** Nobody is asked so soon after they said it. Days. */
const SOON_DAYS = 7

export type Nudge = {
  listing: string
  event: CapacityEvent
  /** Its last day, "2027-03-01". */
  lastDay: string
  /** For the letter: asked once about one word, however often this runs. */
  key: string
}

/** Those due now, soonest to lapse first. What a session's word says is asked of that session. */
export function nudgesDue(
  known: readonly (Rooms & { listing: Rooms['listing'] & { id: string; status: string } })[],
  now: Date,
  thresholds: CapacityThresholds,
): Nudge[] {
  const today = londonMoment(now).epochDay
  const due = known
    .filter(({ listing }) => listing.status === 'published')
    .flatMap((rooms) => {
      const events = standing(rooms).flatMap(({ event }) => (event === null ? [] : [event]))
      return [...new Set(events)].flatMap((event) => {
        const last = dayOf(lapsesAt(event, thresholds)) - 1
        const said = dayOf(Date.parse(event.saidAt))
        const asks = today >= last - NUDGE_DAYS && today <= last + LATE_DAYS && today - said >= SOON_DAYS
        return asks ? [{ listing: rooms.listing.id, event, last }] : []
      })
    })
  return due
    .sort((a, b) => a.last - b.last || (a.event.id < b.event.id ? -1 : 1))
    .map(({ listing, event, last }) => ({
      listing,
      event,
      lastDay: isoDay(last),
      key: `room-nudge:${event.id}`,
    }))
}
