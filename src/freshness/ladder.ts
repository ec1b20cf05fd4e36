/**
 * The ladder of asking: asked, asked again, someone else of the group, link workers nearby, the desk. A step is due
 * from a day on and stays due; nothing here waits for a certain day, so a run that is missed or made twice costs nothing.
 */

export const RUNGS = ['asked', 'again', 'somebody-else', 'link-workers', 'desk'] as const
export type Rung = (typeof RUNGS)[number]

/** The last step that was taken for a listing; it counts only while nobody has confirmed since. */
export type LadderState = { rung: Rung; askedAt: string }

/** Days to wait after each step for an answer, from data/review.json. */
export type Waits = { [R in Rung]: number }

/** `blocked_days`: what nobody had room to ring or look into for so long begins again with a letter. */
export type LadderRules = { waits: Waits; blocked_days: number }

/** Who there is to ask: how many people of the group, and whether a link worker could ring. */
export type Reach = { people: number; canRing: boolean }

const DAY_MS = 86_400_000

/**
 * The step that is due at `now`; null: one was taken and its time is not over. What was asked before the last
 * confirmation is answered. A time that lies ahead (a clock was wrong) is waited for no longer than the wait itself.
 */
export function rungOf(
  last: LadderState | null,
  confirmedAt: string | null,
  reach: Reach,
  now: Date,
  { waits, blocked_days: blockedDays }: LadderRules,
): Rung | null {
  if (last === null || isAnswered(last, confirmedAt)) return nextRung(null, reach)
  const since = now.getTime() - Date.parse(last.askedAt)
  const wait = waits[last.rung] * DAY_MS
  if (since < wait && since > -wait) return null
  // A step nobody had room for in all that time (there are more to ring than can be rung) must not block a letter.
  if (since > wait + blockedDays * DAY_MS) return nextRung(null, reach)
  return nextRung(last.rung, reach)
}

/** Whether a word has come since the last step: then the ladder begins at its foot. */
export function isAnswered(last: LadderState, confirmedAt: string | null): boolean {
  return confirmedAt !== null && Date.parse(confirmedAt) >= Date.parse(last.askedAt)
}

/** The step after one, of those that can be taken here. After the desk it begins again: people come back. */
function nextRung(rung: Rung | null, { people, canRing }: Reach): Rung {
  const from = rung === null || rung === 'desk' ? 0 : RUNGS.indexOf(rung) + 1
  const can = { asked: people > 0, again: people > 0, 'somebody-else': people > 1, 'link-workers': canRing }
  return RUNGS.slice(from).find((it) => it === 'desk' || can[it]) ?? 'desk'
}
