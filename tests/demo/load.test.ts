/** The demonstration in a real store: put there once, finished where it was cut off, and never older than it says. */
import { afterEach, describe, expect, test } from 'vitest'
import { readDemo, loadDemo } from '../../src/app/demo/load.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import { readData } from '../../src/app/read-data.ts'
import { readSite } from '../../src/app/site.ts'
import { capacityAt } from '../../src/capacity/capacity.ts'
import { standing } from '../../src/freshness/standing.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fields, NOW } from '../fixtures.ts'

const ranks = readData('data/source-ranks.json', ranksSchema)
const site = readSite()
const demos = readDemo().flatMap((group) => group.listings)
const ids = demos.map(({ slug }) => idOf(slug))
const DAY_MS = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

const open: Store[] = []
async function emptyStore(): Promise<Store> {
  const store = await openStore(':memory:')
  open.push(store)
  return store
}
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

/** What a person reads of each listing at a time: "kettle-on: confirmed 12 days, open". */
async function story(store: Store, now: Date): Promise<string[]> {
  const known = await store.listings(ids)
  return known.map(({ listing, confirmation, signals, capacity }) => {
    const { state, confirmedAt } = standing(listing, confirmation, signals, now, site.freshness)
    const room = capacityAt(capacity, now, site.capacity)
    const age = confirmedAt === null ? 'never' : (now.getTime() - Date.parse(confirmedAt)) / DAY_MS
    const told = state === 'likely-ended' || state === 'ended' ? '' : ` ${age} days`
    return `${listing.slug}: ${state}${told}, ${room.state}`
  })
}

/** A store whose process dies when it is to write the second batch. */
function dying(store: Store): Store {
  let batches = 0
  return {
    ...store,
    add: async (listings) => {
      batches++
      if (batches > 1) throw new Error('killed')
      await store.add(listings)
    },
  }
}

describe('loading', () => {
  test('an empty store holds every listing afterwards, and says where it is from', async () => {
    const store = await emptyStore()
    await loadDemo(store, ranks, NOW)
    const published = demos.filter(({ status }) => status === 'published').length
    expect(await store.count()).toEqual({ all: demos.length, published })
    expect((await store.sources()).map(({ id }) => id)).toEqual(['demonstration'])
    expect(await store.fact('demonstration')).toBe('2026-11-22')
  })

  test('a second start on the same day changes nothing', async () => {
    const store = await emptyStore()
    await loadDemo(store, ranks, NOW)
    const before = await store.lastChange()
    await loadDemo(store, ranks, new Date(NOW.getTime() + 3_600_000))
    expect(await store.lastChange()).toBe(before)
  })

  test('a store with listings of its own is left alone', async () => {
    const own = await emptyStore()
    const id = idOf('our own')
    const at = NOW.toISOString()
    const statement = { listing: id, source: 'desk', fields: {} }
    await own.add([
      {
        id,
        slug: 'our-own',
        group: null,
        statement,
        settled: fields({ name: 'Our own' }),
        author: 'desk',
        at,
      },
    ])
    await loadDemo(own, ranks, NOW)
    expect((await own.count()).all).toBe(1)
  })

  test('one that was killed half-way is finished at the next start', async () => {
    const store = await emptyStore()
    await expect(loadDemo(dying(store), ranks, NOW)).rejects.toThrow('killed')
    expect(await store.fact('demonstration')).toBe('loading')
    expect((await store.count()).all).toBe(100)
    await loadDemo(store, ranks, NOW)
    const whole = await emptyStore()
    await loadDemo(whole, ranks, NOW)
    expect(await story(store, NOW)).toEqual(await story(whole, NOW))
    expect((await store.count()).all).toBe(demos.length)
  })
})

describe('it never goes stale', () => {
  test.each([1, 45, 200, 365])('started again %i days later, it tells the same', async (days) => {
    const store = await emptyStore()
    await loadDemo(store, ranks, NOW)
    const first = await story(store, NOW)
    await loadDemo(store, ranks, later(days))
    expect(await story(store, later(days))).toEqual(first)
  })

  test('hidden addresses stay hidden', async () => {
    const store = await emptyStore()
    await loadDemo(store, ranks, NOW)
    const hidden = (await store.listings(ids)).flatMap(({ listing }) =>
      listing.places.filter(({ masked }) => masked),
    )
    expect(hidden.length).toBeGreaterThanOrEqual(4)
    expect(hidden.filter(({ name, address }) => name ?? address)).toEqual([])
  })
})
