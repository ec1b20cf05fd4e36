/** Sending people somewhere is counted by listing and day, for a week: what the order of equals goes by. */
import { epochDay, isoDay, londonMoment } from '../listings/clock.ts'
import type { Act } from '../store/act.ts'
import type { How } from '../store/sent.ts'

/** Whole days before today whose counts the order goes by. */
export const WEEK_DAYS = 7
/** Days that are kept, today included: a day more than is read. */
const KEPT_DAYS = 9
/**
 * Of followed shared links so many a day and listing count: anybody can follow one again and again, and nobody shall
 * push a group down by it. A link worker's word counts once a day (once-a-day.ts).
 */
export const SHARED_A_DAY = 2
/**
 * And so many a week for a whole group: just enough to be seen (LEAST_SENT of search/fairness.ts), so that whoever follows
 * the links of a rival every day pushes it back by the first step and never by another.
 */
export const SHARED_A_WEEK = 5

/** One more, or one fewer, on the London day of `now`. */
export async function countSent(
  act: Pick<Act, 'send'>,
  { listing, how, count }: { listing: string; how: How; count: number },
  now: Date,
): Promise<void> {
  const { day } = londonMoment(now)
  const keepFrom = isoDay(epochDay(day) - KEPT_DAYS + 1)
  await act.send([{ listing, day, how, count }], { keepFrom, most: how === 'shared' ? SHARED_A_DAY : null })
}
