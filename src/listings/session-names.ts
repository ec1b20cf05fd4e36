/** Sessions by a short name that tells them apart: "Tuesday", or "Tuesday 10am to 12" where a day has two. */
import { daysSaid, whenLine } from './schedule-words.ts'
import type { Text } from '../text/en.ts'
import type { Session } from './session.ts'
import { sessionKey } from './session-key.ts'

/** Key → name, as in the middle of a sentence, in the order of the sessions; those with one key share one name. */
export function sessionNames(sessions: readonly Session[], text: Text): Map<string, string> {
  const byKey = new Map(sessions.map((session) => [sessionKey(session), session]))
  const short = [...byKey.values()].map((session) => shortName(session, text))
  return new Map(
    [...byKey].map(([key, session], at) => {
      const name = short[at]
      const alone = name !== undefined && short.filter((it) => it === name).length === 1
      return [key, alone ? name : (whenLine([session], null, text) ?? key)]
    }),
  )
}

/** Its days; undefined where days alone do not name it (named dates, once a month). */
function shortName({ rule }: Session, text: Text): string | undefined {
  return rule.every === 'week' ? daysSaid(rule.on, text) : undefined
}
