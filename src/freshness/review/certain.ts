/** Who is asked today whatever it is worth: the listings whose money ends, as many as their turn has come to. */
import { epochDay, londonMoment } from '../../listings/clock.ts'
import { rungOf, type Rung } from '../ladder.ts'
import type { Assumptions } from './assumptions.ts'
import { moneyReason, quota, turns, type MoneyRules, type MoneyWindow, type Turn } from './money.ts'
import type { Reason } from './reasons.ts'
import type { Askable, Reviewed } from './reviewed.ts'
import { mayBeAsked, reaches, whom } from './whom.ts'

export type Certain = { it: Reviewed; rung: Rung; somebody: Askable | null; why: Reason }

/** What may still be sent today; calls and look-ups beyond it only on the last day. */
type Room = { evenly: number; letters: number; rings: number; desk: number }

/** Several listings of one person are one letter and one turn. */
export function certainToday(
  reviewed: readonly Reviewed[],
  now: Date,
  room: Room,
  { assumptions, money }: { assumptions: Assumptions; money: MoneyRules },
): Certain[] {
  const open = turns(reviewed, now, room.evenly, money).flatMap((turn) => {
    const ask = askOf(turn, now, assumptions)
    return ask === 'waits' ? [] : [{ turn, ask }]
  })
  const most = quota(
    open.map(({ turn }) => turn),
    now,
    room.evenly,
    money,
  )
  const today = londonMoment(now).epochDay
  const chosen: Certain[] = []
  const people = new Set<string>()
  let taken = 0
  for (const { ask, turn } of open) {
    if (ask === 'later') continue
    const { somebody, rung } = ask
    const along = somebody !== null && people.has(somebody.person)
    const calls = chosen.filter((it) => it.somebody === null && it.rung === rung).length
    const full =
      somebody === null
        ? calls >= (rung === 'desk' ? room.desk : room.rings) && today < turn.window.closes
        : people.size >= room.letters
    if (!along && (taken >= most || full)) continue
    if (!along) taken++
    if (somebody !== null) people.add(somebody.person)
    chosen.push(ask)
  }
  return chosen
}

/**
 * How it is asked today. later: nobody may be written to yet, and there is time. waits: a letter is out, or it is on a
 * break, and the wait is over before its day has come.
 */
function askOf({ it, window }: Turn, now: Date, assumptions: Assumptions): Certain | 'later' | 'waits' {
  const today = londonMoment(now).epochDay
  if (it.restsUntil !== null && it.restsUntil >= isoToday(now) && epochDay(it.restsUntil) < window.by)
    return 'waits'
  const there = it.askable.filter((somebody) => reaches(somebody, assumptions))
  const reach = { people: there.length, canRing: it.canRing }
  const next = rungOf(it.ladder, it.confirmed?.at ?? null, reach, now, assumptions)
  if (next === null && waitIsOver(it, assumptions, window)) return 'waits'
  const rung = next ?? rungOf(null, null, reach, now, assumptions) ?? 'desk'
  const why = moneyReason(window, it.funding?.until ?? '')
  if (rung === 'link-workers' || rung === 'desk') return { it, rung, somebody: null, why }
  const free = there.filter((somebody) => mayBeAsked(somebody, now, assumptions))
  const somebody = whom(rung, free, assumptions) ?? whom('asked', free, assumptions)
  if (somebody !== null) return { it, rung, somebody, why }
  if (today < window.by) return 'later'
  return { it, rung: it.canRing ? 'link-workers' : 'desk', somebody: null, why }
}

const isoToday = (now: Date): string => londonMoment(now).day

/** Whether the wait after the last step ends before the last day on which it must be asked. */
function waitIsOver({ ladder }: Reviewed, { waits }: Assumptions, { by }: MoneyWindow): boolean {
  if (ladder === null) return false
  return londonMoment(new Date(Date.parse(ladder.askedAt))).epochDay + waits[ladder.rung] <= by
}
