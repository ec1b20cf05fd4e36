/** By when the desk means to decide: calendar days in London, weekends and bank holidays counted like any other day. */
import { epochDay, isoDay, londonMoment } from '../listings/clock.ts'
import { KINDS, type Kind } from './kinds.ts'

/** The day by which a matter of this kind, opened now, should be decided: "2026-11-29". */
export function targetDay(kind: Kind, now: Date): string {
  return isoDay(londonMoment(now).epochDay + KINDS[kind].target_days)
}

/** Whole days until a target day. 0: today; below: so many days late. */
export function daysLeft(targetOn: string, now: Date): number {
  return epochDay(targetOn) - londonMoment(now).epochDay
}
