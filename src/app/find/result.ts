/** One listing as a result: its nearest place, how far it is, when it runs next, and the sentences of trust and room. */
import { roomAt } from '../../capacity/by-session.ts'
import { capacitySaid } from '../../capacity/capacity.ts'
import { roomSaid } from '../../capacity/room-said.ts'
import { noticesFor } from '../../desk/notices.ts'
import { standing, standingSaid } from '../../freshness/standing.ts'
import { instantOf, londonMoment } from '../../listings/clock.ts'
import type { LatLng, Listing, Place } from '../../listings/listing.ts'
import { publicFields } from '../../listings/public-fields.ts'
import { whenLine } from '../../listings/schedule-words.ts'
import { nextStart, slotsOf } from '../../listings/slots.ts'
import type { Hit } from '../../search/engine.ts'
import type { Known } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { noticesSaid, roomUnder } from '../desk/noticed.ts'
import type { House } from '../house.ts'
import type { Result } from './found.ts'
import type { Spot } from './where.ts'

const METRES_A_MILE = 1609.344

function placeAt(listing: Listing, point: LatLng | null): Place | null {
  const same = listing.places.find(
    (it) => point !== null && it.point?.lat === point.lat && it.point.lng === point.lng,
  )
  return same ?? listing.places[0] ?? null
}

/** How it reaches somebody who does not travel: said on the arm where there is no distance. */
function reach(listing: Listing, spot: Spot | null, text: Text): string | null {
  const { finding } = text
  if (listing.how.includes('home-visit')) return spot ? finding.serves(spot.label) : finding.atHome
  if (listing.how.includes('phone')) return finding.byPhone
  if (listing.how.includes('online') || listing.how.includes('video')) return finding.online
  return null
}

/** Instant at which it starts next; null where that is not known. */
export function nextInstant(house: House, listing: Listing, now: Date): string | null {
  const run = nextStart(slotsOf(listing.sessions, house.site.terms), londonMoment(now))
  return run === null ? null : instantOf(run.epochDay, Math.max(run.start, 0)).toISOString()
}

/** Nobody is told to ring where no number is shown. */
function canRing(listing: Listing): boolean {
  const { phone, contacts } = publicFields(listing)
  return phone !== undefined || contacts.some((it) => it.phone !== undefined)
}

/** Standing and capacity now, with their sentences, and what the desk says of it beside them. */
export function trust(
  house: House,
  known: Known,
  now: Date,
  text: Text,
): Pick<Result, 'standing' | 'standingSaid' | 'capacity' | 'capacitySaid' | 'notices'> {
  const stands = standing(known.listing, known.confirmation, known.signals, now, house.site.freshness)
  const room = roomAt(known, now, house.site.capacity)
  const notices = noticesFor(known.listing, house.notices.held(), now, house.urgent)
  const paused = roomUnder(notices)
  return {
    standing: stands,
    standingSaid: standingSaid(stands, now, text, canRing(known.listing)),
    capacity: paused ?? room.whole,
    capacitySaid:
      paused === null ? roomSaid(room, known.listing.sessions, now, text) : capacitySaid(paused, now, text),
    notices: noticesSaid(notices, now, text),
  }
}

export function resultOf(
  house: House,
  known: Known,
  hit: Hit,
  number: number,
  spot: Spot | null,
  now: Date,
  text: Text,
): Result {
  const { listing } = known
  const miles = hit.metres === null ? null : hit.metres / METRES_A_MILE
  return {
    number,
    listing,
    place: placeAt(listing, hit.point),
    miles,
    serves: miles === null ? reach(listing, spot, text) : null,
    ...trust(house, known, now, text),
    when: whenLine(listing.sessions, listing.times_words, text, { now }),
    next: nextInstant(house, listing, now),
  }
}
