/** The chance that a listing is still right: what wears away since somebody knew, and what was heard since. */
import { epochDay } from '../../listings/clock.ts'
import { heardAt } from '../../listings/heard.ts'
import type { Assumptions } from './assumptions.ts'
import type { Askable, FundingSaid, Reviewed } from './reviewed.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 365.25 * DAY_MS
/** No evidence makes it certain either way: there is always something we do not know. */
const LEAST = 0.01
/** A third letter without an answer says no more than the second. */
const MOST_SILENCES = 2

/** The last time anybody knew, and how sure that was: epoch milliseconds and 0 to 1. */
function lastKnown(
  { confirmed, editedAt }: Reviewed,
  now: Date,
  assumptions: Assumptions,
): { at: number; sure: number } {
  const at = confirmed === null ? null : heardAt(confirmed.at, now)
  if (confirmed !== null && at !== null) return { at, sure: assumptions.right_when_confirmed[confirmed.by] }
  return { at: heardAt(editedAt, now) ?? now.getTime(), sure: assumptions.right_when_typed }
}

/** Whole days since anybody knew. */
export function daysSinceKnown(it: Reviewed, now: Date, assumptions: Assumptions): number {
  return Math.floor((now.getTime() - lastKnown(it, now, assumptions).at) / DAY_MS)
}

/**
 * The chance (0 to 1) that everything a person acts on is right at `now`: it still runs, at these times, there, and
 * answers at this number. Ordinary wear is the same each day; money that ends is a step on its last day; signals and
 * letters without an answer count as odds.
 */
export function chanceRight(it: Reviewed, now: Date, assumptions: Assumptions): number {
  const { at, sure } = lastKnown(it, now, assumptions)
  const kind = it.kindClass
  const wear =
    assumptions.ends_a_year[kind] +
    assumptions.times_change_a_year[kind] +
    assumptions.moves_a_year[kind] +
    assumptions.contact_changes_a_year[kind]
  const years = (now.getTime() - at) / YEAR_MS
  const worn = sure * Math.exp(-wear * years) * stillFunded(it, at, now.getTime(), assumptions)
  const wrongOdds = ((1 - worn) / Math.max(worn, LEAST)) * doubts(it, at, now, assumptions)
  return Math.min(1 - LEAST, Math.max(LEAST, 1 / (1 + wrongOdds)))
}

/** The chance that it did not end with its money between two instants. */
function stillFunded(
  { funding, kindClass }: Reviewed,
  from: number,
  to: number,
  assumptions: Assumptions,
): number {
  if (funding !== null) {
    const over = overAt(funding)
    // "It goes on", without a day: no end is known, and it was said that there is none soon.
    if (to < over) return 1
    // Whoever confirmed after the last day knew how it went on: from then on nothing is known of the money.
    if (from < over) return funding.says === 'ends' ? assumptions.survives_said_end : assumptions.renewed
  }
  const ends =
    assumptions.ends_31_march * yearEndsBetween(from, to) +
    (1 - assumptions.ends_31_march) * Math.max(0, (to - from) / YEAR_MS)
  const lost =
    assumptions.grant_funded[kindClass] * (1 - assumptions.renewed) * (ends / assumptions.grant_years)
  return Math.exp(-lost)
}

/** The first instant after the last funded day; without a day, when such a word is a year old. Epoch milliseconds. */
export const overAt = ({ until, saidAt }: FundingSaid): number =>
  until === null ? Date.parse(saidAt) + YEAR_MS : (epochDay(until) + 1) * DAY_MS

/** How many 31 Marches passed between two instants: grants follow the financial year. */
export function yearEndsBetween(from: number, to: number): number {
  return Math.max(0, yearEndsUntil(to) - yearEndsUntil(from))
}
function yearEndsUntil(at: number): number {
  const year = new Date(at).getUTCFullYear()
  return at >= Date.UTC(year, 3, 1) ? year : year - 1
}

/** How many times likelier it makes what was heard, and not heard, if the listing is wrong. */
function doubts(it: Reviewed, from: number, now: Date, assumptions: Assumptions): number {
  let odds = 1
  for (const { kind, at } of it.signals) {
    const heard = heardAt(at, now)
    if (heard !== null && heard > from) odds *= assumptions.doubt_of_signal[kind]
  }
  for (const somebody of it.askable)
    if (somebody.lastAskedAt !== null && Date.parse(somebody.lastAskedAt) > from)
      odds *= silence(somebody, now, assumptions)
  return odds
}

/** Somebody who used to answer and is silent says something; somebody who never did says nothing. */
function silence(somebody: Askable, now: Date, assumptions: Assumptions): number {
  const { asked, answered, unanswered, lastAskedAt } = somebody
  const { answers, answers_weight: weight, ended_answer, waits } = assumptions
  const latest = lastAskedAt === null ? 0 : now.getTime() - Date.parse(lastAskedAt)
  const silent = latest < waits.asked * DAY_MS ? unanswered - 1 : unanswered
  if (silent <= 0) return 1
  const before = (answered + weight * answers) / (Math.max(answered, asked - unanswered) + weight)
  return ((1 - before * ended_answer) / (1 - before)) ** Math.min(silent, MOST_SILENCES)
}
