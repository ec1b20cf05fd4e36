/** What comes back of a listing: its id and the few things that its place in the order hangs on. */
import type { CapacityState } from '../../capacity/event.ts'
import type { Serves } from '../serves.ts'

export type Found = {
  listing: string
  needs?: string[]
  kinds?: string[]
  who?: string[]
  access?: string[]
  languages?: string[]
  cost?: string[]
  how?: string[]
  meets?: string[]
  ageFrom?: number | null
  ageTo?: number | null
  /** Name, group, place and all else, word by word. */
  said?: string[]
  confirmedAt?: number | null
  doubtedFrom?: number | null
  capacity?: CapacityState | null
  lapsesAt?: number | null
  /** Latitude and longitude of all its places. */
  points?: [number, number][]
  /** Only the area of them is known. */
  area?: boolean
  /** See document.ts. */
  away?: boolean
  /** See packSlot of open-now.ts; the document has them as one text. */
  slots?: number[][]
  serves?: Serves | null
  nameKey?: number
  idKey?: number
  _geo?: { lat: number; lng: number }
  /** For suggestions, and of the document that says how far the index is. */
  title?: string
  slug?: string
  groupName?: string
  placeNames?: string[]
  applied?: number
  settings?: string
  listings?: number
}

/** `row` (packed-row.ts) holds all of it but words and slots. */
export const ORDERED_BY = ['listing', 'row']
