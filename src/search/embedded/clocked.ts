/** Sets of rows that depend on the clock. Each is kept until the moment at which it would change. */
import { instantOf, londonMoment, MINUTES_A_DAY, type Moment } from '../../listings/clock.ts'
import { nextStart, runsOn } from '../../listings/slots.ts'
import { confirmedFrom } from '../../freshness/standing.ts'
import { emptyBits, hasBit, setBit, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import { keptFor, keptWhile, type Lasting } from './kept-while.ts'
import { slotAt, slotsOfRow } from './slot-columns.ts'
import { makeWorth, type StandingDays } from './worth.ts'
import { putAgain, slottedFrom, slotsOn } from './slots-by-day.ts'

const MINUTE = 60_000
const DAY = 86_400_000

export type Clocked = {
  /** Rows with a slot, from today on, on any of the weekdays and in any of the parts of the day; none named: any. */
  slots(now: number, days: readonly string[], times: readonly string[]): Bits
  /** Rows where something runs now. */
  open(now: number): Bits
  /** Rows that said they have room, and it still holds. */
  room(now: number): Bits
  /** Rows that said a last day, and it is over. */
  ended(now: number): Bits
  /** Rows confirmed within so many London days. */
  checked(now: number, days: number): Bits
  /** Standing and room of each row as one number, small is good: worthOrder of ranking.ts; AWAY more where it is away. */
  worth(now: number): Uint8Array
  /** Whole days since it was confirmed; Infinity: never. */
  daysSince(row: number, now: number): number
  /** Minutes from now until it next starts; Infinity where nothing is known. */
  minutesTo(row: number, now: number): number
}

/** `touch` says which rows changed; what is kept is put right for those alone where that is cheaper. */
export function makeClocked(
  columns: Columns,
  days: StandingDays,
): Clocked & { touch(rows: readonly number[]): void } {
  const perMinute = (now: number) => Math.floor(now / MINUTE)
  const perDay = (now: number) => londonMoment(new Date(now)).epochDay
  const slotted = keptFor(perDay, (now) => slottedFrom(columns, now))
  const open = keptFor(perMinute, (now) => openAt(columns, now))
  const room = keptWhile((now) => roomAt(columns, now))
  const ended = keptWhile((now) => endedBy(columns, now))
  const checked = keptFor(perDay, () => new Map<number, Bits>())
  const waits = keptFor(perMinute, (now) => ({
    moment: londonMoment(new Date(now)),
    minutes: new Float64Array(columns.last + 1).fill(-1),
  }))
  const worth = makeWorth(columns, days)
  let size = columns.room
  return {
    worth: worth.get,
    daysSince: (row, now) => Math.max(0, Math.floor((now - (columns.confirmedAt[row] ?? -Infinity)) / DAY)),
    slots: (now, days, times) => slotsOn(slotted.get(now), days, times),
    open: open.get,
    room: room.get,
    ended: ended.get,
    checked(now, days) {
      const known = checked.get(now).get(days) ?? confirmedWithin(columns, now, days)
      checked.get(now).set(days, known)
      return known
    },
    minutesTo(row, now) {
      const { moment, minutes } = waits.get(now)
      const known = minutes[row] ?? -1
      if (known >= 0) return known
      return (minutes[row] = minutesUntil(columns, row, moment))
    },
    touch(rows) {
      for (const kept of [open, room, ended, checked, waits]) kept.forget()
      worth.touch(rows)
      if (columns.room !== size) slotted.forget()
      size = columns.room
      const kept = slotted.kept()
      if (kept) for (const row of rows) putAgain(columns, kept, row)
    },
  }
}

/** The same answer as `openAt` of listings/slots.ts, with what cannot run now left out by weekday and time first. */
function openAt({ slots, room }: Columns, now: number): Bits {
  const { epochDay, weekday, minutes } = londonMoment(new Date(now))
  const yesterday = (weekday + 6) % 7
  const bits = emptyBits(room)
  for (let at = 0; at < slots.used; at++) {
    const on = slots.weekday[at]
    const start = slots.start[at] ?? -1
    const end = slots.end[at] ?? -1
    const row = slots.row[at] ?? 0
    if (row === 0 || start < 0) continue
    const today = on === weekday && minutes >= start && minutes < end
    const sinceYesterday = on === yesterday && minutes + MINUTES_A_DAY < end
    if (!today && !sinceYesterday) continue
    const slot = slotAt(slots, at)
    if ((today && runsOn(slot, epochDay)) || (sinceYesterday && runsOn(slot, epochDay - 1))) setBit(bits, row)
  }
  return bits
}

/** Place of "open" among the capacity states, from 1. */
const OPEN = 1

function roomAt(columns: Columns, now: number): Lasting {
  const lasting = { bits: emptyBits(columns.room), from: -Infinity, until: Infinity }
  for (let row = 1; row <= columns.last; row++) {
    if (columns.capacity[row] !== OPEN || !hasBit(columns.live, row)) continue
    const lapses = columns.lapsesAt[row] ?? 0
    if (lapses > now) {
      setBit(lasting.bits, row)
      lasting.until = Math.min(lasting.until, lapses)
    } else lasting.from = Math.max(lasting.from, lapses)
  }
  return lasting
}

function endedBy(columns: Columns, now: number): Lasting {
  const lasting = { bits: emptyBits(columns.room), from: -Infinity, until: Infinity }
  for (const [row, ends] of columns.endsAt) {
    if (ends <= now) {
      setBit(lasting.bits, row)
      lasting.from = Math.max(lasting.from, ends)
    } else lasting.until = Math.min(lasting.until, ends)
  }
  return lasting
}

function confirmedWithin(columns: Columns, now: number, days: number): Bits {
  const bits = emptyBits(columns.room)
  const since = confirmedFrom(new Date(now), days)
  const tomorrow = endOfToday(now)
  for (let row = 1; row <= columns.last; row++) {
    const at = columns.confirmedAt[row] ?? -Infinity
    if (at >= since && at < tomorrow) setBit(bits, row)
  }
  return bits
}

/** What is dated later than today was never said (listings/heard.ts). */
const endOfToday = (now: number): number => instantOf(londonMoment(new Date(now)).epochDay + 1, 0).getTime()

function minutesUntil(columns: Columns, row: number, moment: Moment): number {
  const run = nextStart(slotsOfRow(columns.slots, row), moment)
  if (!run) return Infinity
  // Where only the day is known it counts as its noon: neither before nor after everything else of that day.
  const start = run.start < 0 ? Math.max(moment.minutes, MINUTES_A_DAY / 2) : run.start
  return Math.max(0, (run.epochDay - moment.epochDay) * MINUTES_A_DAY + start - moment.minutes)
}
