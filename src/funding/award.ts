/** A grant of money somebody told of (360Giving), and how long it lasts. Called "grant" on pages; here a grant is also what a role gives. */
import { isoDay, monthAround } from '../listings/clock.ts'

export type Award = {
  /** "360G-trafford-123": the publisher's, the same in every file. */
  id: string
  /** Id of the source that told of it. */
  source: string
  title: string
  funder: string
  /** Org-id of the funder; null: not given. */
  funderId: string | null
  /** Whole pence of pounds; null: not given, or of another currency. */
  amountPence: number | null
  /** Days, "2026-03-31". */
  awardedOn: string
  startsOn: string
  /** The last funded day: the planned end, else start and duration, else null: unknown, which is not "ended". */
  endsOn: string | null
  recipient: { name: string; ids: readonly string[]; postcode: string | null }
}

/** One that is in the store: which run told of it last, and whether the last file of its publisher still has it. */
export type ToldAward = Award & { run: string; gone: boolean }

/** Whether money of it flows on a day: it is awarded and has begun. One whose end nobody knows is not counted. */
export const isLive = (
  { awardedOn, startsOn, endsOn }: Pick<Award, 'awardedOn' | 'startsOn' | 'endsOn'>,
  day: string,
): boolean => awardedOn <= day && startsOn <= day && endsOn !== null && endsOn >= day

/** "360G-ptc" of "360G-ptc-gr-01653": whose file it is in; "" where the id does not say. */
export const publisherOf = (id: string): string => /^360g-[^-]+/i.exec(id)?.[0].toLowerCase() ?? ''

/** What a funder says of when: days, and months of a duration; null: not said. */
export type SaidDates = { start: string | null; end: string | null; months: number | null }
export type Cycle = Pick<Award, 'startsOn' | 'endsOn'>

/** From when to when money flows: as it went, else as it was planned; else from the award on, and so many months. */
export function cycleOf(awardedOn: string, planned: SaidDates, actual: SaidDates): Cycle {
  const startsOn = actual.start ?? planned.start ?? awardedOn
  const months = actual.months ?? planned.months
  const endsOn = actual.end ?? planned.end ?? (months === null ? null : lastDay(startsOn, months))
  return { startsOn, endsOn }
}

/** The last day of so many months: "2025-04-01" and 12 give "2026-03-31". A part of a month counts by days. */
export function lastDay(startsOn: string, months: number): string {
  const whole = Math.floor(months)
  const [year = 0, month = 1, date = 1] = startsOn.split('-').map(Number)
  const first = Date.UTC(year, month - 1 + whole, 1) / DAY_MS
  const { days } = monthAround(first)
  // The 31st of a month that has fewer days: the whole of it is funded.
  const before = date > days ? first + days - 1 : first + date - 2
  return isoDay(before + Math.round((months - whole) * DAYS_A_MONTH))
}
const DAY_MS = 86_400_000
const DAYS_A_MONTH = 30.4
