/** Until when nobody is asked about a listing, because everybody knows that it is not on. */
import { capacityAt } from '../capacity/capacity.ts'
import type { CapacityThresholds } from '../capacity/event.ts'
import { epochDay, isoDay, londonMoment } from '../listings/clock.ts'
import type { Session } from '../listings/session.ts'
import type { Known } from '../store/store.ts'

export type Terms = readonly { from: string; until: string }[]

/** Last day of a break that somebody declared, of a pause of every session, or of the school holiday; null: it is on. */
export function restsUntil(
  { listing, capacity }: Pick<Known, 'listing' | 'capacity'>,
  now: Date,
  { capacity: thresholds, terms }: { capacity: CapacityThresholds; terms: Terms },
): string | null {
  const room = capacityAt(capacity, now, thresholds)
  if (room.state === 'paused' && room.until !== null) return room.until
  const { day } = londonMoment(now)
  const rests = listing.sessions.map((session) => sessionRests(session, day, terms))
  const ends = rests.filter((it) => it !== null)
  // One session that is on makes the listing one that can be asked about.
  return ends.length === 0 || ends.length < rests.length ? null : (ends.sort()[0] ?? null)
}

function sessionRests({ pauses, term_time }: Session, day: string, terms: Terms): string | null {
  const pause = pauses.find(({ from, until }) => from <= day && day <= until)
  if (pause !== undefined) return pause.until
  if (term_time !== true || terms.length === 0) return null
  if (terms.some(({ from, until }) => from <= day && day <= until)) return null
  const next = terms
    .map(({ from }) => from)
    .filter((from) => from > day)
    .sort()[0]
  return next === undefined ? null : isoDay(epochDay(next) - 1)
}
