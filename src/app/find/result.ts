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
import { METRES_PER_MILE } from '../../places/geo.ts'
import type { Hit } from '../../search/engine.ts'
import { whyHere } from '../../search/why.ts'
import type { Known } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { noticesSaid, roomUnder } from '../desk/noticed.ts'
import type { House } from '../house.ts'
import type { Result } from './found.ts'
import { askedAt, type Spot } from './where.ts'
import { whySaid } from './why-said.ts'

function placeAt(listing: Listing, point: LatLng | null): Place | null {
  const same = listing.places.find(
    (it) => point !== null && it.point?.lat === point.lat && it.point.lng === point.lng,
  )
  return same ?? listing.places[0] ?? null
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
  const place = placeAt(listing, hit.point)
  const miles = hit.metres === null ? null : hit.metres / METRES_PER_MILE
  const trusted = trust(house, known, now, text)
  return {
    number,
    listing,
    place,
    miles,
    why: whySaid(
      whyHere(
        listing,
        hit.metres,
        place?.masked === true || place?.precision === 'area',
        spot && askedAt(spot),
      ),
      text,
      house.site.search.within_miles,
    ),
    ...trusted,
    // The store knows best whether there is room still.
    fair: hit.forward && trusted.capacity.state === 'open' ? text.finding.fair : null,
    when: whenLine(listing.sessions, listing.times_words, text, { now }),
    next: nextInstant(house, listing, now),
  }
}
