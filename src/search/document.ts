/** What an engine knows of a listing: words to find, numbers to filter and sort, nothing private and no person's name. */
import type { Slot } from '../listings/slots.ts'
import type { CapacityState } from '../capacity/event.ts'
import type { Serves } from './serves.ts'

export type SearchDocument = {
  id: string
  slug: string
  /** Words by how much they say: name first, then group and place, then the rest. */
  name: string
  /** Old and short names of who runs it, see known-names.ts: found as the name is, never shown. */
  known: string
  group: string
  /** Towns, place names, addresses, postcodes with and without their blank, one a line. */
  place: string
  /** All else that is shown, in both languages. Words of the taxonomy are not repeated here: see phraseList. */
  body: string
  needs: string[]
  kinds: string[]
  /** Audience ids, conditions, "carers", genders: the choices of `who`. */
  who: string[]
  /** Whole years; null: no limit. */
  ageFrom: number | null
  ageTo: number | null
  how: string[]
  cost: string[]
  access: string[]
  languages: string[]
  join: string[]
  /** Where it meets. Masked places give their area point only. `area`: no more than that is known of the place. */
  points: { lat: number; lng: number; area: boolean }[]
  /** Whoever uses it has to leave the deployment's own area: its map's middle, and the usual distance round it. */
  away: boolean
  /** Whom it is for by where they live, see serves.ts; null: it says nothing. */
  serves: Serves | null
  /** When it runs, as numbers that are read against the clock at query time. */
  slots: Slot[]
  /** Epoch milliseconds of the last confirmation, null: never. */
  confirmedAt: number | null
  /** Epoch millisecond at which the last day somebody named for it is over; null: nobody did. */
  endsAt: number | null
  /** Epoch millisecond from which a signal is held against it, grace time included; null: none. */
  doubtedFrom: number | null
  /** The last capacity statement and the epoch millisecond at which it stops holding. */
  capacity: { state: CapacityState; lapsesAt: number } | null
  /** Epoch milliseconds. */
  editedAt: number
}
