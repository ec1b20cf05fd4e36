/** All that is built once: settings, data, store, index. Pages and scripts get it from here and build nothing. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Matching } from '../imports/matching/weights.ts'
import type { Assumptions } from '../freshness/review/assumptions.ts'
import type { Ranks } from '../listings/settle.ts'
import { urgentNeeds, type TaxonomyIndex } from '../listings/taxonomy.ts'
import type { AreaRow, PlaceNameRow } from '../places/gazetteer.ts'
import { homePlacesSchema, loadHomePlaces } from '../places/home-places.ts'
import { crisisData, makeCrisis } from '../search/crisis.ts'
import type { Answering } from '../search/engine.ts'
import { osmData, type OsmData } from '../imports/osm/tags.ts'
import { openEmbedded } from '../search/embedded/open.ts'
import type { ServerState } from '../search/never-down.ts'
import { follow, type Follower } from '../search/sync.ts'
import { recordOf } from '../imports/arrangement.ts'
import { isBusy } from '../store/database.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import type { Fetching } from '../imports/fetching/outcome.ts'
import type { Config } from './config.ts'
import { beforeTheEnd } from './ending.ts'
import { fairOrder, type FairOrder } from './fair-order.ts'
import { startJobs } from './jobs.ts'
import { liveNotices, type LiveNotices } from './desk/live-notices.ts'
import { keptListings, type Listings } from './kept-listings.ts'
import { loadDemo } from './demo/load.ts'
import { startDelivering } from './mail/delivering.ts'
import { gatherTallies, type Tallies } from '../insight/tallies.ts'
import { countLooks, WRITE_MS, type Looks } from './looks.ts'
import { readData } from './read-data.ts'
import { readMatching } from './read-matching.ts'
import { ownTaxonomy } from './read-taxonomy.ts'
import { readReview } from './read-review.ts'
import { readRanks, readSources } from './read-sources.ts'
import { logCutOff } from './sources/cut-off.ts'
import { keepSecret } from './secret.ts'
import { openSearching } from './searching.ts'
import { readSite, type Site } from './site.ts'
import { userAgent } from './user-agent.ts'

export type House = {
  config: Config
  site: Site
  taxonomy: TaxonomyIndex
  ranks: Ranks
  /** What counts when two sources speak of one listing: data/matching.json. */
  matching: Matching
  /** What the review plan assumes: data/review.json. */
  assumptions: Assumptions
  /** Which things of OpenStreetMap are listings: data/osm.json. */
  osm: OsmData
  store: Store
  /** Listings by their ids, as the store has them now. */
  listings: Listings
  /** What the desk says about many listings at once, now. */
  notices: LiveNotices
  /** How the load is spread among listings that are equally good. */
  fair: FairOrder
  /** Needs of people who may have to flee. */
  urgent: ReadonlySet<string>
  /** The index of this machine, or search servers with it standing by. */
  engine: Answering
  /** How each search server does, in the order of MEILI_URL; []: none is set. */
  servers: () => ServerState[]
  /** Counts how often listings are looked at. */
  looks: Looks
  /** Counts what was needed and not found. */
  tallies: Tallies
  /** Keeps the index of this machine at the store's heels. */
  follower: Follower
  crisis: ReturnType<typeof makeCrisis>
  /** Wards and districts with an outline. */
  areas: () => Promise<AreaRow[]>
  towns: () => Promise<PlaceNameRow[]>
  now: () => Date
  /** Who asks for feeds and files, and whether private addresses may be asked. */
  fetching: Fetching
  /** A new id for a record. */
  newId: () => string
  /** From now on follows the store by itself, sends letters, runs jobs and keeps the demonstration's ages, until `close`. */
  keepUp: () => void
  close: () => Promise<void>
}

/** Milliseconds for which wards and towns are kept: they change when somebody imports a file of them. */
const GEOGRAPHY_MS = 30_000
/** How often the demonstration looks whether a new day has begun. Milliseconds. */
const DEMO_MS = 3_600_000
/** Towns drawn on the map at most. */
const TOWNS = 500

function keptFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | null = null
  return () => {
    if (kept === null || kept.until < performance.now())
      kept = { until: performance.now() + milliseconds, value: read() }
    return kept.value
  }
}

/** `now`: the clock everything is read against; an import may set it to another day. */
export async function openHouse(config: Config, now: () => Date = () => new Date()): Promise<House> {
  const site = readSite()
  const taxonomy = ownTaxonomy()
  const arranged = readSources()
  const ranks = readRanks(arranged)
  const assumptions = readReview()
  const osm = readData('data/osm.json', osmData)
  const crisis = makeCrisis(readData('data/crisis.json', crisisData))
  mkdirSync(config.dataDir, { recursive: true })
  const store = await openStore(config.databaseUrl)
  await store.arrange(arranged.map(recordOf)).catch((error: unknown) => {
    // A long import must not keep the site from starting: the next start writes what changed.
    if (!isBusy(error)) throw error
  })
  await loadHomePlaces(store.places, readData('data/places.json', homePlacesSchema))
  const rules = { taxonomy, site, directory: await store.fact('directory') }
  const embedded = openEmbedded(join(config.dataDir, 'search'), rules)
  const follower = follow(store, embedded, rules)
  const searching = await openSearching(config, embedded, store, rules)
  let timer: NodeJS.Timeout | null = null
  const looks = countLooks(store, now)
  const tallies = gatherTallies(store, now, () => keepSecret(config).secret)
  let counting: NodeJS.Timeout | null = null
  let atWork: (() => Promise<void>)[] = []
  const writeCounts = () => Promise.allSettled([looks.write(), tallies.write()])
  const rest = async (): Promise<void> => {
    await Promise.all(atWork.map((stop) => stop()))
    if (counting) await writeCounts()
  }
  const house: House = {
    config,
    site,
    taxonomy,
    ranks,
    matching: readMatching(),
    assumptions,
    osm,
    store,
    listings: keptListings(store),
    notices: liveNotices(store, now),
    fair: fairOrder(store, site.fairness.strength, now),
    urgent: urgentNeeds(taxonomy),
    engine: searching.engine,
    servers: searching.servers,
    looks,
    tallies,
    follower,
    crisis,
    now,
    newId: randomUUID,
    fetching: { userAgent: userAgent({ site, config }, 'import'), allowPrivate: config.allowPrivateFeeds },
    areas: keptFor(GEOGRAPHY_MS, () => store.places.areas()),
    towns: keptFor(GEOGRAPHY_MS, () => store.places.towns(TOWNS)),
    keepUp() {
      follower.start()
      searching.start()
      void logCutOff(house)
      atWork = [startDelivering(house), startJobs(house)]
      beforeTheEnd(rest)
      counting = setInterval(() => void writeCounts(), WRITE_MS).unref()
      if (config.demo)
        timer = setInterval(() => void loadDemo(store, ranks, now()).catch(() => undefined), DEMO_MS).unref()
    },
    async close() {
      if (timer) clearInterval(timer)
      if (counting) clearInterval(counting)
      await rest()
      follower.stop()
      searching.engine.close()
      await store.close()
    },
  }
  return house
}
