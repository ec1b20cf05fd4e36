/** Views of the map at 100,000 listings, asked over HTTP of a site that is really running: how long, how large, and do the numbers agree. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Supercluster from 'supercluster'
import { project } from '../src/places/cells.ts'
import { clusterIndex } from '../src/places/clusters.ts'
import { openStore } from '../src/store/open.ts'
import { startSite } from '../tests/site.ts'
import { FIELD_WORDS, generateListings, generatedFields, generatedId, pick, seeded } from './generate.ts'
import { machine, type BenchResult } from './result.ts'

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
/** Searches, and views of each: one as the page opens, the others as somebody moves about. */
const SEARCHES = Number(process.env.BENCH_QUERIES ?? 60)
const VIEWS = 6
/** Seeds of the searches: those that are asked first and not measured, and the others. */
const [WARM_UP, MEASURED] = [17, 31]
const KB = 1024
/** Zooms of a screen: the country, a county, a town, some streets. */
const ZOOMS = [6, 9, 12, 15]
/** Pixels of the map on a large screen. */
const SCREEN = { wide: 700, high: 640 }

type Random = () => number
type View = { ms: number; bytes: number; first: boolean }

function questionOf(random: Random): string {
  const which = random()
  if (which < 0.25) return ''
  if (which < 0.6) return `what=${pick(FIELD_WORDS, random)}`
  return which < 0.8 ? 'cost=free' : 'room=1&how=in-person'
}

function boxOf(random: Random, zoom: number): string {
  const { places } = generatedFields(Math.floor(random() * LISTINGS))
  const { lat, lng } = places[0]?.point ?? { lat: 53, lng: -2 }
  const wide = (360 / (256 * 2 ** zoom)) * SCREEN.wide
  const high = (360 / (256 * 2 ** zoom)) * SCREEN.high * Math.cos((lat * Math.PI) / 180)
  const sides = [lng - wide / 2, lat - high / 2, lng + wide / 2, lat + high / 2]
  return sides.map((side) => side.toFixed(4)).join(',')
}

type Answer = { features: { properties: { count?: number } }[]; listings: number; on_map: number }

async function views(url: string, seed: number): Promise<{ all: View[]; disagree: number }> {
  const random = seeded(seed)
  const all: View[] = []
  let disagree = 0
  for (let search = 0; search < SEARCHES; search++) {
    const question = questionOf(random)
    for (let view = 0; view < VIEWS; view++) {
      const zoom = pick(ZOOMS, random)
      const from = performance.now()
      const answer = await fetch(`${url}/api/map?${question}&bbox=${boxOf(random, zoom)}&zoom=${zoom}`)
      const body = Buffer.from(await answer.arrayBuffer())
      all.push({ ms: performance.now() - from, bytes: gzipSync(body).length, first: view === 0 })
    }
    const whole = (await (
      await fetch(`${url}/api/map?${question}&bbox=-14,48,5,62.5&zoom=7`)
    ).json()) as Answer
    const drawn = whole.features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0)
    // Every generated listing has one place, or none that is known.
    if (drawn !== whole.on_map) disagree++
  }
  return { all, disagree }
}

const percentile = (list: readonly number[], share: number): number =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? NaN

/** The same points in a tree of clusters, and in ours: what each makes a new search wait. */
function beside(): { tree: number; ours: number } {
  const points = Array.from({ length: LISTINGS }, (_, n) => n).flatMap((n) =>
    generatedFields(n).places.flatMap(({ point }) => (point ? [{ id: generatedId(n), ...point }] : [])),
  )
  const from = performance.now()
  new Supercluster({ radius: 60, maxZoom: 17 }).load(
    points.map(({ id, lat, lng }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  )
  const between = performance.now()
  clusterIndex(project(points)).in([-14, 48, 5, 62.5], 6, String)
  return { tree: between - from, ours: performance.now() - between }
}

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-map-'))
  const store = await openStore(join(folder, 'fingerpost.db'))
  for (const batch of generateListings(LISTINGS, 500)) await store.add(batch)
  await store.close()
  const site = await startSite({ DEMO: '0', LOG_LEVEL: 'error' }, folder)
  try {
    // Others first: a process that answers has answered some hundreds before.
    await views(site.url, WARM_UP)
    const { all, disagree } = await views(site.url, MEASURED)
    const first = all.filter((view) => view.first).map(({ ms }) => ms)
    const each = all.map(({ ms }) => ms)
    const { tree, ours } = beside()
    return {
      name: 'map',
      machine: machine(),
      rows: [
        {
          what: `a view of ${LISTINGS} listings, p95`,
          figure: percentile(each, 0.95),
          unit: 'ms',
          goal: '≤ 10',
          ratio: `p50 ${percentile(each, 0.5).toFixed(1)}, ${each.length} views over HTTP`,
        },
        { what: 'the first view of a search, p95', figure: percentile(first, 0.95), unit: 'ms', goal: '' },
        {
          what: 'the largest view, compressed',
          figure: Math.max(...all.map(({ bytes }) => bytes)) / KB,
          unit: 'KB',
          goal: '≤ 30',
        },
        { what: 'searches whose list and map disagree', figure: disagree, unit: '', goal: '0' },
        {
          what: 'a new search of everything: a tree of clusters beside ours',
          figure: tree / ours,
          unit: 'times',
          goal: '',
          ratio: `supercluster ${tree.toFixed(0)} ms, ours ${ours.toFixed(0)} ms, the first view with it`,
        },
      ],
    }
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
