/**
 * Everything but the words, as columns in memory: a row is a number from 1, the same in every process that shares the
 * index file. Plain data throughout, so that all of it goes through v8.serialize in one piece.
 */
import type { SearchDocument } from '../document.ts'
import { clearBit, emptyBits, grownBits, setBit, type Bits } from './bits.ts'
import { grownColumn } from './grown-column.ts'
import { growPicks, noPicks, putPicks, type Listed, type Picks } from './picks.ts'
import { growPoints, noPoints, putPoints, type Points } from './points.ts'
import { growSlots, noSlots, putSlots, type SlotColumns } from './slot-columns.ts'
import { growServed, nobodyServed, putServes, type Served } from './serves.ts'
import { idKey, nameKey } from '../ties.ts'
import { CAPACITY_STATES } from '../../capacity/event.ts'

export type Columns = {
  /** Highest row in use, and how many rows there is room for. */
  last: number
  room: number
  live: Bits
  /** Rows of which only the area is known. */
  area: Bits
  /** Rows for which one has to leave the deployment's own area. */
  away: Bits
  ids: string[]
  picks: Picks
  /** 0 and 255: no limit. Years. */
  ageFrom: Uint8Array
  ageTo: Uint8Array
  /** Epoch milliseconds; -Infinity: never. */
  confirmedAt: Float64Array
  /** Row → epoch millisecond at which its last day is over; few have one. */
  endsAt: Map<number, number>
  /** Epoch milliseconds; Infinity: nothing is held against it. */
  doubtedFrom: Float64Array
  /** 0: nothing said; else 1 + its place in CAPACITY_STATES, and until when it holds. */
  capacity: Uint8Array
  lapsesAt: Float64Array
  /** Sort keys: the name's first letters, and a hash of the id that makes the order total. */
  nameKey: Float64Array
  idKey: Float64Array
  points: Points
  slots: SlotColumns
  served: Served
}

/** What the columns keep of a document; the rest of it goes to the words. */
export type Light = Omit<SearchDocument, 'body'>

export function noColumns(rows = 1024): Columns {
  return {
    last: 0,
    room: rows,
    live: emptyBits(rows),
    area: emptyBits(rows),
    away: emptyBits(rows),
    ids: [],
    picks: noPicks(rows),
    ageFrom: new Uint8Array(rows),
    ageTo: new Uint8Array(rows),
    confirmedAt: new Float64Array(rows),
    endsAt: new Map(),
    doubtedFrom: new Float64Array(rows),
    capacity: new Uint8Array(rows),
    lapsesAt: new Float64Array(rows),
    nameKey: new Float64Array(rows),
    idKey: new Float64Array(rows),
    points: noPoints(rows),
    slots: noSlots(rows),
    served: nobodyServed(rows),
  }
}

/** The row's document from now on; null: the row is empty. */
export function putRow(columns: Columns, row: number, document: Light | null): void {
  if (row >= columns.room) grow(columns, Math.max(row + 1, Math.ceil(columns.room * 1.5)))
  columns.last = Math.max(columns.last, row)
  putPicks(columns.picks, row, document && chosenBy(document), columns.room)
  putPoints(columns.points, row, document?.points ?? [])
  putSlots(columns.slots, row, document?.slots ?? [])
  putServes(columns.served, row, document?.serves ?? null)
  if (document && document.endsAt !== null) columns.endsAt.set(row, document.endsAt)
  else columns.endsAt.delete(row)
  if (!document) {
    clearBit(columns.live, row)
    return
  }
  setBit(columns.live, row)
  if (isArea(document)) setBit(columns.area, row)
  else clearBit(columns.area, row)
  if (document.away) setBit(columns.away, row)
  else clearBit(columns.away, row)
  columns.ids[row] = document.id
  columns.ageFrom[row] = document.ageFrom ?? 0
  columns.ageTo[row] = document.ageTo ?? 255
  columns.confirmedAt[row] = document.confirmedAt ?? -Infinity
  columns.doubtedFrom[row] = document.doubtedFrom ?? Infinity
  columns.capacity[row] = document.capacity ? 1 + CAPACITY_STATES.indexOf(document.capacity.state) : 0
  columns.lapsesAt[row] = document.capacity?.lapsesAt ?? -Infinity
  columns.nameKey[row] = nameKey(document.name)
  columns.idKey[row] = idKey(document.id)
}

const isArea = ({ points }: Light): boolean => points.length > 0 && points.every(({ area }) => area)

const chosenBy = (document: Light): { [F in Listed]: readonly string[] } => ({
  need: document.needs,
  kind: document.kinds,
  who: document.who,
  how: document.how,
  cost: document.cost,
  access: document.access,
  language: document.languages,
  join: document.join,
})

function grow(columns: Columns, rows: number): void {
  columns.room = rows
  columns.live = grownBits(columns.live, rows)
  columns.area = grownBits(columns.area, rows)
  columns.away = grownBits(columns.away, rows)
  growPicks(columns.picks, rows)
  columns.ageFrom = grownColumn(columns.ageFrom, rows)
  columns.ageTo = grownColumn(columns.ageTo, rows)
  columns.confirmedAt = grownColumn(columns.confirmedAt, rows)
  columns.doubtedFrom = grownColumn(columns.doubtedFrom, rows)
  columns.capacity = grownColumn(columns.capacity, rows)
  columns.lapsesAt = grownColumn(columns.lapsesAt, rows)
  columns.nameKey = grownColumn(columns.nameKey, rows)
  columns.idKey = grownColumn(columns.idKey, rows)
  growPoints(columns.points, rows)
  growSlots(columns.slots, rows)
  growServed(columns.served, rows)
}
