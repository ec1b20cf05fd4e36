/** What the map draws: clusters and single places of a search, as GeoJSON (contract.md, /api/map). */
import type { FeatureCollection, Point } from 'geojson'
import type { LatLng } from '../listings/listing.ts'
import { clusterIndex, nearestName, type ClusterIndex } from '../places/clusters.ts'
import type { EngineQuery } from '../search/engine.ts'
import type { Box, Query } from '../search/query.ts'
import { boxOf } from '../search/read-query.ts'
import { writeQuery } from '../search/write-query.ts'
import type { Lang } from '../text/format.ts'
import type { Text } from '../text/en.ts'
import { texts } from '../text/texts.ts'
import { askOf } from './find/ask.ts'
import { isPublic } from './find/find.ts'
import { spotOf } from './find/where.ts'
import { forgetting, type Forgetting } from './forgetting.ts'
import type { House } from './house.ts'

/** Points gathered at most: more than any directory of ours has. */
const POINTS_MAX = 300_000
/** Searches whose clusters are kept, and for how long in milliseconds: panning and zooming then cost nothing. */
const KEPT = 8
const KEPT_MS = 60_000
/** What the clock decides is worked out anew each minute. Milliseconds. */
const MINUTE_MS = 60_000
/** A cluster is named after a town at most so far from its middle. Metres. */
const NEAR_TOWN = 6000

type Gathered = { index: ClusterIndex; onMap: number }
/** The page that is read beside the map: how many were found, and the number of each listing on it. */
type Beside = { total: number; numbers: ReadonlyMap<string, number>; ids: ReadonlySet<string> }
type Kept<T> = { change: number; value: Promise<T> }

/** `listings`: all that were found. `on_map`: those of them with a place that is known. */
type MapAnswer = FeatureCollection<Point> & { listings: number; on_map: number }
const indexes = forgetting<Kept<Gathered>>(KEPT_MS, KEPT)
const pages = forgetting<Kept<Beside>>(KEPT_MS, KEPT)

function indexOf(house: House, query: Query, ask: EngineQuery): Promise<Gathered> {
  // What is open or has room depends on the clock: such searches are kept for the minute they were made in.
  const minute =
    query.filters.open.length + query.filters.room.length > 0 ? Math.floor(ask.now / MINUTE_MS) : 0
  const key = `${writeQuery({ ...query, page: 1, size: 20, sort: 'best' }).toString()} ${minute}`
  return keptAs(indexes, key, house, async () => {
    const { points, listings } = await house.engine.points(ask, POINTS_MAX)
    return { index: clusterIndex(points), onMap: listings }
  })
}

/** Kept for the minute it was asked in, as its order is against the clock. */
function pageOf(house: House, query: Query, ask: EngineQuery): Promise<Beside> {
  const key = `${writeQuery(query).toString()} ${Math.floor(ask.now / MINUTE_MS)} ${ask.fair?.version}`
  return keptAs(pages, key, house, async () => {
    const { hits, total } = await house.engine.search(ask)
    const first = (query.page - 1) * query.size + 1
    const numbers = new Map(hits.map((hit, i) => [hit.id, first + i]))
    return { total, numbers, ids: new Set(numbers.keys()) }
  })
}

async function keptAs<T>(
  kept: Forgetting<Kept<T>>,
  key: string,
  house: House,
  make: () => Promise<T>,
): Promise<T> {
  const change = await house.engine.applied()
  const last = kept.get(key)
  if (last?.change === change) return last.value
  const value = make()
  kept.set(key, { change, value })
  value.catch(() => kept.delete(key))
  return value
}

function clusterName(
  text: Text,
  nearest: (point: LatLng) => string | null,
): (count: number, middle: LatLng) => string {
  return (count, middle) => text.finding.cluster(count, nearest(middle))
}

/** `box` is what the map shows; the query's own box, if it has one, is a filter like any other. */
export async function mapView(
  house: House,
  query: Query,
  box: Box,
  zoom: number,
  lang: Lang,
): Promise<MapAnswer> {
  await Promise.all([house.follower.catchUp(), house.fair.refresh()])
  const text = texts(lang)
  const spot = await spotOf(house, query, text.finding.here)
  const ask = askOf(house, query, spot, [])
  const [{ index, onMap }, { total, numbers, ids: onPage }, towns] = await Promise.all([
    indexOf(house, query, ask),
    pageOf(house, query, ask),
    house.towns(),
  ])
  const drawn = index.in(box, zoom, clusterName(text, nearestName(towns, NEAR_TOWN)), onPage)
  const ids = drawn.features.flatMap((it) => ('id' in it.properties ? [it.properties.id] : []))
  const known = (await house.listings(ids)).filter(isPublic)
  const about = new Map(known.map(({ listing }) => [listing.id, listing]))
  const features = drawn.features.flatMap((it) => {
    if (!('id' in it.properties)) return [it]
    const listing = about.get(it.properties.id)
    if (listing === undefined) return []
    const { id, slug, name, places } = listing
    const [lng, lat] = it.geometry.coordinates
    // A place that moved, or was hidden, since the index was written is not drawn where it was.
    const place = places.find(({ point }) => isSame(point?.lat, lat) && isSame(point?.lng, lng))
    if (place === undefined) return []
    const precision = place.precision ?? null
    return [{ ...it, properties: { id, slug, name, number: numbers.get(id) ?? null, precision } }]
  })
  return { type: 'FeatureCollection', features, listings: total, on_map: onMap }
}

/** A tenth of a metre: whatever a number went through, it is the same place. */
const SAME_DEGREES = 1e-6
const isSame = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && Math.abs(one - other) < SAME_DEGREES

/** Parameters of the map that are none of the question. */
export const VIEW = ['zoom', 'inside'] as const

type View =
  | { ok: true; box: Box; zoom: number; inside: Box | null }
  | { ok: false; parameter: string; problem: 'missing' | 'not-a-number' | 'out-of-range' }

/**
 * What the map shows now: a box, and a zoom from 0 (the world) to 20 (a door). `inside`: the box that was searched, as
 * `bbox` of /search; the map shows nothing beyond it.
 */
export function readView(params: URLSearchParams, query: Query): View {
  const zoom = params.get('zoom') ?? ''
  const searched = params.get('inside')?.trim() ?? ''
  if (query.bbox === null) return { ok: false, parameter: 'bbox', problem: 'missing' }
  if (zoom === '') return { ok: false, parameter: 'zoom', problem: 'missing' }
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(zoom) || Number(zoom) > 20)
    return { ok: false, parameter: 'zoom', problem: 'not-a-number' }
  const inside = searched === '' ? null : boxOf(searched)
  if (typeof inside === 'string') return { ok: false, parameter: 'inside', problem: inside }
  return { ok: true, box: query.bbox, zoom: Number(zoom), inside }
}
