/**
 * Which weeks are told together: those of a quarter that is over, and no others. Windows that slide, or lie in each other,
 * could be subtracted: what one has and the other has not would be a figure under five. A week belongs to the quarter in
 * which its Monday lies.
 */
import { epochDay, isoDay, mondayOf } from '../listings/clock.ts'
import { quarterOf } from './missed-words.ts'

export type Quarter = {
  /** "2026-Q3" */
  id: string
  /** Monday of its first week. */
  first: string
  /** Mondays, the first one first: of a quarter that runs those whose week is over. */
  weeks: string[]
  /** Monday after its last week: from then on it is told. */
  toldFrom: string
  over: boolean
}

const dayBefore = (day: string, days: number): string => isoDay(epochDay(day) - days)

/** The quarter that the week of this Monday is in, as it stands in the week of `thisMonday`. */
function quarterAt(monday: string, thisMonday: string): Quarter {
  const id = quarterOf(monday)
  let first = monday
  while (quarterOf(dayBefore(first, 7)) === id) first = dayBefore(first, 7)
  const weeks: string[] = []
  let next = first
  for (; quarterOf(next) === id; next = dayBefore(next, -7)) if (next < thisMonday) weeks.push(next)
  return { id, first, weeks, toldFrom: next, over: next <= thisMonday }
}

/** The one that runs first, then so many that are over, the latest first. */
export function quartersAt(now: Date, over: number): [Quarter, ...Quarter[]] {
  const thisMonday = mondayOf(now)
  const running = quarterAt(thisMonday, thisMonday)
  const found: [Quarter, ...Quarter[]] = [running]
  for (let last = running; found.length <= over; found.push(last))
    last = quarterAt(dayBefore(last.first, 7), thisMonday)
  return found
}
