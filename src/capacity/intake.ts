/** How many new people a month a group can take, against how many were pointed there: a hint, never a block. */
import { instantOf, londonMoment, monthAround, mondayOf } from '../listings/clock.ts'
import type { Text } from '../text/en.ts'

export type IntakeHint = {
  perMonth: number
  /** People pointed there and put on shortlists in this month. */
  pointed: number
  /** As many as they can take. */
  reached: boolean
}

/** null: the group names no number. */
export function intakeHint({
  perMonth,
  pointed,
}: {
  perMonth: number | null
  pointed: number
}): IntakeHint | null {
  return perMonth === null ? null : { perMonth, pointed, reached: pointed >= perMonth }
}

/** "They can take about 5 new people a month. 4 were pointed here this month." */
export function intakeSaid({ perMonth, pointed, reached }: IntakeHint, { capacity }: Text): string {
  const said = capacity.intake(perMonth, pointed)
  return reached ? `${said} ${capacity.intakeFull}` : said
}

/** Counts are kept by the week: this month is the week in which it began and those after it. That Monday, "2026-10-26". */
export function monthBegan(now: Date): string {
  const { epochDay } = londonMoment(now)
  const first = epochDay - monthAround(epochDay).date + 1
  return mondayOf(instantOf(first, 12 * 60))
}
