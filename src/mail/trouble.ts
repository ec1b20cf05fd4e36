/** Whether mail is stuck, as the sign-in page and /readyz say it. */
import type { OutboxState } from '../store/mail/post-office.ts'

/** Minutes for which nothing goes before the sign-in page says so. */
const TROUBLE_MINUTES = 3
/** Minutes a letter may wait before the site counts as degraded. */
const LATE_MINUTES = 15

const minutesSince = (at: string, now: Date): number => (now.getTime() - Date.parse(at)) / 60_000

/** No letter goes: one has been stuck for three minutes, and none was sent in that time. */
export function isStuck({ stuckSince, lastSentAt }: OutboxState, now: Date): boolean {
  if (stuckSince === null || minutesSince(stuckSince, now) < TROUBLE_MINUTES) return false
  return lastSentAt === null || minutesSince(lastSentAt, now) >= TROUBLE_MINUTES
}

/** Letters wait that should have gone: how long the oldest of them has waited, in minutes; null: none is late. */
export function lateBy({ oldestAt }: OutboxState, now: Date): number | null {
  if (oldestAt === null) return null
  const minutes = Math.floor(minutesSince(oldestAt, now))
  return minutes > LATE_MINUTES ? minutes : null
}
