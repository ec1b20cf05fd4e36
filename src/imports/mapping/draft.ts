/** What one row says, read and checked, before it is placed on the map and compared with what is known. */
import type { CapacityState } from '../../capacity/event.ts'
import type { FieldName } from '../../listings/listing.ts'
import type { Problem } from '../report.ts'

export type PlaceSaid = {
  name?: string
  address?: string
  town?: string
  /** As written; what can be read of it is decided in mapping/place.ts. */
  postcode?: string
  /** Degrees as written. */
  lat?: number
  lng?: number
  precision?: string
  masked?: boolean
  area_codes?: string[]
}
/** `at`: an instant in UTC. */
export type RoomSaid = { state: CapacityState; at: string }
export type GroupSaid = { name?: string; org_ids?: string[]; website?: string }

export type Draft = {
  row: number
  /** Checked values by field; `places` and `sessions` are made from the parts below. */
  fields: { [F in FieldName]?: unknown }
  place: PlaceSaid
  /** Further places it is at, after `place`. */
  more: PlaceSaid[]
  group: GroupSaid
  /** Opening hours in OpenStreetMap's notation. */
  osmHours: string
  /** Its times were read already: words about them are kept, and nothing more is made of them. */
  timesRead: boolean
  /** Weekday columns as [weekday, column name, cell]. */
  days: [weekday: string, column: string, cell: string][]
  /** Day somebody checked the row, "2026-05-03". */
  checkedOn: string | null
  /** Whether there is room, and when the source said so. */
  room: RoomSaid | null
  problems: Problem[]
}

export const emptyDraft = (row: number): Draft => ({
  row,
  fields: {},
  place: {},
  more: [],
  group: {},
  osmHours: '',
  timesRead: false,
  days: [],
  checkedOn: null,
  room: null,
  problems: [],
})

/** Characters of a cell that are repeated in a report. */
const SHOWN = 120

/** Notes what was wrong with one cell, and what was done about it. */
export function complain(draft: Draft, field: string, value: string, problem: string, did: string): void {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
  draft.problems.push({ row: draft.row, field, value: shown, problem, did })
}
