/** Whom to write to about a listing, and who must not be written to now. */
import type { Rung } from '../ladder.ts'
import type { Assumptions } from './assumptions.ts'
import type { Askable } from './reviewed.ts'
import { chanceOfAnswer } from './worth.ts'

const DAY_MS = 86_400_000

/** Whether a letter to them is worth its stamp: it arrives, and they have not left too many without an answer. */
export const reaches = (somebody: Askable, assumptions: Assumptions): boolean =>
  !somebody.bounces && chanceOfAnswer(somebody, assumptions) >= assumptions.answers_at_least

/** Who is likeliest to answer; for "somebody else" the one who was not asked last. */
export function whom(rung: Rung, there: readonly Askable[], assumptions: Assumptions): Askable | null {
  const latest = Math.max(
    ...there.map(({ lastAskedAt }) => (lastAskedAt === null ? 0 : Date.parse(lastAskedAt))),
  )
  const others =
    rung === 'somebody-else' && latest > 0
      ? there.filter(({ lastAskedAt }) => lastAskedAt === null || Date.parse(lastAskedAt) < latest)
      : there
  return others.reduce<Askable | null>(
    (best, it) =>
      best === null || chanceOfAnswer(it, assumptions) > chanceOfAnswer(best, assumptions) ? it : best,
    null,
  )
}

/** Not again within the gap, whichever way a clock was wrong, and not above the number a year. */
export function mayBeAsked(
  { lastAskedAt, askedLastYear }: Askable,
  now: Date,
  assumptions: Assumptions,
): boolean {
  if (askedLastYear >= assumptions.person_a_year) return false
  if (lastAskedAt === null) return true
  return Math.abs(now.getTime() - Date.parse(lastAskedAt)) >= assumptions.person_gap_days * DAY_MS
}
