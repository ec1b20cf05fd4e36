/** When listings meet, as columns of slots: several a row, each slot knows its row. */
import { timesOfDay, type Slot } from '../../listings/slots.ts'
import { TIMES_OF_DAY } from '../query.ts'
import { grownColumn } from './grown-column.ts'

/** Slots of one row stand together, from `first[row]` on, `count[row]` of them. A slot that is gone has row 0. */
export type SlotColumns = {
  used: number
  row: Int32Array
  weekday: Uint8Array
  start: Int16Array
  end: Int16Array
  from: Int32Array
  until: Int32Array
  weeks: Uint8Array
  nth: Uint8Array
  /** Parts of the day by overlap, a bit for each of TIMES_OF_DAY; 0: its time is not known. */
  parts: Uint8Array
  first: Int32Array
  count: Uint16Array
}

export const noSlots = (rows: number): SlotColumns => ({
  used: 0,
  row: new Int32Array(rows),
  weekday: new Uint8Array(rows),
  start: new Int16Array(rows),
  end: new Int16Array(rows),
  from: new Int32Array(rows),
  until: new Int32Array(rows),
  weeks: new Uint8Array(rows),
  nth: new Uint8Array(rows),
  parts: new Uint8Array(rows),
  first: new Int32Array(rows),
  count: new Uint16Array(rows),
})

export function growSlots(columns: SlotColumns, rows: number): void {
  columns.first = grownColumn(columns.first, rows)
  columns.count = grownColumn(columns.count, rows)
}

/** The row's slots from now on, where the ones before stood if there is room. */
export function putSlots(columns: SlotColumns, row: number, slots: readonly Slot[]): void {
  const before = columns.first[row] ?? 0
  const had = columns.count[row] ?? 0
  for (let i = 0; i < had; i++) columns.row[before + i] = 0
  const first = slots.length <= had ? before : columns.used
  if (first + slots.length > columns.row.length) makeRoom(columns, Math.max(64, (first + slots.length) * 2))
  if (first === columns.used) columns.used += slots.length
  columns.first[row] = first
  columns.count[row] = slots.length
  slots.forEach((slot, i) => putSlot(columns, first + i, row, slot))
}

function putSlot(columns: SlotColumns, at: number, row: number, slot: Slot): void {
  columns.row[at] = row
  columns.weekday[at] = slot.weekday
  columns.start[at] = slot.start
  columns.end[at] = slot.end
  columns.from[at] = slot.from
  columns.until[at] = slot.until
  columns.weeks[at] = slot.weeks
  columns.nth[at] = slot.nth
  columns.parts[at] = timesOfDay([slot]).reduce((bits, part) => bits | (1 << TIMES_OF_DAY.indexOf(part)), 0)
}

function makeRoom(columns: SlotColumns, room: number): void {
  columns.row = grownColumn(columns.row, room)
  columns.weekday = grownColumn(columns.weekday, room)
  columns.start = grownColumn(columns.start, room)
  columns.end = grownColumn(columns.end, room)
  columns.from = grownColumn(columns.from, room)
  columns.until = grownColumn(columns.until, room)
  columns.weeks = grownColumn(columns.weeks, room)
  columns.nth = grownColumn(columns.nth, room)
  columns.parts = grownColumn(columns.parts, room)
}

/** One slot again, as the rules in listings/ read it. */
export const slotAt = (columns: SlotColumns, at: number): Slot => ({
  weekday: columns.weekday[at] ?? 0,
  start: columns.start[at] ?? -1,
  end: columns.end[at] ?? -1,
  from: columns.from[at] ?? 0,
  until: columns.until[at] ?? 0,
  weeks: columns.weeks[at] ?? 1,
  nth: columns.nth[at] ?? 0,
})

/** All slots of a row. */
export function slotsOfRow(columns: SlotColumns, row: number): Slot[] {
  const first = columns.first[row] ?? 0
  return Array.from({ length: columns.count[row] ?? 0 }, (_, i) => slotAt(columns, first + i))
}
