/** Pins: numbered like the list, clusters as named buttons. They are drawn anew whenever the map has come to rest. */
import * as L from 'leaflet'
import type { FeatureCollection, Point } from 'geojson'
import { toCard } from './cards.ts'
import type { Frame } from './frame.ts'
import { gathered, type Pin } from './gather.ts'

/** Pins that can be reached with the Tab key; more would be a trap. */
const FOCUSABLE = 50
/** The map rests so long before pins are asked for. Milliseconds. */
const REST_MS = 200

type Cluster = { count: number; expand_zoom: number; name: string; ids?: string[] }
type Single = { id: string; slug: string; name: string; number: number | null }
export type Pins = { refresh: () => Promise<void>; mark: (number: number | null) => void }

export function drawPins(map: L.Map, frame: Frame, source: string): Pins {
  const layer = L.layerGroup().addTo(map)
  let asked = new AbortController()
  const refresh = async () => {
    asked.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(addressOf(map, source), { signal: asked.signal })
      if (answer.ok)
        put(map, frame, layer, (await answer.json()) as FeatureCollection<Point, Cluster | Single>)
    } catch (error) {
      // A newer question took the place of this one, or the line is down: what is drawn stays.
      if (!(error instanceof Error)) throw error
    }
  }
  let rest = 0
  map.on('moveend', () => {
    clearTimeout(rest)
    rest = window.setTimeout(() => void refresh(), REST_MS)
  })
  const mark = (number: number | null) => {
    for (const pin of frame.element.querySelectorAll<HTMLElement>('.pin')) {
      const numbers = (pin.dataset.numbers ?? '').split(' ')
      pin.classList.toggle('chosen', number !== null && numbers.includes(String(number)))
    }
  }
  return { refresh, mark }
}

function addressOf(map: L.Map, source: string): string {
  const url = new URL(source, location.href)
  const { _southWest: sw, _northEast: ne } = sides(map.getBounds())
  const round = (degrees: number) => degrees.toFixed(4)
  url.searchParams.set('bbox', [sw.lng, sw.lat, ne.lng, ne.lat].map(round).join(','))
  url.searchParams.set('zoom', String(Math.floor(map.getZoom())))
  return url.href
}

/** A box as the addresses want it: inside the world. */
function sides(bounds: L.LatLngBounds): { _southWest: L.LatLng; _northEast: L.LatLng } {
  return { _southWest: bounds.getSouthWest(), _northEast: bounds.getNorthEast() }
}

function put(
  map: L.Map,
  frame: Frame,
  layer: L.LayerGroup,
  found: FeatureCollection<Point, Cluster | Single>,
): void {
  const had = document.activeElement instanceof HTMLElement && document.activeElement.dataset.key
  layer.clearLayers()
  const singles: Pin[] = []
  const features = found.features.map(({ geometry, properties }) => {
    const [lng = 0, lat = 0] = geometry.coordinates
    return { at: L.latLng(lat, lng), about: properties }
  })
  let left = FOCUSABLE
  const add = (pin: L.Marker | null) => {
    if (pin === null) return
    layer.addLayer(pin)
    const element = pin.getElement()
    if (element && left-- <= 0) element.tabIndex = -1
  }
  for (const { at, about } of features) {
    if ('count' in about) continue
    singles.push({ at, ...about })
  }
  for (const group of gathered(singles, (at) => map.latLngToLayerPoint(at))) add(pinOf(map, frame, group))
  for (const { at, about } of features) if ('count' in about) add(clusterOf(map, frame, at, about))
  if (had) frame.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(had)}"]`)?.focus()
}

/** One place, or some of the list that stand too near each other to be told apart here. */
function pinOf(map: L.Map, { words }: Frame, pins: Pin[]): L.Marker | null {
  const [first] = pins
  if (!first) return null
  const numbers = pins.map(({ number }) => number).filter((number) => number !== null)
  const text = numbers.length > 3 ? `${numbers.slice(0, 2).join(', ')} …` : numbers.join(', ')
  const names = pins.map(({ number, name }) => (number === null ? name : `${number}. ${name}`)).join(', ')
  const element = face(text, ['pin', text === '' && 'dot'])
  const same = pins.every(({ at }) => at.distanceTo(first.at) < 20)
  return button(first.at, element, names, `pin-${first.id}`, numbers, () => {
    if (pins.length > 1 && !same && map.getZoom() < map.getMaxZoom()) {
      map.fitBounds(L.latLngBounds(pins.map(({ at }) => at)), {
        padding: [60, 60],
        maxZoom: map.getMaxZoom(),
      })
    } else if (first.number !== null) toCard(first.number, `pin-${first.id}`)
    else location.assign(`${words.listings}${first.slug}`)
  })
}

function clusterOf(
  map: L.Map,
  { page }: Frame,
  at: L.LatLng,
  { count, name, expand_zoom, ids }: Cluster,
): L.Marker {
  const element = face(String(count), ['pin', 'cluster', count > 99 && 'many'])
  return button(at, element, name, `cluster-${at.lat},${at.lng}`, [], () => {
    if (ids && page) location.assign(spotAddress(page, at))
    else {
      map.getContainer().focus({ preventScroll: true })
      map.setView(at, Math.min(expand_zoom, map.getMaxZoom()))
    }
  })
}

/** Many groups in one building never come apart on the map: the list of that spot says them all. */
function spotAddress(page: string, { lat, lng }: L.LatLng): string {
  /** Degrees; about 30 m. */
  const AROUND = 0.0004
  const url = new URL(page, location.href)
  url.searchParams.set(
    'bbox',
    [lng - AROUND, lat - AROUND, lng + AROUND, lat + AROUND].map((it) => it.toFixed(5)).join(','),
  )
  return url.href
}

function face(text: string, classes: (string | false)[]): L.DivIcon {
  const html = document.createElement('b')
  html.textContent = text
  return L.divIcon({ className: classes.filter(Boolean).join(' '), html, iconSize: [44, 44] })
}

function button(
  at: L.LatLng,
  icon: L.DivIcon,
  name: string,
  key: string,
  numbers: number[],
  act: () => void,
): L.Marker {
  const marker = L.marker(at, { icon, title: name, riseOnHover: true })
  marker.on('add', () => {
    const element = marker.getElement()
    if (!element) return
    element.setAttribute('aria-label', name)
    element.dataset.key = key
    element.dataset.numbers = numbers.join(' ')
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      act()
    })
  })
  marker.on('click', act)
  return marker
}
