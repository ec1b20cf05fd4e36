/** How the desk keeps up, counted from its matters and from whom was asked. */
import type { Asked } from '../store/reviews/asks.ts'
import type { Matter } from '../store/matters/matter.ts'
import { londonMoment } from '../listings/clock.ts'
import { daysLeft } from './target.ts'

/** Decided so long ago still counts. Days. */
export const DECIDED_DAYS = 30
/** Whoever was asked less than so long ago may still answer. Days. */
export const ANSWER_DAYS = 14
const DAY_MS = 86_400_000

export type KeepingUp = { kind: string; open: number; late: number; decided: number; inTime: number }

/** `matters`: open ones and decided ones, in any order. A day late is late, weekends and holidays too. */
export function keepingUp(matters: readonly Matter[], now: Date): KeepingUp[] {
  return [...Map.groupBy(matters, ({ kind }) => kind)].map(([kind, all]) => {
    const open = all.filter(({ state }) => state === 'open')
    const decided = all.filter(
      ({ state, decidedAt }) =>
        state === 'decided' &&
        decidedAt !== null &&
        now.getTime() - Date.parse(decidedAt) <= DECIDED_DAYS * DAY_MS,
    )
    return {
      kind,
      open: open.length,
      late: open.filter(({ targetOn }) => daysLeft(targetOn, now) < 0).length,
      decided: decided.length,
      inTime: decided.filter(
        ({ decidedAt, targetOn }) => londonMoment(new Date(decidedAt ?? '')).day <= targetOn,
      ).length,
    }
  })
}

/** Of those asked long enough ago, how many listings the group answered for. Each listing counts once. */
export function answered(asks: readonly Asked[], now: Date): { asked: number; answered: number } {
  const old = asks.filter(({ at }) => now.getTime() - Date.parse(at) >= ANSWER_DAYS * DAY_MS)
  const byListing = Map.groupBy(old, ({ listing }) => listing)
  const heard = [...byListing.values()].filter((all) => all.some(({ answeredAt }) => answeredAt !== null))
  return { asked: byListing.size, answered: heard.length }
}
