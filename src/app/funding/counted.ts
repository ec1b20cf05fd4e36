/** Every listing that people can find, with its money: read anew when something changes, at most once a minute else. */
import { roomAt } from '../../capacity/by-session.ts'
import type { Counted } from '../../insight/funding-ends.ts'
import type { Known } from '../../store/store.ts'
import { moneyOf, type Money } from '../../upkeep/money.ts'
import type { House } from '../house.ts'

/** Listings read in one go; between two goes other requests are answered. */
const BATCH = 500
const KEEP_MS = 60_000

/** What is asked of the house here. */
export type Counting = Pick<House, 'store' | 'site' | 'now' | 'areas'>

const kept = new WeakMap<object, { change: number; at: number; all: Promise<Counted[]> }>()

export async function countedListings(house: Counting): Promise<Counted[]> {
  const change = await house.store.lastChange()
  const at = house.now().getTime()
  const last = kept.get(house)
  if (last !== undefined && last.change === change && at - last.at < KEEP_MS) return last.all
  const fresh = { change, at, all: readAll(house) }
  kept.set(house, fresh)
  fresh.all.catch(() => kept.delete(house))
  return fresh.all
}

async function readAll(house: Counting): Promise<Counted[]> {
  const now = house.now()
  const wards = new Set((await house.areas()).filter(({ kind }) => kind === 'ward').map(({ code }) => code))
  const all: Counted[] = []
  for (let from = 0, more = true; more;) {
    const changes = await house.store.changesSince(from, BATCH)
    const found = changes.known.filter(
      ({ listing: { status } }) => status === 'published' || status === 'paused',
    )
    const money = await moneyOf(found, { store: house.store, now, thresholds: house.site.funding })
    for (const known of found) {
      const its = money.get(known.listing.id)
      if (its !== undefined) all.push(countedOf(house, known, its, wards))
    }
    ;({ upTo: from, more } = changes)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}

function countedOf(house: Counting, known: Known, { funding, awards }: Money, wards: Set<string>): Counted {
  const { listing } = known
  const areas = listing.places.flatMap(({ area_codes = [], postcode }) =>
    wards.size > 0
      ? area_codes.filter((code) => wards.has(code))
      : [postcode?.split(' ')[0] ?? ''].filter((it) => it !== ''),
  )
  return {
    id: listing.id,
    needs: listing.needs,
    areas: [...new Set(areas)],
    points: listing.places.flatMap(({ point }) => (point === undefined ? [] : [point])),
    places: listing.places.length,
    remote: listing.how.some((it) => it === 'phone' || it === 'video' || it === 'online'),
    room: roomAt(known, house.now(), house.site.capacity).whole.state === 'open',
    state: funding.state,
    until: funding.until,
    awards: awards.map(({ id, amountPence, endsOn }) => ({ id, pence: amountPence, endsOn })),
  }
}
