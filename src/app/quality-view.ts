/** How current the directory is, counted over every listing; kept until a listing changes or a minute has passed. */
import { roomAt } from '../capacity/by-session.ts'
import { standing } from '../freshness/standing.ts'
import { healthOf, type Health } from '../imports/health.ts'
import { startTally, tally, type Counts, type Tally } from '../insight/quality.ts'
import { labelOf } from '../listings/taxonomy.ts'
import type { Lang } from '../text/format.ts'
import type { House } from './house.ts'
import { nextOf } from './sources/due.ts'
import type { QualityView } from './views.ts'

/** Listings read in one go; between two goes other requests are answered. */
const BATCH = 500
const KEEP_MS = 60_000

const kept = new WeakMap<House, { change: number; at: number; tally: Promise<Tally> }>()

async function count(house: House): Promise<Tally> {
  const all = startTally()
  const now = house.now()
  for (let from = 0, more = true; more;) {
    const changes = await house.store.changesSince(from, BATCH)
    for (const known of changes.known) {
      const { listing, confirmation, signals, sources } = known
      const roomKnown = roomAt(known, now, house.site.capacity).whole.state !== 'unknown'
      tally(
        all,
        listing,
        { standing: standing(listing, confirmation, signals, now, house.site.freshness), roomKnown, sources },
        now,
      )
    }
    ;({ upTo: from, more } = changes)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}

async function tallyOf(house: House): Promise<Tally> {
  const change = await house.store.lastChange()
  const at = house.now().getTime()
  const last = kept.get(house)
  if (last !== undefined && last.change === change && at - last.at < KEEP_MS) return last.tally
  const fresh = { change, at, tally: count(house) }
  kept.set(house, fresh)
  return fresh.tally
}

/** What the public needs of how a source fares; null: it was never read. */
function publicHealth(health: Health): QualityView['sources'][number]['health'] {
  if (health === 'never') return null
  if (health === 'running') return 'running'
  return health === 'well' || health === 'by-hand' ? 'well' : 'trouble'
}

export async function qualityView(house: House, lang: Lang): Promise<QualityView> {
  const all = await tallyOf(house)
  const wards = new Map(
    (await house.areas()).filter((it) => it.kind === 'ward').map((it) => [it.code, it.name]),
  )
  const named = (from: Map<string, Counts>, label: (id: string) => string | null) =>
    [...from].flatMap(([id, counts]) => {
      const name = label(id)
      return name === null ? [] : [{ id, label: name, ...counts }]
    })
  const runs = await house.store.lastRuns(2)
  const sources = (await house.store.sources()).map((it) => ({
    ...it,
    health: publicHealth(healthOf(it, runs.get(it.id) ?? [], house.now(), nextOf)),
    listings: all.sources.get(it.id)?.total ?? 0,
    confirmed: all.sources.get(it.id)?.confirmed ?? 0,
  }))
  return {
    all: all.all,
    ages: all.ages,
    kinds: named(all.kinds, (id) => labelOf(house.taxonomy, 'kinds', id, lang)).sort(
      (a, b) => b.total - a.total || a.label.localeCompare(b.label),
    ),
    wards: named(all.areas, (id) => wards.get(id) ?? null).sort((a, b) => a.label.localeCompare(b.label)),
    roomKnown: all.roomKnown,
    sources: sources.filter((it) => it.listings > 0 || it.lastRunAt !== null),
  }
}
