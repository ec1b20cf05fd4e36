/** What the review plan knows of a listing. It knows nothing else: no page, no name, no reader. */
import type { FundingEvent } from '../../funding/event.ts'
import type { Knower } from '../../listings/claims.ts'
import type { ListingFields } from '../../listings/listing.ts'
import type { Signal } from '../evidence.ts'
import type { LadderState } from '../ladder.ts'

/** How fast a thing goes out of date depends on what it is. */
export const KIND_CLASSES = ['session', 'course', 'building', 'service', 'remote'] as const
export type KindClass = (typeof KIND_CLASSES)[number]

/** Somebody who can be asked by letter, and how they answered before. */
export type Askable = {
  /** Who it is, for the plan only: the id of a person, or "address:" and a hash. */
  person: string
  /** "keeper": keeps the listing. "address": the address shown on it. "umbrella": a body that supports the group. */
  role: 'keeper' | 'address' | 'umbrella'
  /** Letters they were sent, and those they answered, whatever listing they were about. */
  asked: number
  answered: number
  /** Letters since their last answer. */
  unanswered: number
  /** Letters they were sent in the last 365 days. */
  askedLastYear: number
  lastAskedAt: string | null
  /** Letters to them come back: they cannot be asked. */
  bounces: boolean
}

/** What was last said of the money. */
export type FundingSaid = Pick<FundingEvent, 'says' | 'until' | 'saidAt'>

export type Reviewed = {
  id: string
  group: string | null
  kindClass: KindClass
  /** The latest confirmation; null: never. */
  confirmed: { at: string; by: Knower } | null
  editedAt: string
  importedAt: string | null
  /** What counts of all that was told of the money. */
  funding: FundingSaid | null
  /** When a person last spoke of the money, whatever they said; null: never. */
  moneySaidAt: string | null
  /** Whether anybody's word about room holds now. */
  roomKnown: boolean
  /** Signals nobody has cleared. */
  signals: Pick<Signal, 'kind' | 'at'>[]
  /** How often a week its page is opened, and somebody is pointed there. */
  looksPerWeek: number
  pointingsPerWeek: number
  askable: Askable[]
  /** A number a link worker could ring. */
  canRing: boolean
  /** Last step of the ladder; null: never asked. */
  ladder: LadderState | null
  /** Last day of a pause somebody declared, or of the holiday of a listing that runs in term time: nothing is asked. */
  restsUntil: string | null
}

/** The kinds (ids of the taxonomy) that put a listing in a class, from data/review.json. */
export type KindLists = Pick<{ [K in KindClass]: readonly string[] }, 'building' | 'course' | 'service'>

/** What class a listing is of: what it is called first, then how it is used, then whether it has times. */
export function kindClassOf(
  { kinds, how, sessions }: Pick<ListingFields, 'kinds' | 'how' | 'sessions'>,
  lists: KindLists,
): KindClass {
  const there = how.some((it) => it === 'in-person' || it === 'home-visit' || it === 'accompanied')
  if (how.length > 0 && !there) return 'remote'
  if (kinds.some((kind) => lists.building.includes(kind))) return 'building'
  const ends = sessions.length > 0 && sessions.every(({ until }) => until !== undefined)
  if (ends || kinds.some((kind) => lists.course.includes(kind))) return 'course'
  if (sessions.length === 0 && kinds.some((kind) => lists.service.includes(kind))) return 'service'
  return 'session'
}
