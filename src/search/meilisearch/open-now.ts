/**
 * When something runs, so that "open now" is one filter. The minutes of a week are a tree: a session is the few nodes
 * that cover it, and a minute is on 15 nodes, from itself up to the whole week. A session that does not run every week for
 * ever is listed apart: whether it runs today is worked out from its slots.
 */
import { MINUTES_A_DAY, type Moment } from '../../listings/clock.ts'
import type { Slot } from '../../listings/slots.ts'
import { NO_FROM, NO_UNTIL } from '../../listings/schedule.ts'

const WEEK = 7 * MINUTES_A_DAY
/** Leaves of the tree: the next power of two above the minutes of a week. */
const LEAVES = 2 ** 14

/** Nodes of the tree that cover every minute at which the slot may run. */
function nodesOf({ weekday, start, end }: Slot): number[] {
  const from = weekday * MINUTES_A_DAY + start
  const to = weekday * MINUTES_A_DAY + end
  return to <= WEEK ? cover(from, to) : [...cover(from, WEEK), ...cover(0, to - WEEK)]
}

/** The fewest nodes over minutes `from` to `to`, the last not included. */
function cover(from: number, to: number): number[] {
  const nodes: number[] = []
  for (let a = from + LEAVES, b = to + LEAVES; a < b; a >>= 1, b >>= 1) {
    if (a & 1) nodes.push(a++)
    if (b & 1) nodes.push(--b)
  }
  return nodes
}

/** Nodes that a minute is on. */
export function nodesAt({ weekday, minutes }: Moment): number[] {
  const nodes: number[] = []
  for (let node = LEAVES + weekday * MINUTES_A_DAY + minutes; node > 0; node >>= 1) nodes.push(node)
  return nodes
}

const isWeekly = ({ from, until, weeks, nth }: Slot): boolean =>
  from === NO_FROM && until === NO_UNTIL && weeks === 1 && nth === 0

/** `always`: nodes on which it runs every week. `maybe`: nodes on which it runs in some. */
export function runningNodes(slots: readonly Slot[]): { always: number[]; maybe: number[] } {
  const timed = slots.filter(({ start, end, from }) => start >= 0 && end > start && from !== NO_UNTIL)
  const always = new Set(timed.filter(isWeekly).flatMap(nodesOf))
  const maybe = new Set(timed.filter((slot) => !isWeekly(slot)).flatMap(nodesOf))
  return { always: [...always], maybe: [...maybe] }
}

/** A slot as seven numbers. */
export const packSlot = ({ weekday, start, end, from, until, weeks, nth }: Slot): number[] => [
  ...[weekday, start, end, from, until, weeks, nth],
]
export function unpackSlot(packed: readonly number[]): Slot {
  const [weekday = 0, start = -1, end = -1, from = NO_FROM, until = NO_UNTIL, weeks = 1, nth = 0] = packed
  return { weekday, start, end, from, until, weeks, nth }
}
