/**
 * When something was said, as far as we can know now. Clocks differ and files are wrong: what is dated later today
 * counts as said now, what is dated later than that was never said.
 */
import { londonMoment } from './clock.ts'

/** Clocks of two machines may differ by so much, even over midnight. Milliseconds. */
const CLOCK_SKEW_MS = 10 * 60_000

/** The instant it was said, never after `now`; null where it lies ahead or is no instant. Epoch milliseconds. */
export function heardAt(at: string, now: Date): number | null {
  const said = Date.parse(at)
  if (Number.isNaN(said)) return null
  const ahead = said - now.getTime()
  if (ahead <= 0) return said
  const sameDay = londonMoment(new Date(said)).epochDay === londonMoment(now).epochDay
  return sameDay || ahead <= CLOCK_SKEW_MS ? now.getTime() : null
}

/** The London day of an instant, as days since 1 January 1970. */
export function dayOf(instant: number): number {
  return londonMoment(new Date(instant)).epochDay
}
