/** How long a sign-in lasts: a rule read against the clock at each page, so that no timer has to run (OWASP ASVS 7.3). */
import type { Grant, Role } from '../store/people/grant.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Roles that reach beyond one group: a browser left open in an office must not stay open. */
const SHORT: readonly Role[] = ['desk', 'administrator']
/** Without a page asked for. Milliseconds. */
const SHORT_IDLE_MS = 30 * MINUTE
/** However busy. Milliseconds. */
const SHORT_LONGEST_MS = 12 * HOUR
/** A volunteer's own phone, used once a month. Milliseconds. */
const IDLE_MS = 30 * DAY
/** After half a year everybody proves their address again. Milliseconds. */
export const LONGEST_MS = 180 * DAY
/** That somebody was here is written at most so often: a write a page would be one too many. Milliseconds. */
const SEEN_EVERY_MS = MINUTE
/** Contacts and the like may be changed so long after a code was typed in. Milliseconds. */
const FRESH_MS = 30 * MINUTE

type Times = { createdAt: Date; seenAt: Date }

/** False: it has ended by itself. */
export function stillLasts({ createdAt, seenAt }: Times, grants: readonly Grant[], now: Date): boolean {
  const short = grants.some(({ role, endedAt }) => endedAt === null && SHORT.includes(role))
  const idle = now.getTime() - seenAt.getTime()
  const age = now.getTime() - createdAt.getTime()
  return idle < (short ? SHORT_IDLE_MS : IDLE_MS) && age < (short ? SHORT_LONGEST_MS : LONGEST_MS)
}

export const worthNoting = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS

/** Whether a code from a mail was typed in shortly before: else it is asked for again, before contacts are changed. */
export function recentlyChecked(person: { checkedAt: string }, now: Date): boolean {
  const since = now.getTime() - Date.parse(person.checkedAt)
  return since >= -MINUTE && since < FRESH_MS
}
