/** Tables with a column a weekday: one cell to sessions. */
import { WEEKDAYS, type Session, type Weekday } from '../session.ts'
import { LONGEST_TEXT, sessionsFromTokens } from './text.ts'
import { tokensOf } from './tokens.ts'

/**
 * The sessions of one weekday's cell: "09:00-17:00", "9 to 12.30, 13:30-17:00". [] where it is empty or says closed,
 * null where it is not understood or names a day itself.
 */
export function sessionsFromDay(weekday: Weekday, text: string): Session[] | null {
  const tokens = text.length > LONGEST_TEXT ? null : tokensOf(text)
  if (tokens === null || tokens.some(({ is }) => is === 'day' || is === 'nth' || is === 'every')) return null
  const said = tokens.filter(({ is }) => is !== 'dash' && is !== 'slash' && is !== 'stop')
  if (said.length === 0 || (said.length === 1 && said[0]?.is === 'closed')) return []
  return sessionsFromTokens([{ is: 'day', days: [WEEKDAYS.indexOf(weekday)] }, ...tokens])
}
