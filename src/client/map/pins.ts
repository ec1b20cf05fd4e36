/** Pins: numbered like the list, the others gathered into buttons with a name. */
import * as L from 'leaflet'
import { asideOf, type Box } from './aside.ts'
import { asker, type Answer } from './ask.ts'
import { circle } from './base.ts'
import { button, face, pathTo } from './button.ts'
import { toCard } from './cards.ts'
import type { Frame } from './frame.ts'
import { ABOUT } from './still.ts'
import {
  gathered,
  inOneSpot,
  labelOf,
  numbersOf,
  sizeOf,
  type Cluster,
  type Group,
  type Pin,
} from './gather.ts'

/** Pins that can be reached with the Tab key; more would be a trap. */
const FOCUSABLE = 50
/** Room round pins that a closer look is taken at. Pixels. */
const AROUND: L.PointTuple = [60, 60]
/** Half of what is seen of a pin that stands for many (map.css), with its rim. Pixels. */
const ROUND = { few: 21, many: 25 }
/** From so many on it is drawn larger. */
const MANY = 100

/** `refresh` draws anew only what changed; `again`: all of it, as names of towns came. */
export type Pins = { refresh: (again?: boolean) => Promise<void>; mark: (number: number | null) => void }

export function drawPins(map: L.Map, frame: Frame): Pins {
  const layer = L.layerGroup().addTo(map)
  const ask = asker(map, frame)
  const put = (pins: Pin[], clusters: Cluster[]) => {
    const had = document.activeElement instanceof HTMLElement && document.activeElement.dataset.key
    layer.clearLayers()
    const groups = gathered(pins, (at) => map.latLngToLayerPoint(at))
    const drawnAt = besideLabels(map, groups, clusters)
    const markers = [
      ...groups.map((group) => pinOf(map, frame, group, drawnAt(group))),
      ...clusters.map((cluster) => clusterOf(map, frame, cluster, drawnAt(cluster))),
    ]
    // What is known by its area is drawn as one: its number is to be chosen by, and stands at nobody's door.
    for (const { at } of pins.filter(({ about }) => about)) layer.addLayer(circle(at, ABOUT.area))
    for (const [place, marker] of markers.entries()) {
      layer.addLayer(marker)
      const element = marker.getElement()
      if (element && place >= FOCUSABLE) element.tabIndex = -1
    }
    // Whoever stood on a pin stands on it again, if it is still one of its own.
    if (had) frame.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(had)}"]`)?.focus()
  }
  let drawn: { answer: Answer; zoom: number } | null = null
  const refresh = async (again = false) => {
    const answer = await ask()
    if (answer === 'lost') return say(frame, frame.words.onMap.lost)
    const zoom = map.getZoom()
    // Leaflet moves the map to whatever is focused, by nothing if need be, and says so: drawn anew, focused again, it
    // would go round for ever.
    if (!answer || (!again && drawn?.answer === answer && drawn.zoom === zoom)) return
    drawn = { answer, zoom }
    put(answer.pins, answer.clusters)
    sayHowMany(frame, answer)
  }
  map.on('moveend', () => void refresh())
  const mark = (number: number | null) => {
    for (const pin of frame.element.querySelectorAll<HTMLElement>('.pin')) {
      const numbers = (pin.dataset.numbers ?? '').split(' ')
      pin.classList.toggle('chosen', number !== null && numbers.includes(String(number)))
    }
  }
  return { refresh, mark }
}

/** How many of the list stand on the map: the two agree, or the map says what it has not. */
function sayHowMany(frame: Frame, { listings, onMap }: Answer): void {
  const { all, some } = frame.words.onMap
  say(frame, (onMap === listings ? all : some).replace('#', String(onMap)).replace('@', String(listings)))
}

function say({ element }: Frame, words: string): void {
  const line = element.parentElement?.querySelector('[data-on-map]')
  // Pins may come after the map failed and was taken away: then nothing is on it.
  if (line && element.querySelector('.leaflet-map-pane')) line.textContent = words
}

