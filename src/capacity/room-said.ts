/** The one sentence on room, with what differs between sessions: "Tuesday: full; Thursday: room for new people". */
import type { Said } from '../freshness/standing.ts'
import type { Session } from '../listings/session.ts'
import { capital } from '../listings/schedule-words.ts'
import { sessionNames } from '../listings/session-names.ts'
import type { Text } from '../text/en.ts'
import { listOf } from '../text/format.ts'
import type { Room } from './by-session.ts'
import { capacityMain, capacitySaid } from './capacity.ts'

/** Sessions that stand alike are named together, in the order of the week. `named`: "said by the group yesterday". */
export function roomSaid(
  { whole, sessions: differing }: Room,
  sessions: readonly Session[],
  now: Date,
  text: Text,
  named = false,
): Said {
  const said = capacitySaid(whole, now, text, named)
  if (differing.length === 0) return said
  const names = sessionNames(sessions, text)
  const alike = Map.groupBy(differing, ({ capacity }) => capacityMain(capacity, now, text))
  const parts = [...alike].map(([state, those]) =>
    text.capacity.bySession(
      capital(
        listOf(
          those.map(({ session }) => names.get(session) ?? session),
          text,
        ),
      ),
      lower(state),
    ),
  )
  return { main: parts.join('; '), detail: said.detail }
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
