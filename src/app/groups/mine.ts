/** My listings: each in a line, with how it stands, whether there is room, and what we would like to know. */
import { capacityAt } from '../../capacity/capacity.ts'
import { roomAt } from '../../capacity/by-session.ts'
import { roomSaid } from '../../capacity/room-said.ts'
import { standing, standingSaid, type Said } from '../../freshness/standing.ts'
import { askAgain, wordOn } from '../../funding/funding.ts'
import type { FundingTold } from '../../funding/event.ts'
import { londonMoment } from '../../listings/clock.ts'
import { liveGrants } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { inLanguage } from '../in-language.ts'
import { moneyOf } from '../../upkeep/money.ts'

export type Due = 'right' | 'room' | 'funding'
export type Mine = {
  id: string
  slug: string
  name: string
  status: Known['listing']['status']
  standing: Said & { state: string }
  room: Said & { state: string }
  due: Due[]
  /** Changes of it that wait for the desk. */
  waiting: number
}
export type MyGroup = { id: string; name: string; listings: Mine[] }

/** Listings of the groups somebody keeps, by group; what is due stands first. */
export async function myListings(house: House, who: SignedIn, lang: Lang): Promise<MyGroup[]> {
  const groups = liveGrants(who).flatMap(({ role, scope }) =>
    role === 'group' && scope !== null ? [scope] : [],
  )
  const found = await Promise.all([...new Set(groups)].map((group) => myGroup(house, group, lang)))
  return found.sort((a, b) => a.name.localeCompare(b.name, lang))
}

async function myGroup(house: House, group: string, lang: Lang): Promise<MyGroup> {
  const [named, listings, matters] = await Promise.all([
    house.store.group(group),
    house.store.ofGroup(group),
    house.store.matters.list({ group, state: 'open', kind: 'change' }),
  ])
  const waiting = matters.filter(({ about }) => about['how'] !== 'live')
  const { store, site, now } = house
  const money = await moneyOf(listings, { store, now: now(), thresholds: site.funding })
  const mine = listings.map((known) => {
    const count = waiting.filter(({ listing }) => listing === known.listing.id).length
    return mineOf(house, known, { count, told: money.get(known.listing.id) }, lang)
  })
  const order = (it: Mine) => (it.status === 'ended' ? 9 : -it.due.length)
  return {
    id: group,
    name: named?.name ?? listings[0]?.listing.group?.name ?? '',
    listings: mine.sort((a, b) => order(a) - order(b)),
  }
}

function mineOf(
  house: House,
  known: Known,
  { count, told }: { count: number; told: FundingTold | undefined },
  lang: Lang,
): Mine {
  const text = texts(lang)
  const now = house.now()
  const { listing } = inLanguage(known, lang)
  const stands = standing(listing, known.confirmation, known.signals, now, house.site.freshness)
  const room = roomAt(known, now, house.site.capacity)
  return {
    id: listing.id,
    slug: listing.slug,
    name: listing.name,
    status: listing.status,
    standing: { ...standingSaid(stands, now, text), state: stands.state },
    room: { ...roomSaid(room, listing.sessions, now, text), state: room.whole.state },
    due: dueOf(house, known, told),
    waiting: count,
  }
}

/** What we would like to know of a listing now. */
export function dueOf(
  { site, now }: Pick<House, 'site' | 'now'>,
  known: Known,
  told: FundingTold = { person: known.funding, source: known.fundingTold },
): Due[] {
  const at = now()
  const { listing, confirmation, signals, capacity } = known
  if (listing.status !== 'published') return []
  const due: Due[] = []
  if (standing(listing, confirmation, signals, at, site.freshness).state !== 'confirmed') due.push('right')
  // Whoever never spoke of room is asked with the rest; whoever did is asked again when it has lapsed.
  const lapsed = capacity !== null && capacityAt(capacity, at, site.capacity).state === 'unknown'
  if (lapsed && roomAt(known, at, site.capacity).whole.state === 'unknown') due.push('room')
  const again = askAgain(wordOn(told, at, site.funding), site.funding)
  if (again !== null && again <= londonMoment(at).day) due.push('funding')
  return due
}
