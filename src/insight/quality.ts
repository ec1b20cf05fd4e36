/** How current a directory is: a tally of confirmations, by age, kind and ward. Counts confirmations only, never edits. */
import type { Standing } from '../freshness/standing.ts'
import type { Listing } from '../listings/listing.ts'

export type Counts = { total: number; confirmed: number; due: number; unconfirmed: number; never: number }
export type Tally = {
  all: Counts
  /** Listings last confirmed at most so many days ago, beside the steps given; those confirmed longer ago last. */
  ages: { upToDays: number | null; count: number }[]
  kinds: Map<string, Counts>
  areas: Map<string, Counts>
  sources: Map<string, Counts>
  roomKnown: number
}

/** One month, three, six, a year, two. Days. */
export const AGE_STEPS = [31, 92, 183, 365, 730]
const DAY_MS = 86_400_000

const none = (): Counts => ({ total: 0, confirmed: 0, due: 0, unconfirmed: 0, never: 0 })

export function startTally(): Tally {
  const ages = [...AGE_STEPS, null].map((upToDays) => ({ upToDays, count: 0 }))
  return { all: none(), ages, kinds: new Map(), areas: new Map(), sources: new Map(), roomKnown: 0 }
}

function bump(counts: Counts, standing: Standing): void {
  counts.total++
  if (standing.confirmedAt === null) counts.never++
  else if (standing.state === 'confirmed' || standing.state === 'due') counts[standing.state]++
  // A signal held against it makes of any confirmation an old one.
  else counts.unconfirmed++
}

function bumpIn(map: Map<string, Counts>, key: string, standing: Standing): void {
  const counts = map.get(key) ?? none()
  bump(counts, standing)
  map.set(key, counts)
}

/** Adds one listing. Ended ones and drafts do not count. */
export function tally(
  into: Tally,
  listing: Listing,
  about: { standing: Standing; roomKnown: boolean; sources: string[] },
  now: Date,
): void {
  const { standing } = about
  if (standing.state === 'ended' || listing.status === 'draft') return
  bump(into.all, standing)
  for (const kind of listing.kinds) bumpIn(into.kinds, kind, standing)
  for (const area of new Set(listing.places.flatMap((it) => it.area_codes ?? [])))
    bumpIn(into.areas, area, standing)
  for (const source of about.sources) bumpIn(into.sources, source, standing)
  if (about.roomKnown) into.roomKnown++
  if (standing.confirmedAt === null) return
  const days = (now.getTime() - Date.parse(standing.confirmedAt)) / DAY_MS
  const age = into.ages.find((it) => it.upToDays === null || days <= it.upToDays)
  if (age) age.count++
}
