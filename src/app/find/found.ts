/** One search as a page and the API both need it: the query understood, ids found, listings filled in, words ready. */
import type { Capacity } from '../../capacity/capacity.ts'
import type { Said, Standing } from '../../freshness/standing.ts'
import type { LatLng, Listing, Place, Precision } from '../../listings/listing.ts'
import type { NoticeSaid } from '../desk/noticed.ts'
import type { Facet, Query } from '../../search/query.ts'
import type { Poor } from './poor.ts'
import type { WhySaid } from './why-said.ts'

export type Result = {
  /** Place in the whole list, from 1: the number on its pin. */
  number: number
  listing: Listing
  /** The place nearest to what was searched; null where it has none. */
  place: Place | null
  /** Miles from the searched place; null where nothing was searched or it is reached without going. */
  miles: number | null
  /** Why it is here: its distance or how it comes to people, and whom it is for. */
  why: WhySaid
  standing: Standing
  standingSaid: Said
  capacity: Capacity
  capacitySaid: Said
  /** Why it came past its equals; null: it did not. */
  fair: string | null
  /** What the desk says about many listings at once, and this is one of them. */
  notices: NoticeSaid[]
  /** "Tuesday 10am to 12, every week"; null where nothing is known. */
  when: string | null
  /** Instant of the next time it starts. */
  next: string | null
}

export type Choice = { id: string; label: string; count: number; chosen: boolean }
type Searched = { label: string; lat: number; lng: number; precision: Precision }
/** A way on when little or nothing was found: what to change, and what it would give. */
export type WayOn = { label: string; href: string; total: number }

export type Found = {
  /** What was understood: a place that stood in the question is where to look, and no word any more. */
  query: Query
  /** Such a place, and the question that takes it as a word; null: none stood in it. */
  taken: { place: string; asWords: Query } | null
  /** The distance used, the deployment's own where none was asked; null without a place. */
  withinMiles: number | null
  /** null: none was asked for, or none is known of the practice that was. */
  where: Searched | null
  /** The GP practice whose patients are looked for. */
  practice: string | null
  total: number
  pages: number
  engine: string
  results: Result[]
  facets: { [F in Facet]?: Choice[] }
  notes: string[]
  crisis: { why: string; contacts: { name: string; phone: string; words: string }[] } | null
  /** It is about violence or abuse, or the like: the page carries "Leave this site", and its heading none of the words. */
  leaveQuickly: boolean
  /** Nothing has every word as typed: near spellings, or some of the words, were taken instead. */
  widened: boolean
  /** For the map: the middle and the box of what was found on this page. */
  points: (LatLng & { number: number; slug: string; name: string })[]
}

/** What stands beside results that help nobody much: see poor.ts. */
export type Help = {
  why: Poor
  ways: WayOn[]
  /** Needs and kinds that the question means. */
  needs: { id: string; label: string }[]
  kinds: string[]
  /** The nearest for the same need; where everything is full, those that have room. */
  others: Result[]
  /** Of what was found, those with a list to join. */
  waiting: Result[]
  /** Of what was found, whom to ring before anybody goes there: public numbers only. */
  ring: { id: string; name: string; phone: string }[]
}
