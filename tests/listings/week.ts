/** For tests only: when sessions run, as lines that can be compared: "mo 540-720", "th[1] 1140-1260", "we 660-? term". */
import { WEEKDAYS, type Session } from '../../src/listings/session.ts'
import { minutesOf } from '../../src/listings/slots.ts'

export function weekOf(sessions: readonly Session[]): string[] {
  const lines = sessions.flatMap(({ rule, start, end, term_time: term }) => {
    if (rule.every !== 'week' && rule.every !== 'month') return [JSON.stringify(rule)]
    const from = start === undefined ? '?' : String(minutesOf(start))
    const until = end === undefined ? '?' : String(minutesOf(end))
    const nths = rule.every === 'week' ? [''] : rule.nth.map((n) => `[${n}]`)
    return rule.on.flatMap((day) => nths.map((nth) => `${day}${nth} ${from}-${until}${term ? ' term' : ''}`))
  })
  return lines.sort(
    (a, b) =>
      WEEKDAYS.findIndex((day) => a.startsWith(day)) - WEEKDAYS.findIndex((day) => b.startsWith(day)) ||
      (a < b ? -1 : 1),
  )
}
