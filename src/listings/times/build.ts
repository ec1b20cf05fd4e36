/** Sessions from plain numbers: shared by free text, weekday columns and opening_hours. */
import { MINUTES_A_DAY } from '../clock.ts'
import { WEEKDAYS, type Session } from '../session.ts'

/** One time on some weekdays. Minutes after midnight; end null: not said. nth []: every week. */
export type Run = { days: number[]; nth: number[]; start: number; end: number | null; term: boolean }

/** A session of a run. An end past midnight becomes the clock of the next day, exactly midnight "24:00". */
export function sessionOf(run: Run): Session {
  const on = [...new Set(run.days)].sort((a, b) => a - b).flatMap((day) => WEEKDAYS[day] ?? [])
  return {
    rule: run.nth.length === 0 ? { every: 'week', on } : { every: 'month', on, nth: run.nth },
    start: clockOf(run.start),
    ...(run.end === null ? {} : { end: clockOf(run.end) }),
    ...(run.term ? { term_time: true } : {}),
    pauses: [],
  }
}

/** "09:30" of minutes after midnight. */
export function clockOf(minutes: number): string {
  const inDay = minutes > MINUTES_A_DAY ? minutes - MINUTES_A_DAY : minutes
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** True where two runs share a minute: a second time for the same hours is an exception nobody explained. */
export function anyOverlap(runs: readonly Run[]): boolean {
  return runs.some((a, n) => runs.slice(n + 1).some((b) => overlap(a, b)))
}

function overlap(a: Run, b: Run): boolean {
  const together =
    a.days.some((day) => b.days.includes(day)) &&
    (a.nth.length === 0 ||
      b.nth.length === 0 ||
      a.nth.some((n) => n === -1 || b.nth.includes(n) || b.nth.includes(-1)))
  return together && a.start < (b.end ?? b.start + 1) && b.start < (a.end ?? a.start + 1)
}
