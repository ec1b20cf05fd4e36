/** Where there is no room, by need and by postcode district: counted anew at most once a minute. */
import { roomAt, wholeHistory } from '../../capacity/by-session.ts'
import type { CapacityEvent } from '../../capacity/event.ts'
import { trend } from '../../capacity/trend.ts'
import { pressures, type Pressed, type Pressure } from '../../insight/pressure.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'

/** Calendar months before this one. */
export const MONTHS = 6
/** What was said before them may still hold in the first of them: no word holds longer than a year. Days. */
const SINCE_DAYS = 6 * 31 + 366
const DAY_MS = 86_400_000
const BATCH = 500
const KEEP_MS = 60_000
/** Of fewer than so many listings a share says nothing. */
const KNOWN_MIN = 3
/** Rows shown at most: the hardest first. */
const ROWS = 15

type Counted = { needs: Map<string, Pressure>; districts: Map<string, Pressure> }
export type PressureRow = Pressure & { id: string; label: string }
export type PressureView = { needs: PressureRow[]; districts: PressureRow[]; months: number }

const kept = new WeakMap<House, { at: number; counted: Promise<Counted> }>()

async function count(house: House): Promise<Counted> {
  const now = house.now()
  const since = new Date(now.getTime() - SINCE_DAYS * DAY_MS).toISOString()
  const events = Map.groupBy(await house.store.capacitiesSince(since), ({ listing }) => listing)
  const listings: { needs: string[]; districts: string[]; pressed: Omit<Pressed, 'under'> }[] = []
  for (let from = 0, more = true; more;) {
    const changes = await house.store.changesSince(from, BATCH)
    for (const known of changes.known)
      if (known.listing.status === 'published' || known.listing.status === 'paused')
        listings.push(pressedBy(house, known, events.get(known.listing.id) ?? [], now))
    ;({ upTo: from, more } = changes)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const by = (under: 'needs' | 'districts') =>
    pressures(listings.map((it) => ({ under: it[under], ...it.pressed })))
  return { needs: by('needs'), districts: by('districts') }
}

function pressedBy(house: House, known: Known, events: readonly CapacityEvent[], now: Date) {
  const thresholds = house.site.capacity
  const { listing } = known
  return {
    needs: listing.needs,
    districts: listing.places.flatMap(({ postcode }) => postcode?.split(' ')[0] ?? []),
    pressed: {
      state: roomAt(known, now, thresholds).whole.state,
      trend: trend(wholeHistory(listing, events, thresholds), now, MONTHS, thresholds),
    },
  }
}

const share = ({ without, known }: Pressure) => (known === 0 ? -1 : without / known)

function rowsOf(counted: Map<string, Pressure>, label: (id: string) => string | null): PressureRow[] {
  return [...counted]
    .flatMap(([id, it]) => {
      const name = label(id)
      return name === null || it.known < KNOWN_MIN ? [] : [{ ...it, id, label: name }]
    })
    .sort((a, b) => share(b) - share(a) || b.known - a.known || a.label.localeCompare(b.label))
    .slice(0, ROWS)
}

export async function pressureView(house: House, lang: Lang): Promise<PressureView> {
  const at = house.now().getTime()
  const last = kept.get(house)
  const fresh = last !== undefined && at - last.at < KEEP_MS ? last : { at, counted: count(house) }
  kept.set(house, fresh)
  const { needs, districts } = await fresh.counted
  return {
    needs: rowsOf(needs, (id) => labelOf(house.taxonomy, 'needs', id, lang)),
    districts: rowsOf(districts, (id) => id),
    months: MONTHS,
  }
}