/** A pin whose places are known by their area only looks and reads so: it is nobody's door. */
const kindOf = (pins: readonly Pin[], kind: string) =>
  pins.every(({ about }) => about) ? `${kind} about` : kind

const nameOf = ({ name, about }: Pin, { words }: Frame) => (about ? `${name}, ${words.about}` : name)

/** Where each is drawn: where it is, or a little aside where a pin of the list would lie over its number. */
function besideLabels(map: L.Map, groups: readonly Group[], clusters: readonly Cluster[]) {
  const boxOf = (at: L.LatLng, size: { wide: number; high: number }): Box => {
    const { x, y } = map.latLngToLayerPoint(at)
    return { x, y, ...size }
  }
  const round = (count: number) => {
    const half = count < MANY ? ROUND.few : ROUND.many
    return { wide: half, high: half }
  }
  const labels = groups.filter(({ numbered }) => numbered).map((it) => boxOf(it.at, sizeOf(it)))
  // One place alone is a dot, and stands where it is.
  const many = groups.filter(({ numbered, pins }) => !numbered && pins.length > 1)
  const boxes = [
    ...many.map((it) => boxOf(it.at, round(it.pins.length))),
    ...clusters.map((it) => boxOf(it.at, round(it.count))),
  ]
  const spots = asideOf(labels, boxes)
  const aside = new Map<Group | Cluster, L.LatLng>()
  for (const [i, it] of [...many, ...clusters].entries()) {
    const spot = spots[i]
    if (spot && spot !== boxes[i]) aside.set(it, map.layerPointToLatLng([spot.x, spot.y]))
  }
  return (it: Group | Cluster) => aside.get(it) ?? it.at
}

/** Some places, or one: of the list with their numbers, of the rest with how many they are. */
function pinOf(map: L.Map, frame: Frame, { at, pins, numbered }: Group, drawnAt: L.LatLng): L.Marker {
  const [first] = pins
  const key = `pin-${first.slug}`
  const closer = () => {
    if (inOneSpot(pins) || map.getZoom() >= map.getMaxZoom()) return false
    map.getContainer().focus({ preventScroll: true })
    map.fitBounds(L.latLngBounds(pins.map((pin) => pin.at)), { padding: AROUND, maxZoom: map.getMaxZoom() })
    return true
  }
  if (numbered) {
    const numbers = numbersOf(pins)
    const text = labelOf(pins)
    // What is read out begins with what is seen: people who speak to their device say the numbers.
    const names =
      numbers.length === 1 ? [nameOf(first, frame)] : pins.map((pin) => `${pin.number} ${pin.name}`)
    const name = `${text}: ${names.join(', ')}`
    return button({ at, icon: face(text, kindOf(pins, 'pin')), name, key, numbers }, () => {
      if (!closer()) toCard(first.number ?? 0, key)
    })
  }
  if (pins.length === 1) {
    const open = () => location.assign(`${frame.words.listings}${first.slug}`)
    return button(
      { at, icon: face('', kindOf(pins, 'pin dot')), name: nameOf(first, frame), key, numbers: [] },
      open,
    )
  }
  const icon = face(String(pins.length), 'pin cluster')
  return button({ at: drawnAt, icon, name: frame.nameOf(pins.length, at), key, numbers: [] }, () => {
    if (!closer()) location.assign(pathTo(frame, at))
  })
}

function clusterOf(
  map: L.Map,
  frame: Frame,
  { at, count, name, expand_zoom: opens, ids }: Cluster,
  drawnAt: L.LatLng,
): L.Marker {
  const icon = face(String(count), count >= MANY ? 'pin cluster many' : 'pin cluster')
  const key = `cluster-${at.lat},${at.lng}`
  return button({ at: drawnAt, icon, name, key, numbers: [] }, () => {
    // Groups in one building never come apart on the map: the list of that spot says them all.
    if (ids) return location.assign(pathTo(frame, at))
    map.getContainer().focus({ preventScroll: true })
    map.setView(at, Math.min(opens, map.getMaxZoom()))
  })
}
