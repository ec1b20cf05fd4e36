/** Listings like one, and how many of them say they are full. */
import { roomAt } from '../../capacity/by-session.ts'
import type { Known } from '../../store/store.ts'
import type { Feedback } from '../../workers/feedback.ts'
import { NOBODY, pointedTo } from '../../workers/pointed.ts'
import type { House } from '../house.ts'
import { likeness, nearOnes } from '../similar.ts'

/** They share a kind, or two needs. */
const ALIKE = 2

export async function feedbackOf(house: House, known: Known): Promise<Feedback> {
  const { listing } = known
  const tagged = listing.needs.length + listing.kinds.length > 0
  const near = tagged ? await nearOnes(house, known, false) : []
  const alike = near.filter((it) => likeness(listing, it.known.listing) >= ALIKE)
  const full = alike.filter((it) => roomAt(it.known, house.now(), house.site.capacity).whole.state === 'full')
  const pointed = (await pointedTo(house, [listing.id])).get(listing.id) ?? NOBODY
  return { pointed: pointed.month, alikeFull: full.length, alike: alike.length }
}
