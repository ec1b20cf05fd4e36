/**
 * Room by session. What was said of a session holds for it until somebody says something of the whole listing; a session
 * of which nobody spoke stands as the whole listing does. The listing counts as having room where any session has.
 */
import { londonMoment, isoDay } from '../listings/clock.ts'
import { dayOf } from '../listings/heard.ts'
import type { Session } from '../listings/session.ts'
import { sessionKeys } from '../listings/session-key.ts'
import { capacityAt, lapsesAt, UNKNOWN, type Capacity } from './capacity.ts'
import type { CapacityEvent, CapacityThresholds } from './event.ts'

/** What is known of room: the latest word on the whole, and the latest on each session. */
export type Rooms = {
  listing: { sessions: readonly Session[] }
  capacity: CapacityEvent | null
  capacities: readonly CapacityEvent[]
}

/**
 * Best first: somebody can go, somebody can wait, somebody can ask. "Not known" stands before "full": where one session
 * is full and nobody knows of the other, it is worth asking.
 */
const BEST = ['open', 'waiting', 'unknown', 'full', 'paused'] as const

/** The words that stand, one a session; `session` null: the one word on the whole listing, as no session differs. */
export function standing({ listing, capacity, capacities }: Rooms): {
  session: string | null
  event: CapacityEvent | null
}[] {
  const since = capacity === null ? Number.NEGATIVE_INFINITY : Date.parse(capacity.saidAt)
  const later = capacities.filter(({ saidAt }) => Date.parse(saidAt) > since)
  const keys = later.length === 0 ? [] : sessionKeys(listing.sessions)
  if (!later.some(({ session }) => session !== null && keys.includes(session)))
    return [{ session: null, event: capacity }]
  return keys.map((session) => ({
    session,
    event: later.find((it) => it.session === session) ?? capacity,
  }))
}

export type Room = {
  /** How the listing as a whole counts, in lists and filters. */
  whole: Capacity
  /** In the order of the sessions; [] where they do not differ. */
  sessions: { session: string; capacity: Capacity }[]
}

export function roomAt(rooms: Rooms, now: Date, thresholds: CapacityThresholds): Room {
  const each = standing(rooms).map(({ session, event }) => ({
    session,
    capacity: capacityAt(event, now, thresholds),
  }))
  const whole = BEST.flatMap((state) => each.filter(({ capacity }) => capacity.state === state))[0]
  const differ = each.some(({ capacity }) => !same(capacity, each[0]?.capacity ?? UNKNOWN))
  return {
    whole: whole?.capacity ?? UNKNOWN,
    sessions: differ
      ? each.flatMap(({ session, capacity }) => (session === null ? [] : [{ session, capacity }]))
      : [],
  }
}

const same = (a: Capacity, b: Capacity) => a.state === b.state && a.until === b.until && a.weeks === b.weeks

/**
 * The whole listing as one word with an end, for an index that has no clock. Exact about "open": it is, just until
 * `lapsesAt`. What follows afterwards (a session with a waiting list that holds longer) is left out.
 */
export function wholeWord(
  rooms: Rooms,
  thresholds: CapacityThresholds,
): { state: CapacityEvent['state']; lapsesAt: number } | null {
  const words = standing(rooms).map(({ event }) =>
    event === null ? null : { state: event.state, lapsesAt: lapsesAt(event, thresholds) },
  )
  for (const state of ['open', 'waiting'] as const) {
    const such = words.filter((word) => word?.state === state)
    if (such.length > 0) return { state, lapsesAt: Math.max(...such.map((word) => word?.lapsesAt ?? 0)) }
  }
  const [first] = words
  if (first === null || first === undefined || words.includes(null)) return null
  return { state: first.state, lapsesAt: Math.min(...words.map((word) => word?.lapsesAt ?? 0)) }
}

/**
 * All that was ever said, as words on the whole listing: what trends are counted from. Each event stands for the whole
 * as it was from then on, until the day in `until`. Any order; oldest first comes back.
 */
export function wholeHistory(
  listing: Rooms['listing'],
  events: readonly CapacityEvent[],
  thresholds: CapacityThresholds,
): CapacityEvent[] {
  const oldestFirst = [...events].sort((a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt))
  let capacity: CapacityEvent | null = null
  const bySession = new Map<string, CapacityEvent>()
  return oldestFirst.flatMap((event) => {
    if (event.session === null) capacity = event
    else bySession.set(event.session, event)
    const whole = wholeWord({ listing, capacity, capacities: [...bySession.values()] }, thresholds)
    if (whole === null || whole.lapsesAt === 0) return []
    return { ...event, session: null, state: whole.state, until: isoDay(dayOf(whole.lapsesAt) - 1) }
  })
}

/** Whether a key is one of the listing's sessions now. */
export const hasSession = (sessions: readonly Session[], key: string): boolean =>
  sessionKeys(sessions).includes(key)

/** Words that end the day before a day: what takes a word back without saying another. */
export const dayBefore = (now: Date): string => isoDay(londonMoment(now).epochDay - 1)
