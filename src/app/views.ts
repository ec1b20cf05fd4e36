/** What the pages show besides a search (see find.ts): each page gets one of these, in one language, nothing hidden in it. */
import type { Capacity } from '../capacity/capacity.ts'
import type { Confirmation } from '../freshness/evidence.ts'
import type { Said, Standing } from '../freshness/standing.ts'
import type { Author, Claim } from '../listings/claims.ts'
import type { FieldName, Listing } from '../listings/listing.ts'
import type { Source } from '../store/store.ts'
import type { NoticeSaid } from './desk/noticed.ts'

/** A taxonomy term as a word and a link to everything under it. */
export type Named = { id: string; label: string }

/** Another listing worth a look. */
export type Similar = {
  slug: string
  name: string
  place: string | null
  miles: number | null
  capacity: Capacity
  capacitySaid: Said
}

export type SourceView = Pick<
  Source,
  'id' | 'name' | 'publisher' | 'licence' | 'licence_url' | 'attribution' | 'url'
>

export type ListingView = {
  /** In the language asked where there is a translation; without hidden addresses, telephones and e-mail addresses. */
  listing: Listing
  group: { name: string; website: string | null; orgIds: string[] } | null
  standing: Standing
  standingSaid: Said
  capacity: Capacity
  capacitySaid: Said
  /** What the desk says about many listings at once, and this is one of them. */
  notices: NoticeSaid[]
  /** "This may change after March 2027.", where it may. `over`: that time has gone, with no word since. */
  funding: { sentence: string; over: boolean } | null
  /** Each session in words: "Tuesday 10am to 12, every week". */
  when: string[]
  /** Instant of the next time it starts. */
  next: string | null
  /** Breaks ahead, in words: "Not on 29 December". */
  breaks: string[]
  needs: Named[]
  kinds: Named[]
  communities: Named[]
  conditions: Named[]
  access: Named[]
  languages: Named[]
  /** Whom it serves, in words: "People who live in Sale and Stretford". */
  serves: string | null
  /** Its needs say that somebody may have to leave the page in a hurry. */
  leaveQuickly: boolean
  /** Newest first, at most ten. */
  confirmations: Confirmation[]
  /** Newest first within the order of FIELD_NAMES. `source` is the public name. */
  provenance: { field: FieldName; source: string; by: Author; at: string; how: Claim['how'] }[]
  sources: SourceView[]
  /** Nearest first, with room where that is known; at most four. */
  similar: Similar[]
  successor: { slug: string; name: string } | null
  /** Full public address of the page, from SITE_URL; null where none is set. */
  address: string | null
}

export type ListingPage =
  { is: 'listing'; view: ListingView } | { is: 'moved'; slug: string } | { is: 'erased' } | { is: 'unknown' }

export type HomeView = {
  /** In the order of the taxonomy; needs most used first, those with no listing left out. `total`: listings under it. */
  headings: { id: string; label: string; total: number; needs: (Named & { count: number })[] }[]
  /** Published listings, and those confirmed within `site.freshness.confirmed_days`. */
  current: { confirmed: number; total: number }
}

/** How many listings stand how, each counted once. A doubtful one counts as unconfirmed, an ended one not at all. */
export type StandingCounts = {
  total: number
  confirmed: number
  due: number
  unconfirmed: number
  never: number
}

export type QualityView = {
  all: StandingCounts
  /** Listings last confirmed at most so many days ago, each counted once; the rest is `never`. */
  ages: { upToDays: number | null; count: number }[]
  /** Most listings first. */
  kinds: (Named & StandingCounts)[]
  /** By name; [] where no boundary file was given. */
  wards: (Named & StandingCounts)[]
  /** Listings about which somebody said something on room that still holds. */
  roomKnown: number
  sources: (SourceView & {
    kind: string
    lastRunAt: string | null
    listings: number
    confirmed: number
    health: 'well' | 'trouble' | 'running' | null
  })[]
}
