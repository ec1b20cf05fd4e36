/** Which rows have a slot on which weekday and in which part of the day. */
import { londonMoment } from '../../listings/clock.ts'
import { TIMES_OF_DAY } from '../query.ts'
import { WEEKDAYS } from '../../listings/session.ts'
import { add, clearBit, emptyBits, setBit, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'

/** Column after the parts of the day: slots whose time is not known. */
const NO_TIME = TIMES_OF_DAY.length

/** Slots from `today` on. The table is by weekday (0 Monday), then by part of the day; `asked` keeps unions of it. */
type Slotted = { today: number; table: Bits[][]; asked: Map<string, Bits> }

export function slottedFrom(columns: Columns, now: number): Slotted {
  const table = Array.from({ length: 7 }, () =>
    Array.from({ length: NO_TIME + 1 }, () => emptyBits(columns.room)),
  )
  const slotted = { today: londonMoment(new Date(now)).epochDay, table, asked: new Map() }
  for (let at = 0; at < columns.slots.used; at++) putSlot(columns, slotted, at)
  return slotted
}

/** Rows with a slot on any of the days and in any of the parts of the day; none named: any. */
export function slotsOn(slotted: Slotted, days: readonly string[], times: readonly string[]): Bits {
  const key = `${days.join()} ${times.join()}`
  const known = slotted.asked.get(key)
  if (known) return known
  const weekdays = slotted.table.filter((_, i) => days.length === 0 || days.includes(WEEKDAYS[i] ?? ''))
  const parts = weekdays.flatMap((day) =>
    day.filter((_, i) => times.length === 0 || times.includes(TIMES_OF_DAY[i] ?? '')),
  )
  const rows = emptyBits((slotted.table[0]?.[0]?.length ?? 0) * 32)
  for (const part of parts) add(rows, part)
  slotted.asked.set(key, rows)
  return rows
}

/** The row changed: its slots are read again. */
export function putAgain(columns: Columns, slotted: Slotted, row: number): void {
  slotted.asked.clear()
  for (const day of slotted.table) for (const bits of day) clearBit(bits, row)
  const first = columns.slots.first[row] ?? 0
  for (let i = 0; i < (columns.slots.count[row] ?? 0); i++) putSlot(columns, slotted, first + i)
}

function putSlot({ slots }: Columns, { today, table }: Slotted, at: number): void {
  const row = slots.row[at] ?? 0
  if (row === 0 || (slots.until[at] ?? 0) < today) return
  const day = table[slots.weekday[at] ?? 0] ?? []
  const parts = slots.parts[at] ?? 0
  for (const [part, bits] of day.entries())
    if (part === NO_TIME ? parts === 0 : ((parts >> part) & 1) === 1) setBit(bits, row)
}
