/** Where the pins come from: a short list is fetched once and whole, a long one view by view, gathered by the server. */
import * as L from 'leaflet'
import type { FeatureCollection, Point } from 'geojson'
import type { Frame } from './frame.ts'
import type { Cluster, Pin } from './gather.ts'

/** Places up to which all are fetched at once: then panning and zooming ask nothing more. */
const WHOLE = 200
/** At this zoom the server gathers nothing. */
const APART = 20
/** Britain and Ireland. West, south, east, north. */
const EVERYWHERE = [-14, 48, 5, 62.5]
/** A long list's map rests so long before pins are asked for. Milliseconds. */
const REST_MS = 200

type Properties =
  | { slug: string; name: string; precision: string | null }
  | { count: number; expand_zoom: number; name: string; ids?: string[] }
/** `listings`: all that were found; `onMap`: those of them that have a place. */
export type Answer = { pins: Pin[]; clusters: Cluster[]; listings: number; onMap: number }

type Sums = { listings: number; on_map: number }

/** Each call gives what to draw now; null: a newer call took its place; "lost": the line is down, the next call tries again. */
export function asker(map: L.Map, frame: Frame): () => Promise<Answer | 'lost' | null> {
  const numbers = new Map(frame.points.map(({ slug, number }) => [slug, number]))
  if (frame.total <= WHOLE) {
    let all: Promise<Answer> | null = null
    return () =>
      (all ??= fetched(address(frame, frame.sides ?? EVERYWHERE, APART), numbers, null)).catch(() => {
        all = null
        return 'lost'
      })
  }
  let asked = new AbortController()
  let last: { address: string; answer: Answer } | null = null
  return async () => {
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
    const bounds = map.getBounds()
    const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    try {
      signal.throwIfAborted()
      const wanted = address(frame, sides, Math.floor(map.getZoom()))
      if (last?.address !== wanted) last = { address: wanted, answer: await fetched(wanted, numbers, signal) }
      return last.answer
    } catch {
      return signal.aborted ? null : 'lost'
    }
  }
}

function address({ source }: Frame, sides: readonly number[], zoom: number): string {
  const url = new URL(source ?? '', location.href)
  url.searchParams.set('bbox', sides.map((side) => side.toFixed(4)).join(','))
  url.searchParams.set('zoom', String(zoom))
  return url.href
}

async function fetched(
  url: string,
  numbers: Map<string, number>,
  signal: AbortSignal | null,
): Promise<Answer> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`The pins could not be fetched: ${response.status}`)
  const body = (await response.json()) as FeatureCollection<Point, Properties> & Sums
  const pins: Pin[] = []
  const clusters: Cluster[] = []
  for (const { geometry, properties } of body.features) {
    const at = L.latLng(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0)
    if ('count' in properties) clusters.push({ at, ...properties })
    else {
      const { slug, name, precision } = properties
      pins.push({ at, slug, name, number: numbers.get(slug) ?? null, about: precision === 'area' })
    }
  }
  return { pins, clusters, listings: body.listings, onMap: body.on_map }
}
