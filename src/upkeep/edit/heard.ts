/** Times as people write them, "Tuesdays 10am to 12, not in August", as sessions to say yes to. */
import { isoDay, londonMoment } from '../../listings/clock.ts'
import type { Session } from '../../listings/session.ts'
import { sessionsFromText } from '../../listings/times/text.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const WELSH = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(
  ' ',
)
const NAMES = [...MONTHS, ...WELSH].join('|')
const NOT_IN = new RegExp(
  `[\\s,;.(-]*\\b(?:but )?(?:not|except|closed|no (?:sessions?|meetings?)|ddim|heblaw)\\s+(?:in|during|for|yn|ym)?\\s*(${NAMES})(?:\\s*(?:and|or|&|,|a|ac|to|i)\\s*(${NAMES}))?\\s*\\)?[.\\s]*$`,
  'i',
)

/** null: not understood as a whole; then only the words are kept. A month that is left out is the next one. */
export function heardTimes(text: string, now: Date): Session[] | null {
  const without = NOT_IN.exec(text)
  const sessions = sessionsFromText(without === null ? text : text.slice(0, without.index))
  if (sessions === null || without === null) return sessions
  const pauses = [without[1], without[2]].flatMap((name) =>
    name === undefined ? [] : [monthAhead(name, now)],
  )
  return sessions.map((session) => ({ ...session, pauses: [...session.pauses, ...pauses] }))
}

function monthAhead(name: string, now: Date): { from: string; until: string } {
  const small = name.toLowerCase()
  const month = Math.max(MONTHS.indexOf(small), WELSH.indexOf(small))
  const today = londonMoment(now).day
  const last = (year: number) => isoDay(Date.UTC(year, month + 1, 0) / 86_400_000)
  const year = Number(today.slice(0, 4)) + (last(Number(today.slice(0, 4))) < today ? 1 : 0)
  return { from: `${year}-${String(month + 1).padStart(2, '0')}-01`, until: last(year) }
}
