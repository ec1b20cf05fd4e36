/** What an ask is worth: how many people it would keep from being misled. */
import type { FreshnessThresholds } from '../evidence.ts'
import type { Assumptions } from './assumptions.ts'
import { chanceRight, daysSinceKnown } from './chance.ts'
import type { Askable, Reviewed } from './reviewed.ts'

const DAY_MS = 86_400_000

/** The chance that somebody answers a letter: how they answered before, drawn to the usual while little is known. */
export function chanceOfAnswer(
  { asked, answered }: Askable,
  { answers, answers_weight }: Assumptions,
): number {
  return (answered + answers_weight * answers) / (asked + answers_weight)
}

/** People a week who act on what a listing says: those who look, and more for each a link worker points there. */
export function looksOf({ looksPerWeek, pointingsPerWeek }: Reviewed, assumptions: Assumptions): number {
  return Math.max(assumptions.looks_at_least, looksPerWeek + assumptions.pointing_is_looks * pointingsPerWeek)
}

/** The chance that it is right when an answer could come. */
export function chanceSoon(it: Reviewed, now: Date, assumptions: Assumptions): number {
  return chanceRight(it, new Date(now.getTime() + assumptions.lead_days * DAY_MS), assumptions)
}

/**
 * People who would not be misled if this were asked now: who act on it, times the chance that it is wrong by the time
 * an answer comes, times the weeks a mistake would otherwise stand, times the chance of an answer. A mistake stands as
 * long again as nobody has asked. A right listing that is about to be doubted for its age alone counts too.
 */
export function worthAsking(
  it: Reviewed,
  answer: number,
  now: Date,
  assumptions: Assumptions,
  thresholds: FreshnessThresholds,
  right = chanceSoon(it, now, assumptions),
): number {
  const days = daysSinceKnown(it, now, assumptions)
  const weeks = Math.max(days, assumptions.stands_at_least_days) / 7
  const lapses = days + assumptions.lead_days > thresholds.due_days
  const doubted = lapses ? right * assumptions.doubt_costs : 0
  return answer * (looksOf(it, assumptions) * (1 - right) * weeks + doubted)
}
