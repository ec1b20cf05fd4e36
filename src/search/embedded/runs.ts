/** When listings run, as columns of slots: several a row, each slot knows its row. */
import { timesOfDay, type Slot } from '../../listings/slots.ts'
import { TIMES_OF_DAY } from '../query.ts'
import { grownColumn } from './grown-column.ts'

/** Slots of one row stand together, from `first[row]` on, `count[row]` of them. A slot that is gone has row 0. */
export type Runs = {
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

export const noRuns = (rows: number): Runs => ({
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

export function growRuns(runs: Runs, rows: number): void {
  runs.first = grownColumn(runs.first, rows)
  runs.count = grownColumn(runs.count, rows)
}

/** The row's slots from now on, where the ones before stood if there is room. */
export function putRuns(runs: Runs, row: number, slots: readonly Slot[]): void {
  const before = runs.first[row] ?? 0
  const had = runs.count[row] ?? 0
  for (let i = 0; i < had; i++) runs.row[before + i] = 0
  const first = slots.length <= had ? before : runs.used
  if (first + slots.length > runs.row.length) makeRoom(runs, Math.max(64, (first + slots.length) * 2))
  if (first === runs.used) runs.used += slots.length
  runs.first[row] = first
  runs.count[row] = slots.length
  slots.forEach((slot, i) => putSlot(runs, first + i, row, slot))
}

function putSlot(runs: Runs, at: number, row: number, slot: Slot): void {
  runs.row[at] = row
  runs.weekday[at] = slot.weekday
  runs.start[at] = slot.start
  runs.end[at] = slot.end
  runs.from[at] = slot.from
  runs.until[at] = slot.until
  runs.weeks[at] = slot.weeks
  runs.nth[at] = slot.nth
  runs.parts[at] = timesOfDay([slot]).reduce((bits, part) => bits | (1 << TIMES_OF_DAY.indexOf(part)), 0)
}

function makeRoom(runs: Runs, room: number): void {
  runs.row = grownColumn(runs.row, room)
  runs.weekday = grownColumn(runs.weekday, room)
  runs.start = grownColumn(runs.start, room)
  runs.end = grownColumn(runs.end, room)
  runs.from = grownColumn(runs.from, room)
  runs.until = grownColumn(runs.until, room)
  runs.weeks = grownColumn(runs.weeks, room)
  runs.nth = grownColumn(runs.nth, room)
  runs.parts = grownColumn(runs.parts, room)
}

/** One slot again, as the rules in listings/ read it. */
export const slotAt = (runs: Runs, at: number): Slot => ({
  weekday: runs.weekday[at] ?? 0,
  start: runs.start[at] ?? -1,
  end: runs.end[at] ?? -1,
  from: runs.from[at] ?? 0,
  until: runs.until[at] ?? 0,
  weeks: runs.weeks[at] ?? 1,
  nth: runs.nth[at] ?? 0,
})

/** All slots of a row. */
export function slotsOfRow(runs: Runs, row: number): Slot[] {
  const first = runs.first[row] ?? 0
  return Array.from({ length: runs.count[row] ?? 0 }, (_, i) => slotAt(runs, first + i))
}
