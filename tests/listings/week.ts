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
  return sorted(lines)
}

/**
 * The same lines of an opening_hours string, by plain splitting and not by the reader under test. A rule for an nth
 * weekday adds to the others, as the collectors of the real texts mean it.
 */
export function linesOf(openingHours: string): string[] {
  const rules = openingHours.split(';').map((rule) => rule.trim())
  return sorted(
    rules.filter(Boolean).flatMap((rule) => {
      const [days = '', times = ''] = rule.split(' ')
      const [, first = '', last = first, nths = ''] =
        /^(\w\w)(?:-(\w\w))?(?:\[([-\d,]+)\])?$/.exec(days) ?? []
      const named = WEEKDAYS.slice(dayOf(first), dayOf(last) + 1)
      const spans = times.split(',').map((span) => span.split('-').map(minutesOf).join('-'))
      return named.flatMap((day) =>
        nths.split(',').flatMap((nth) => spans.map((span) => `${day}${nth && `[${nth}]`} ${span}`)),
      )
    }),
  )
}

const dayOf = (name: string) => WEEKDAYS.findIndex((day) => day === name.toLowerCase())

function sorted(lines: string[]): string[] {
  const day = (line: string) => WEEKDAYS.findIndex((known) => line.startsWith(known))
  return lines.sort((a, b) => day(a) - day(b) || a.localeCompare(b, 'en', { numeric: true }))
}
