/**
 * Slots: sessions as plain numbers that need no timer. A slot is a weekday or day, a time, and the days between which
 * it holds; pauses and term times cut one session into several slots. "Open now", "next time" and the search engine
 * all read the same slots, so they can never disagree.
 */
export type Slot = {
  /** 0 Monday to 6 Sunday. */
  weekday: number
  /** Minutes after local midnight (Europe/London); both -1 where only the day is known. end may pass 1440. */
  start: number
  end: number
  /** First and last day it holds, as days since 1 January 1970; -2^31 and 2^31-1: no limit. */
  from: number
  until: number
  /** Runs each so many weeks, counted from `from` (1 or 2). */
  weeks: number
  /** Bits 0 to 4: the first to fifth such weekday of a month; bit 5: the last; 0: every week. */
  nth: number
}
